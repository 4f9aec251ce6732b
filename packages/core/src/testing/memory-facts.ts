import { columnName, type Columns, type FactTable, type Row } from '@kesheng/contracts/facts/columns'
import { messageLog, type MessageLogRow } from '@kesheng/contracts/facts/message'
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

const keyOf = (...parts: unknown[]): string => parts.join('|')

/** `messageLookup`: the zipped thread keys must fit, not only the id. */
function lookUp(log: readonly MessageLogRow[], params: Statement['params']): object[] {
  const list = (name: string) => params[name] as unknown[] | undefined
  const threads = list('threadIds')?.map((id, index) =>
    keyOf(list('days')?.[index], list('buckets')?.[index], id),
  )
  return log
    .filter((row) => {
      const day = list('days') === undefined ? undefined : dayText(row.day)
      const inThread = threads?.includes(keyOf(day, row.bucket, row.threadId))
      return (
        inThread && row.timeAssumed === params['timeAssumed'] && list('messageIds')?.includes(row.messageId)
      )
    })
    .map(({ messageId, importId, line }) => ({ messageId, importId, line }))
}

function countByDay(log: readonly MessageLogRow[], params: Statement['params']): object[] {
  const counts = new Map<number, number>()
  for (const { day } of log)
    if ((params['day'] as string[]).includes(dayText(day))) counts.set(day, (counts.get(day) ?? 0) + 1)
  return [...counts].map(([logDay, messages]) => ({ logDay, messages }))
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

  /** Knows the two statements that intake asks beside `read`: messages of the log by day, and by id. */
  query<R extends object>(statement: Statement): Promise<R[]> {
    this.beforeCall('query')
    const { params } = statement
    const log = this.rows(messageLog).filter((row) => row.tenantId === params['tenantId'])
    return Promise.resolve(('messageIds' in params ? lookUp(log, params) : countByDay(log, params)) as R[])
  }

  remove(table: FactTable, condition: Statement): Promise<void> {
    this.beforeCall('remove')
    const gone = matches(table, condition)
    const left = (this.stored.get(table.table) ?? []).filter((row) => !gone(row))
    this.stored.set(table.table, left)
    return Promise.resolve()
  }
}
