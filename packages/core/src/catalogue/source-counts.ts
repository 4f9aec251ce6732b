import { agentStatusFact, operationEventFact } from '@kesheng/contracts/facts/operation'
import { conversationFact } from '@kesheng/contracts/facts/conversation'
import type { Columns, FactTable } from '@kesheng/contracts/facts/columns'
import { messageFact } from '@kesheng/contracts/facts/message'
import { opinionFact, tagHitFact } from '@kesheng/contracts/facts/opinion'
import { orderLineFact, refundFact } from '@kesheng/contracts/facts/order'
import { reviewFact } from '@kesheng/contracts/facts/review'
import { surveyAnswerFact } from '@kesheng/contracts/facts/survey-answer'
import type { Scope } from '../access/scope.ts'
import { facts, name, select, sql, text, type Select, type Sql } from '../access/sql/nodes.ts'

/** Rows of one kind of fact from one source. */
export interface SourceCount {
  readonly noun: string
  readonly sourceId: string
  readonly amount: number
  /** Epoch milliseconds. */
  readonly earliest: number
  readonly latest: number
}

interface Counted {
  readonly table: FactTable
  readonly time: Sql
}

const counted = <C extends Columns>(table: FactTable<C>, time: Sql): Counted => ({
  table: table as unknown as FactTable,
  time,
})

const tables: readonly Counted[] = [
  counted(messageFact, sql`sent_at`),
  counted(conversationFact, sql`started_at`),
  counted(opinionFact, sql`occurred_at`),
  counted(tagHitFact, sql`occurred_at`),
  counted(reviewFact, sql`reviewed_at`),
  counted(surveyAnswerFact, sql`answered_at`),
  counted(orderLineFact, sql`ordered_at`),
  counted(refundFact, sql`applied_at`),
  counted(agentStatusFact, sql`changed_at`),
  counted(operationEventFact, sql`occurred_at`),
]

/** Counts and time spans of every source over every kind of fact, in one statement. */
export function sourceCounts(scope: Scope): Select {
  const selects = tables.map(({ table, time }) =>
    select({
      columns: [
        { as: 'noun', sql: text(table.noun) },
        { as: 'sourceId', sql: sql`toString(source_id)` },
        { as: 'amount', sql: sql`toFloat64(count())` },
        { as: 'earliest', sql: sql`toFloat64(toUnixTimestamp64Milli(min(${time})))` },
        { as: 'latest', sql: sql`toFloat64(toUnixTimestamp64Milli(max(${time})))` },
      ],
      from: facts(table, scope),
      groupBy: [sql`source_id`],
    }),
  )
  const columns = ['noun', 'sourceId', 'amount', 'earliest', 'latest']
  return select({
    columns: columns.map((column) => ({ as: column, sql: name(column) })),
    from: { kind: 'union', selects },
    orderBy: [{ sql: name('amount'), direction: 'desc' }],
  })
}
