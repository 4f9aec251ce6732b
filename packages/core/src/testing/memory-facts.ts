import { columnName, type Columns, type FactTable, type Row } from '@kesheng/contracts/facts/columns'
import type { FactStore, Statement } from '../facts/ports.ts'
import { dayText } from '../time/days.ts'

type AnyRow = Record<string, unknown>

const part = /^(\w+) (=|IN|>=|<=) \{(\w+):[^}]+\}$/

function holds(actual: unknown, operator: string, wanted: unknown): boolean {
  if (operator === '=') return actual === wanted
  if (operator === 'IN') return (wanted as unknown[]).includes(actual)
  return operator === '>=' ? String(actual) >= String(wanted) : String(actual) <= String(wanted)
}

const pad = (value: unknown): unknown => (typeof value === 'number' ? String(value).padStart(6, '0') : value)

/** Reads the text of a condition that `where` wrote, so that its text is tested too. */
function matches(table: FactTable, condition: Statement): (row: AnyRow) => boolean {
  const names = new Map(Object.keys(table.columns).map((name) => [columnName(name), name]))
  const tests = condition.sql.split(' AND ').map((text) => {
    const [, column, operator, parameter] = part.exec(text) ?? []
    const name = names.get(column ?? '')
    if (name === undefined || operator === undefined || parameter === undefined)
      throw new Error(`cannot read condition: ${text}`)
    return { name, operator, wanted: condition.params[parameter] }
  })
  return (row) =>
    tests.every(({ name, operator, wanted }) => {
      const isDay = table.columns[name] === 'day'
      const actual = isDay ? dayText(row[name] as number) : row[name]
      return operator.length === 2 && operator !== 'IN'
        ? holds(pad(actual), operator, pad(wanted))
        : holds(actual, operator, wanted)
    })
}

/**
 * A fact store in memory with the rules services rely on: tokens, the newest version of a key wins, deleted rows
 * vanish. `beforeCall` may throw to play a crash before a call, `afterInsert` to play one after rows were stored.
 */
export class MemoryFacts implements FactStore {
  readonly stored = new Map<string, AnyRow[]>()
  readonly tokens = new Set<string>()
  beforeCall: (name: string) => void = () => undefined
  afterInsert: () => void = () => undefined

  insert<C extends Columns>(table: FactTable<C>, rows: readonly Row<C>[], token: string): Promise<void> {
    this.beforeCall('insert')
    const key = `${table.table}|${token}`
    if (!this.tokens.has(key)) {
      this.tokens.add(key)
      const all = this.stored.get(table.table) ?? []
      this.stored.set(table.table, [...all, ...(structuredClone([...rows]) as AnyRow[])])
    }
    this.afterInsert()
    return Promise.resolve()
  }

  /** What is read of a table now. */
  rows<C extends Columns>(table: FactTable<C>): Row<C>[] {
    const newest = new Map<string, AnyRow>()
    for (const row of this.stored.get(table.table) ?? []) {
      const key = table.orderBy.map((column) => String(row[column])).join('|')
      const other = newest.get(key)
      if (other === undefined || (row['version'] as number) >= (other['version'] as number))
        newest.set(key, row)
    }
    return [...newest.values()].filter((row) => row['deleted'] !== true) as Row<C>[]
  }

  read<C extends Columns>(
    table: FactTable<C>,
    condition: Statement,
    options?: { columns?: readonly (keyof C & string)[] },
  ): Promise<Row<C>[]> {
    this.beforeCall('read')
    const found = this.rows(table).filter(matches(table as unknown as FactTable, condition))
    const { columns } = options ?? {}
    const pick = (row: AnyRow): AnyRow =>
      columns === undefined ? row : Object.fromEntries(columns.map((column) => [column, row[column]]))
    return Promise.resolve(structuredClone(found.map(pick)) as Row<C>[])
  }

  /** Knows the one aggregate that planning asks for: messages of the log by day. */
  query<R extends object>(statement: Statement): Promise<R[]> {
    this.beforeCall('query')
    const days = statement.params['day'] as string[]
    const log = (this.stored.get('log_message_v1') ?? []).filter(
      (row) =>
        row['tenantId'] === statement.params['tenantId'] && days.includes(dayText(row['day'] as number)),
    )
    const counts = new Map<number, number>()
    for (const { day } of log) counts.set(day as number, (counts.get(day as number) ?? 0) + 1)
    return Promise.resolve([...counts].map(([day, messages]) => ({ day, messages })) as R[])
  }

  remove(table: FactTable, condition: Statement): Promise<void> {
    this.beforeCall('remove')
    const gone = matches(table, condition)
    const left = (this.stored.get(table.table) ?? []).filter((row) => !gone(row))
    this.stored.set(table.table, left)
    return Promise.resolve()
  }

  settle(): Promise<void> {
    return Promise.resolve()
  }
}
