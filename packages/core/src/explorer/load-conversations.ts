import type { Reading } from './ports.ts'
import { loadRows, type RowRef } from './refs.ts'
import { conversationColumns, type ConversationFields } from './rows/conversation-summary.ts'

export async function loadConversations(
  reading: Reading,
  refs: readonly RowRef[],
): Promise<ConversationFields[]> {
  const wanted = { subject: 'conversation', columns: conversationColumns, id: 'conversationId' } as const
  return loadRows<ConversationFields>(reading, wanted, refs)
}
