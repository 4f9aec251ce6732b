import { conversationFact, type ConversationRow } from '@kesheng/contracts/facts/conversation'
import { opinionFact, tagHitFact } from '@kesheng/contracts/facts/opinion'
import type { Columns, FactTable, Row } from '@kesheng/contracts/facts/columns'
import type { FactStore } from '../facts/ports.ts'
import { slices, where } from '../facts/where.ts'
import { tombstone } from './empty-row.ts'
import type { ChatFacts } from './build-facts.ts'
import type { ThreadRange } from './read-sessions.ts'

type StoredConversation = Pick<ConversationRow, 'conversationId' | 'version'> & ConversationRow

/** Keys and versions of the conversations that now stand for the range. */
export async function storedConversations(
  facts: FactStore,
  range: ThreadRange,
): Promise<StoredConversation[]> {
  const { tenantId, day, bucketFrom, bucketTo, threadIds } = range
  const columns = ['tenantId', 'day', 'bucket', 'threadId', 'conversationId', 'version'] as const
  const bucket = { from: bucketFrom, to: bucketTo }
  if (threadIds === undefined)
    return facts.read(conversationFact, where(conversationFact, { tenantId, day, bucket }), { columns })
  const rows: StoredConversation[] = []
  for (const slice of slices(threadIds)) {
    const condition = where(conversationFact, { tenantId, day, bucket, threadId: { in: slice } })
    rows.push(...(await facts.read(conversationFact, condition, { columns })))
  }
  return rows
}

/** Keys of opinions or tags of the given conversations; a conversation reaches into the next day at most. */
async function storedDerived<C extends Columns>(
  facts: FactStore,
  table: FactTable<C>,
  range: ThreadRange,
  conversationIds: readonly string[],
): Promise<Row<C>[]> {
  const rows: Row<C>[] = []
  for (const slice of slices(conversationIds)) {
    const tests = {
      tenantId: range.tenantId,
      day: { from: range.day, to: range.day + 1 },
      bucket: { from: range.bucketFrom, to: range.bucketTo },
      subjectId: { in: slice },
    } as unknown as Parameters<typeof where<C>>[1]
    rows.push(...(await facts.read(table, where(table, tests), { columns: table.orderBy })))
  }
  return rows
}

/** Stored rows whose key was not produced again, as tombstones. */
function vanished<C extends Columns>(
  table: FactTable<C>,
  stored: readonly Row<C>[],
  produced: readonly Row<C>[],
  version: number,
): Row<C>[] {
  const keyOf = (row: Row<C>): string => table.orderBy.map((column) => String(row[column])).join('|')
  const kept = new Set(produced.map(keyOf))
  return stored.filter((row) => !kept.has(keyOf(row))).map((row) => tombstone(table, row, version))
}

/**
 * Adds tombstones for what an earlier analysis of the range left and this one does not produce any more. Messages
 * need none: a message keeps its key whatever conversation it falls into.
 */
export async function addTombstones(
  facts: FactStore,
  range: ThreadRange,
  produced: ChatFacts,
  stored: readonly ConversationRow[],
  version: number,
): Promise<ChatFacts> {
  if (stored.length === 0) return produced
  const ids = stored.map((row) => row.conversationId)
  const opinions = await storedDerived(facts, opinionFact, range, ids)
  const tagHits = await storedDerived(facts, tagHitFact, range, ids)
  return {
    messages: produced.messages,
    conversations: [
      ...produced.conversations,
      ...vanished(conversationFact, stored, produced.conversations, version),
    ],
    opinions: [...produced.opinions, ...vanished(opinionFact, opinions, produced.opinions, version)],
    tagHits: [...produced.tagHits, ...vanished(tagHitFact, tagHits, produced.tagHits, version)],
  }
}
