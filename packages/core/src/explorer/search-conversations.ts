import { messageFact } from '@kesheng/contracts/facts/message'
import type { ConversationSummary } from '@kesheng/contracts/http/views'
import { runSelect } from '../access/run-scoped.ts'
import type { Scope } from '../access/scope.ts'
import { facts, select, sql, subquery, utcDay, uuids, type OrderItem, type Sql } from '../access/sql/nodes.ts'
import type { FactStore } from '../facts/ports.ts'
import { loadConversations } from './load-conversations.ts'
import type { Reading, ReadingContext } from './ports.ts'
import { toConversationSummary, type ConversationFields } from './rows/conversation-summary.ts'
import { ordered, searchedPeriod, searchRefs, type SearchRequest } from './search-page.ts'
import { searchTerms, snippetOf, textConditions } from './text-search.ts'

export type ConversationSort = 'newest' | 'oldest' | 'mostNegative' | 'slowest' | 'longest'

export interface ConversationSearch extends SearchRequest {
  readonly sort: ConversationSort
}

const dayLength = 86_400_000

const orders: Readonly<Record<ConversationSort, OrderItem[]>> = {
  newest: ordered('conversation', sql`started_at`, 'desc'),
  oldest: ordered('conversation', sql`started_at`, 'asc'),
  mostNegative: ordered('conversation', sql`sentiment_score`, 'asc'),
  slowest: ordered('conversation', sql`longest_wait_seconds`, 'desc'),
  longest: ordered('conversation', sql`message_count`, 'desc'),
}

/** Conversations by filters and words. Several words must stand in the same message. */
export async function searchConversations(
  { facts }: { facts: Pick<FactStore, 'query'> },
  request: ConversationSearch,
  scope: Scope,
  context: ReadingContext,
): Promise<{ total: number; items: ConversationSummary[] }> {
  const reading: Reading = { facts, scope, context }
  const terms = searchTerms(request.text)
  const where = terms.length > 0 ? [holdsWords(terms, request, reading)] : []
  const { total, refs } = await searchRefs(reading, 'conversation', request, {
    where,
    orderBy: orders[request.sort],
  })
  const rows = await loadConversations(reading, refs)
  const snippets = await snippetsOf(reading, rows, terms)
  return {
    total,
    items: rows.map((row) =>
      toConversationSummary(row, context.timezone, snippets.get(row.conversationId) ?? null),
    ),
  }
}

/** Messages come after their conversation's start, so only the lower end of the span narrows them. */
function holdsWords(terms: readonly string[], request: ConversationSearch, reading: Reading): Sql {
  const { from } = searchedPeriod(request, reading)
  const messages = select({
    columns: [{ as: 'found', sql: sql`conversation_id` }],
    from: facts(messageFact, reading.scope),
    where: [...(from === null ? [] : [sql`day >= ${utcDay(from)}`]), ...textConditions(terms)],
  })
  return sql`conversation_id IN ${subquery(messages)}`
}

/** The first message of each conversation that holds the words. */
async function snippetsOf(
  { facts: store, scope, context }: Reading,
  rows: readonly ConversationFields[],
  terms: readonly string[],
): Promise<Map<string, string>> {
  if (terms.length === 0 || rows.length === 0) return new Map()
  const threads = rows.map((row) => row.threadId)
  const found = await runSelect<{ id: string; words: string }>(
    store,
    select({
      columns: [
        { as: 'id', sql: sql`toString(conversation_id)` },
        { as: 'words', sql: sql`argMin(text, (sent_at, message_id))` },
      ],
      from: facts(messageFact, scope),
      where: [
        sql`day >= ${utcDay(Math.min(...rows.map((row) => row.startedAt)))}`,
        sql`day <= ${utcDay(Math.max(...rows.map((row) => row.endedAt)) + dayLength)}`,
        sql`thread_id IN ${uuids([...new Set(threads)])}`,
        sql`conversation_id IN ${uuids(rows.map((row) => row.conversationId))}`,
        ...textConditions(terms),
      ],
      groupBy: [sql`conversation_id`],
    }),
    context,
  )
  return new Map(found.map(({ id, words }) => [id, snippetOf(words, terms)]))
}
