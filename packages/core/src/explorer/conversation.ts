import { messageFact } from '@kesheng/contracts/facts/message'
import { opinionFact, tagHitFact } from '@kesheng/contracts/facts/opinion'
import type { ConversationSummary, OrderSummary, ThreadMessage } from '@kesheng/contracts/http/views'
import { runSelect } from '../access/run-scoped.ts'
import type { Scope } from '../access/scope.ts'
import {
  facts,
  select,
  sql,
  utcDay,
  uuid,
  type FactSource,
  type SelectColumn,
  type Sql,
} from '../access/sql/nodes.ts'
import { attributionRule } from '../conversations/attribution.ts'
import { notFound } from '../errors/errors.ts'
import type { FactStore } from '../facts/ports.ts'
import { ordersBeside } from './orders-beside.ts'
import type { Reading, ReadingContext } from './ports.ts'
import { findRefs, loadRows } from './refs.ts'
import {
  conversationDetailColumns,
  toConversationSummary,
  type ConversationDetail,
} from './rows/conversation-summary.ts'
import { threadColumns, toThreadMessage, type ThreadFields } from './rows/message-item.ts'
import { opinionMarkColumns, type OpinionMark } from './rows/opinion-quote.ts'
import { fields, type Picked } from './rows/selection.ts'

export interface ConversationView {
  conversation: ConversationSummary & {
    sourceId: string
    importId: string
    analyzer: string
    attribution: { windowHours: number; rule: string; attributedAmount: number }
  }
  messages: ThreadMessage[]
  opinions: OpinionMark[]
  tags: TagMark[]
  orders: OrderSummary[]
}

const tagNames = [
  'hitId',
  'textId',
  'tagKind',
  'tagId',
  'start',
  'end',
  'quote',
  'confidence',
  'decidedBy',
  'decider',
] as const
const tagColumns = fields(tagHitFact, tagNames)
type TagMark = Picked<typeof tagHitFact.columns, (typeof tagNames)[number]>

/** One conversation with its thread, what was found in it and the orders beside it. */
export async function conversation(
  { facts: store }: { facts: Pick<FactStore, 'query'> },
  request: { conversationId: string; attributionWindowHours: number },
  scope: Scope,
  context: ReadingContext,
): Promise<ConversationView> {
  const reading: Reading = { facts: store, scope, context }
  const row = await findConversation(reading, request.conversationId)
  const [messages, opinions, tags, orders] = await Promise.all([
    readThread(reading, row),
    readMarks<OpinionMark>(reading, row, facts(opinionFact, scope), opinionMarkColumns),
    readMarks<TagMark>(reading, row, facts(tagHitFact, scope), tagColumns),
    ordersBeside(reading, row),
  ])
  const { attributedAmount, sourceId, importId, analyzer } = row
  return {
    conversation: {
      ...toConversationSummary(row, context.timezone),
      sourceId,
      importId,
      analyzer,
      attribution: { windowHours: request.attributionWindowHours, rule: attributionRule, attributedAmount },
    },
    messages: messages.map((message) => toThreadMessage(message, context.timezone)),
    opinions,
    tags,
    orders,
  }
}

async function findConversation(reading: Reading, conversationId: string): Promise<ConversationDetail> {
  const refs = await findRefs(reading, 'conversation', conversationId)
  const wanted = {
    subject: 'conversation',
    columns: conversationDetailColumns,
    id: 'conversationId',
  } as const
  const [row] = await loadRows<ConversationDetail>(reading, wanted, refs)
  if (row) return row
  throw notFound({
    message: { zh: '没有这个会话，或不在您的可见范围内', en: 'No such conversation, or not in your scope' },
  })
}

async function readThread(
  { facts: store, scope, context }: Reading,
  row: ConversationDetail,
): Promise<ThreadFields[]> {
  const thread = select({
    columns: threadColumns,
    from: facts(messageFact, scope),
    where: [
      ...ofItsDays(row),
      sql`thread_id = ${uuid(row.threadId)}`,
      sql`conversation_id = ${uuid(row.conversationId)}`,
    ],
    orderBy: [
      { sql: sql`position`, direction: 'asc' },
      { sql: sql`sent_at`, direction: 'asc' },
    ],
  })
  return runSelect<ThreadFields>(store, thread, context)
}

async function readMarks<Mark extends object>(
  { facts: store, context }: Reading,
  row: ConversationDetail,
  from: FactSource,
  columns: readonly SelectColumn[],
): Promise<Mark[]> {
  const marks = select({
    columns,
    from,
    where: [
      ...ofItsDays(row),
      sql`subject_kind = 'conversation'`,
      sql`subject_id = ${uuid(row.conversationId)}`,
    ],
    orderBy: [
      { sql: sql`occurred_at`, direction: 'asc' },
      { sql: sql`start`, direction: 'asc' },
    ],
  })
  return runSelect<Mark>(store, marks, context)
}

function ofItsDays({ startedAt, endedAt }: ConversationDetail): Sql[] {
  return [sql`day >= ${utcDay(startedAt)}`, sql`day <= ${utcDay(endedAt)}`]
}
