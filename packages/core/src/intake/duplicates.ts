import type { Columns, FactTable } from '@kesheng/contracts/facts/columns'
import type { MessageLogRow } from '@kesheng/contracts/facts/message'
import type { FactStore } from '../facts/ports.ts'
import { slices, where, type Test } from '../facts/where.ts'
import { tallyReject } from './counts.ts'
import { reject } from './rejects.ts'
import { rowSetNames, rowSets, type AnyRow, type RowSet } from './row-sets.ts'
import { storedMessages } from './stored-messages.ts'
import type { MappedBatch } from './to-rows.ts'

/** The parts of a set's description that treat all tables alike. */
interface Rule {
  table: FactTable
  id: string
  idField: string
  content: readonly string[]
  replaces: boolean
}

const ruleOf = (set: RowSet): Rule => rowSets[set] as unknown as Rule
const rowsOf = (batch: MappedBatch, set: RowSet): AnyRow[] => batch.rows[set]
const contentOf = (row: AnyRow, rule: Rule): string =>
  JSON.stringify(rule.content.map((column) => row[column]))

export type Verdict = 'keep' | 'duplicate' | 'conflict'

/**
 * A row whose id stands in the store. `own`: an earlier attempt at this very batch put it there before a crash, so
 * it is not a duplicate of anything. Otherwise the same content is a duplicate; other content replaces the stored
 * row where rows may change, but within one file two contents for one id contradict each other.
 */
export function verdictOnStored(
  row: AnyRow,
  stored: readonly AnyRow[],
  rule: Pick<Rule, 'content' | 'replaces'>,
): Verdict {
  if (stored.length === 0) return 'keep'
  if (stored.some((other) => other.importId === row.importId && other.line === row.line)) return 'keep'
  if (!rule.replaces) return 'duplicate'
  const content = contentOf(row, rule as Rule)
  if (stored.some((other) => contentOf(other, rule as Rule) === content)) return 'duplicate'
  return stored.some((other) => other.importId === row.importId) ? 'conflict' : 'keep'
}

/** Verdicts within one batch: the first row of an id is kept. */
export function verdictsWithin(rows: readonly AnyRow[], rule: Pick<Rule, 'id' | 'content'>): Verdict[] {
  const seen = new Map<unknown, AnyRow>()
  return rows.map((row) => {
    const first = seen.get(row[rule.id])
    if (first === undefined) {
      seen.set(row[rule.id], row)
      return 'keep'
    }
    return contentOf(first, rule as Rule) === contentOf(row, rule as Rule) ? 'duplicate' : 'conflict'
  })
}

/** Takes the rows with a verdict other than `keep` out and notes what became of their source rows. */
function apply(batch: MappedBatch, set: RowSet, verdicts: readonly Verdict[]): void {
  const rule = ruleOf(set)
  const rows = rowsOf(batch, set)
  const owners = batch.owners[set]
  const keptRows: AnyRow[] = []
  const keptOwners: number[] = []
  rows.forEach((row, index) => {
    const owner = owners[index] ?? 0
    const tally = batch.tallies[owner]
    if (verdicts[index] === 'keep' || tally === undefined) {
      keptRows.push(row)
      keptOwners.push(owner)
      return
    }
    tally.kept--
    if (verdicts[index] === 'duplicate') tally.duplicates++
    else {
      const reason = reject(row.line, rule.idField, String(row['orderId'] ?? row[rule.id]), 'duplicated_id')
      batch.rejects.push(reason)
      tallyReject(tally, reason.reason)
    }
  })
  ;(batch.rows as Record<RowSet, unknown>)[set] = keptRows
  batch.owners[set] = keptOwners
}

/**
 * Reads what the store has of the given ids. Timed rows are looked for on their own days and buckets, which is the
 * table's order; rows with an assumed time on every day, because another import may have assumed another one.
 */
async function readStored(
  facts: FactStore,
  set: RowSet,
  rows: readonly AnyRow[],
): Promise<Map<unknown, AnyRow[]>> {
  const rule = ruleOf(set)
  if (set === 'messages') {
    const found = await storedMessages(facts, rows as unknown as MessageLogRow[])
    return grouped(found as unknown as AnyRow[], rule.id)
  }
  const columns = [rule.id, 'importId', 'line', ...(rule.replaces ? rule.content : [])]
  const stored: AnyRow[] = []
  for (const assumed of [false, true]) {
    const wanted = rows.filter((row) => row.timeAssumed === assumed)
    for (const slice of slices(wanted)) {
      const tests: Record<string, Test> = {
        tenantId: slice[0]?.tenantId ?? '',
        ...(assumed ? { timeAssumed: true } : { day: { in: distinct(slice, 'day') } }),
        bucket: { in: distinct(slice, 'bucket') },
        [rule.id]: { in: slice.map((row) => String(row[rule.id])) },
      }
      stored.push(
        ...((await facts.read<Columns>(rule.table, where(rule.table, tests), { columns })) as AnyRow[]),
      )
    }
  }
  return grouped(stored, rule.id)
}

function grouped(rows: readonly AnyRow[], id: string): Map<unknown, AnyRow[]> {
  const groups = new Map<unknown, AnyRow[]>()
  for (const row of rows) {
    const group = groups.get(row[id])
    if (group === undefined) groups.set(row[id], [row])
    else group.push(row)
  }
  return groups
}

const distinct = (rows: readonly AnyRow[], column: 'day' | 'bucket'): number[] => [
  ...new Set(rows.map((row) => row[column])),
]

/** Removes rows that are in the batch twice or in the store already; changes the batch in place. */
export async function dropDuplicates(batch: MappedBatch, facts: FactStore): Promise<void> {
  for (const set of rowSetNames) {
    if (rowsOf(batch, set).length === 0) continue
    apply(batch, set, verdictsWithin(rowsOf(batch, set), ruleOf(set)))
    const rows = rowsOf(batch, set)
    const stored = await readStored(facts, set, rows)
    if (stored.size === 0) continue
    const rule = ruleOf(set)
    apply(
      batch,
      set,
      rows.map((row) => verdictOnStored(row, stored.get(row[rule.id]) ?? [], rule)),
    )
  }
}
