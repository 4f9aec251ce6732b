import type { MessageKind, Role } from '@kesheng/contracts/facts/common'
import type { ChatRecord } from '@kesheng/contracts/intake/records'
import type { Values } from '../../files/source-row.ts'
import { automaticPrefix, messageKindNamed, messageKindOf } from '../../parse/message.ts'
import { type Fields, textReaders } from '../compile.ts'
import { roleNamed, roleOfParties, roleOfSender, type Party } from '../roles.ts'
import { fail, type RowContext } from '../row-context.ts'

/** Text shown for a message whose source has a kind and no words. */
export const placeholderOf: Readonly<Record<MessageKind, string>> = {
  text: '',
  image: '[图片]',
  card: '[卡片消息]',
  voice: '[语音]',
  video: '[视频]',
  file: '[文件]',
  recall: '撤回了一条消息',
  event: '[事件]',
}

/** Words and kind of one message; null when there is nothing to keep. */
export function describeMessage(
  text: string,
  named: MessageKind | undefined,
): { text: string; messageKind: MessageKind } | null {
  const written = text === '' ? 'text' : messageKindOf(text)
  const messageKind = named === undefined || named === 'text' ? written : named
  if (text !== '') return { text, messageKind }
  return messageKind === 'text' ? null : { text: placeholderOf[messageKind], messageKind }
}

/** A machine's prefix says which machine; what a buyer writes is never automatic. */
export function withPrefix(text: string, role: Role): { role: Role; automatic: boolean } {
  if (role !== 'agent' && role !== 'bot') return { role, automatic: false }
  const prefix = automaticPrefix(text)
  return { role: prefix === 'bot' ? 'bot' : role, automatic: role === 'bot' || prefix !== null }
}

const chatTexts = [
  'platform',
  'channel',
  'sessionId',
  'messageId',
  'productId',
  'productName',
  'orderId',
] as const

/** Records of rows that are one message each. */
export function chatBuilder(fields: Fields): (row: Values, context: RowContext) => ChatRecord[] {
  const text = fields.freeText('text')
  const kindName = fields.text('messageKind')
  const roleName = fields.text('role')
  const sender = fields.text('sender')
  const receiver = fields.text('receiver')
  const agent = fields.text('agent')
  const buyer = fields.text('buyer')
  const shop = fields.text('shop')
  const sentAt = fields.time('sentAt')
  const automatic = fields.flag('automatic')
  const optional = textReaders(fields, chatTexts)

  const decideRole = (row: Values, party: Party, content: string): Role | undefined => {
    const name = roleName(row)
    const stated = name === '' ? undefined : (roleNamed(name) ?? roleOfSender({ ...party, sender: name }))
    if (stated !== undefined) return stated
    const found = roleOfParties(party)
    if (found !== undefined) return found
    return automaticPrefix(content) === null ? undefined : 'agent'
  }

  return (row, context) => {
    const content = text(row, context)
    const described = describeMessage(content, messageKindNamed(kindName(row)))
    const time = sentAt(row, context)
    if (described === null) fail(context, 'text', '', 'missing_text')
    const party = {
      sender: sender(row),
      receiver: receiver(row),
      agent: agent(row),
      buyer: buyer(row),
      shop: shop(row),
    }
    const eventual =
      described?.messageKind === 'event' || described?.messageKind === 'recall' ? 'system' : undefined
    const found = decideRole(row, party, content) ?? eventual
    if (found === undefined) fail(context, 'role', party.sender || roleName(row), 'unknown_role')
    if (described === null || found === undefined || context.problems.length > 0) return []
    const { role, automatic: prefixed } = withPrefix(content, found)
    const record: ChatRecord = {
      kind: 'chats',
      role,
      messageKind: described.messageKind,
      text: described.text,
      sentAt: time,
      ordinal: context.ordinal,
      ...optional(row),
    }
    if (party.shop !== '') record.shop = party.shop
    const agentName =
      party.agent || (role === 'agent' ? party.sender : role === 'buyer' ? party.receiver : '')
    const buyerName =
      party.buyer || (role === 'buyer' ? party.sender : role === 'agent' ? party.receiver : '')
    if (agentName !== '' && roleNamed(agentName) === undefined) record.agent = agentName
    if (buyerName !== '' && roleNamed(buyerName) === undefined) record.buyer = buyerName
    if (prefixed || automatic(row) === true) record.automatic = true
    return [record]
  }
}
