import { conversationFact } from '@kesheng/contracts/facts/conversation'
import { sql } from '../access/sql/nodes.ts'
import type { Reading } from './ports.ts'
import { loadRows, type RowRef } from './refs.ts'
import { conversationColumns, type ConversationFields } from './rows/conversation-summary.ts'

export async function loadConversations(
  reading: Reading,
  refs: readonly RowRef[],
): Promise<ConversationFields[]> {
  const source = {
    table: conversationFact,
    columns: conversationColumns,
    id: sql`conversation_id`,
    idField: 'conversationId' as const,
  }
  return loadRows<ConversationFields, typeof conversationFact.columns>(reading, source, refs)
}
