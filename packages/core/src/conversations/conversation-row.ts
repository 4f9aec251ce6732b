import type { ConversationAnalysis } from '@kesheng/analysis/engine/types'
import type { ConversationRow } from '@kesheng/contracts/facts/conversation'
import type { MessageLogRow } from '@kesheng/contracts/facts/message'
import { dayOf } from '../time/days.ts'
import { isColleague, isNoise } from './noise.ts'
import { isHumanReply, type ResponseTimes, type TimedMessage } from './response-times.ts'
import type { Session } from './sessionise.ts'

export type LogSession = Session<MessageLogRow>

const previewLength = 60

interface Tallies {
  buyer: MessageLogRow[]
  human: MessageLogRow[]
  automatic: number
}

function tally(messages: readonly MessageLogRow[]): Tallies {
  const tallies: Tallies = { buyer: [], human: [], automatic: 0 }
  for (const message of messages) {
    if (message.role === 'buyer') tallies.buyer.push(message)
    else if (isHumanReply(message as MessageLogRow & TimedMessage)) tallies.human.push(message)
    else if (message.role === 'bot' || (message.role === 'agent' && message.automatic)) tallies.automatic++
  }
  return tallies
}

/** Agents by number of human replies, most first; the earlier one wins a tie. */
function agentsOf(human: readonly MessageLogRow[]): string[] {
  const replies = new Map<string, number>()
  for (const { agentId } of human) if (agentId !== '') replies.set(agentId, (replies.get(agentId) ?? 0) + 1)
  return [...replies].sort((a, b) => b[1] - a[1]).map(([agentId]) => agentId)
}

const firstOf = (
  messages: readonly MessageLogRow[],
  column: 'productId' | 'productName' | 'buyerName' | 'channel',
) => messages.find((message) => message[column] !== '')?.[column] ?? ''

function previewOf(messages: readonly MessageLogRow[], buyer: readonly MessageLogRow[]): string {
  const first = buyer.find((message) => message.kind === 'text') ?? buyer[0] ?? messages[0]
  return Array.from(first?.text.slice(0, 2 * previewLength) ?? '')
    .slice(0, previewLength)
    .join('')
}

/** Figures of the analysis. */
function understanding(analysis: ConversationAnalysis) {
  const opinions = analysis.messages.flatMap((message) => message.opinions)
  return {
    sentiment: analysis.sentiment,
    sentimentScore: analysis.sentimentScore,
    sentimentOpening: analysis.sentimentOpening,
    sentimentClosing: analysis.sentimentClosing,
    scene: analysis.scene,
    scenes: [...new Set(analysis.scenes.map((scene) => scene.tagId))],
    stage: analysis.stage,
    intents: analysis.intents,
    purchaseIntent: analysis.purchaseIntent,
    opinionCount: opinions.length,
    negativeOpinionCount: opinions.filter((opinion) => opinion.polarity < 0).length,
  }
}

function response(times: ResponseTimes) {
  const { waits: _, ...figures } = times
  return figures
}

/** The conversation fact of a session, before orders and ratings are tied to it. */
export function conversationRow(
  session: LogSession,
  analysis: ConversationAnalysis,
  times: ResponseTimes,
  stamp: { analyzer: string; version: number; timed: boolean },
): ConversationRow {
  const { messages } = session
  const first = messages[0] as MessageLogRow
  const last = messages.at(-1) as MessageLogRow
  const { buyer, human, automatic } = tally(messages)
  const agentIds = agentsOf(human)
  const buyerName = firstOf(buyer, 'buyerName') || firstOf(messages, 'buyerName')
  const served = buyer.length > 0 && human.length > 0
  const texts = buyer.filter((message) => message.kind === 'text').map((message) => message.text)
  return {
    tenantId: first.tenantId,
    day: dayOf(first.sentAt),
    bucket: first.bucket,
    threadId: session.threadId,
    startedAt: first.sentAt,
    conversationId: session.conversationId,
    sessionKey: first.sessionKey,
    endedAt: last.sentAt,
    timeAssumed: first.timeAssumed,
    platform: first.platform,
    shopId: first.shopId,
    channel: firstOf(messages, 'channel'),
    agentId: agentIds[0] ?? '',
    agentIds,
    buyerId: first.buyerId,
    buyerName,
    productId: firstOf(messages, 'productId'),
    productName: firstOf(messages, 'productName'),
    messageCount: messages.length,
    buyerMessageCount: buyer.length,
    agentMessageCount: human.length,
    automaticMessageCount: automatic,
    inquired: buyer.length > 0,
    served,
    effective: served && !isNoise(texts) && !isColleague(buyerName, first.shopId),
    timed: stamp.timed,
    ...response(times),
    durationSeconds: stamp.timed ? (last.sentAt - first.sentAt) / 1000 : 0,
    ...understanding(analysis),
    preview: previewOf(messages, buyer),
    orderIds: [...new Set(messages.flatMap((message) => message.orderIds))],
    presaleInquiry: served,
    ordered: false,
    converted: false,
    attributedAmount: 0,
    rating: null,
    analyzer: stamp.analyzer,
    ownership: first.ownership,
    sourceId: first.sourceId,
    importId: first.importId,
    line: first.line,
    version: stamp.version,
    deleted: false,
  }
}
