import type { ConversationAnalysis, ConversationInput, MessageInput } from '@kesheng/analysis/engine/types'
import type { ConversationRow } from '@kesheng/contracts/facts/conversation'
import type { MessageLogRow, MessageRow } from '@kesheng/contracts/facts/message'
import type { OpinionRow, TagHitRow } from '@kesheng/contracts/facts/opinion'
import { dayOf } from '../time/days.ts'
import { conversationRow, type LogSession } from './conversation-row.ts'
import { messageRow } from './message-row.ts'
import { opinionRows, tagHitRows, type TextSubject } from './opinion-rows.ts'
import { responseTimes, type TimedMessage } from './response-times.ts'

export interface ChatFacts {
  messages: MessageRow[]
  conversations: ConversationRow[]
  opinions: OpinionRow[]
  tagHits: TagHitRow[]
}

/** What the analyzer reads of a session. */
export function analyzerInput(session: LogSession): ConversationInput {
  const productName = session.messages.find((message) => message.productName !== '')?.productName
  const messages = session.messages.map(
    ({ role, automatic, kind, text }) => ({ role, automatic, kind, text }) as MessageInput,
  )
  return productName === undefined ? { messages } : { messages, productName }
}

function subjectOf(message: MessageLogRow, conversation: ConversationRow, stage: string): TextSubject {
  return {
    tenantId: message.tenantId,
    day: dayOf(message.sentAt),
    bucket: message.bucket,
    occurredAt: message.sentAt,
    subjectKind: 'conversation',
    subjectId: conversation.conversationId,
    textId: message.messageId,
    platform: message.platform,
    shopId: message.shopId,
    agentId: conversation.agentId,
    buyerId: message.buyerId,
    productId: conversation.productId,
    productName: conversation.productName,
    stage,
    scene: conversation.scene,
    role: message.role,
    ownership: message.ownership,
    sourceId: message.sourceId,
    importId: message.importId,
    line: message.line,
    version: conversation.version,
    deleted: false,
  }
}

/** Facts of one analysed session; orders and ratings are not tied to it yet. */
function addSession(
  facts: ChatFacts,
  session: LogSession,
  analysis: ConversationAnalysis,
  stamp: { analyzer: string; version: number },
): void {
  const { conversationId, messages } = session
  const { analyzer, version } = stamp
  const timed = messages.every((message) => !message.timeAssumed)
  const times = responseTimes(messages as readonly (MessageLogRow & TimedMessage)[], timed)
  const conversation = conversationRow(session, analysis, times, { ...stamp, timed })
  facts.conversations.push(conversation)
  for (const [position, message] of messages.entries()) {
    const own = analysis.messages[position]
    if (own === undefined) throw new RangeError(`no analysis of message ${position} in ${conversationId}`)
    const wait = times.waits[position] ?? null
    facts.messages.push(messageRow(message, { conversationId, position, wait, analyzer, version }, own))
    const scenes = analysis.scenes.filter((scene) => scene.messageIndex === position)
    if (own.opinions.length + own.intents.length + scenes.length === 0) continue
    const subject = subjectOf(message, conversation, own.stage)
    facts.opinions.push(...opinionRows(subject, own.opinions))
    facts.tagHits.push(...tagHitRows(subject, 'intent', own.intents), ...tagHitRows(subject, 'scene', scenes))
  }
}

/**
 * Facts of analysed sessions: one row a message, conversation, opinion and tag hit. Pure; the same sessions and
 * analyses give the same rows and ids.
 */
export function buildFacts(
  sessions: readonly LogSession[],
  analyses: readonly ConversationAnalysis[],
  stamp: { analyzer: string; version: number },
): ChatFacts {
  const facts: ChatFacts = { messages: [], conversations: [], opinions: [], tagHits: [] }
  for (const [index, session] of sessions.entries()) {
    const analysis = analyses[index]
    if (analysis === undefined) throw new RangeError(`no analysis of ${session.conversationId}`)
    addSession(facts, session, analysis, stamp)
  }
  return facts
}
