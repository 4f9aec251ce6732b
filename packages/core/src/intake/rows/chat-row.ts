import { roles } from '@kesheng/contracts/facts/common'
import type { MessageLogRow } from '@kesheng/contracts/facts/message'
import type { ChatRecord } from '@kesheng/contracts/intake/records'
import { chatBuyerKey, isMaskedName } from '../../identity/buyer-key.ts'
import { contentId } from '../../identity/ids.ts'
import { dayOf } from '../../time/days.ts'
import { isAutomatic } from '../automatic.ts'
import { isUnreadable } from '../damaged-text.ts'
import { maskedText } from '../masked-text.ts'
import { isCoarse } from '../occurrences.ts'
import { reject } from '../rejects.ts'
import type { RowContext, RowMemory } from '../row-context.ts'
import type { RowResult } from '../row-sets.ts'
import { rowTime, type RowTime } from '../row-time.ts'
import { placeOf } from './common.ts'

const placeholders: Partial<Record<ChatRecord['messageKind'], string>> = {
  image: '[图片]',
  card: '[卡片消息]',
  voice: '[语音]',
  video: '[视频]',
  file: '[文件]',
  recall: '[撤回了一条消息]',
}

interface Naming {
  tenantId: string
  shopId: string
  threadId: string
  sessionKey: string
  at: number
  assumed: boolean
  line: number
  text: string
  fileIdentity: string
}

/**
 * The message's identity: the platform's id; else its content at its time; else, without any time, its place in its
 * session or file. Never the default time: importing again with another one must add nothing.
 */
function messageId(record: ChatRecord, naming: Naming, memory: RowMemory): string {
  const { tenantId, shopId, threadId, sessionKey, at, text } = naming
  if (record.messageId) return contentId('message', tenantId, shopId, 'id', record.messageId)
  if (naming.assumed) {
    return sessionKey === ''
      ? contentId('message', threadId, 'file', naming.fileIdentity, naming.line, record.ordinal, text)
      : contentId('message', threadId, 'session', sessionKey, record.ordinal, record.role, text)
  }
  const mayRepeat = record.messageKind !== 'text' || isCoarse(at)
  const occurrence = mayRepeat ? memory.occurrences.next(threadId, at, `${record.role}${text}`) : 0
  return contentId('message', threadId, 'at', at, record.role, occurrence, text)
}

/**
 * The message's time. A row that holds a conversation starts a second after the row above, so that order is kept
 * within rows and between them. A source that only knows when the conversation began gives an assumed time too.
 */
function chatTime(record: ChatRecord, line: number, context: RowContext): RowTime {
  const position = context.kind === 'conversations' ? line + record.ordinal : record.ordinal
  const time = rowTime(record.sentAt, context, position)
  return 'at' in time && record.timeAssumed === true ? { ...time, assumed: true } : time
}

/** The buyer the row names, else the one its session names; an account says more than a masked name. */
function accountOf(record: ChatRecord, memory: RowMemory): string | undefined {
  if (record.buyer && !isMaskedName(record.buyer)) return record.buyer
  return memory.sessionBuyers.buyerOf(record) ?? record.buyer
}

/** One chat message, ready for the log. Columns are written out because spreads are slow here (see message-row.ts). */
export function chatRow(
  record: ChatRecord,
  line: number,
  sessionKey: string,
  context: RowContext,
  memory: RowMemory,
): RowResult<MessageLogRow> {
  if (!roles.includes(record.role)) return { reject: reject(line, 'role', record.role, 'unknown_role') }
  const text = record.text.trim() || (placeholders[record.messageKind] ?? '')
  if (text === '') return { reject: reject(line, 'text', record.text, 'empty_text') }
  if (isUnreadable(text)) return { reject: reject(line, 'text', text, 'mojibake') }
  const time = chatTime(record, line, context)
  if ('problem' in time) return { reject: reject(line, 'sentAt', record.sentAt, time.problem) }

  const { platform, shopId, agentId } = placeOf(record, context)
  const buyer = accountOf(record, memory)
  const buyerKey = chatBuyerKey({ buyer, sessionId: sessionKey }, shopId, context.sourceId)
  const { buyerId, threadId, bucket } = memory.identities.identity(platform, shopId, buyerKey)
  const masked = maskedText(text, context)
  const { tenantId, fileIdentity } = context
  const { at, assumed } = time
  const naming = { tenantId, shopId, threadId, sessionKey, at, assumed, line, text, fileIdentity }
  const orderIds = record.orderId ? [...new Set([record.orderId, ...masked.orderIds])] : masked.orderIds
  return {
    row: {
      tenantId: context.tenantId,
      day: dayOf(time.at),
      bucket,
      threadId,
      sentAt: time.at,
      messageId: messageId(record, naming, memory),
      timeAssumed: time.assumed,
      platform,
      shopId,
      channel: record.channel ?? '',
      agentId,
      buyerId,
      buyerName: memory.identities.displayName(buyer),
      role: record.role,
      kind: record.messageKind,
      automatic: isAutomatic(record),
      text: masked.columns.text,
      sealedText: masked.columns.sealedText,
      maskStarts: masked.columns.maskStarts,
      maskEnds: masked.columns.maskEnds,
      maskKinds: masked.columns.maskKinds,
      sessionKey,
      ordinal: record.ordinal,
      productId: record.productId ?? '',
      productName: record.productName ?? '',
      orderIds,
      ownership: context.ownership,
      sourceId: context.sourceId,
      importId: context.importId,
      line,
      version: context.now,
      deleted: false,
    },
  }
}
