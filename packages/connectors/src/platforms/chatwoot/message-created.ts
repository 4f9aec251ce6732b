import type { Values } from '../../files/source-row.ts'
import { textOf, valueAt } from '../../mapping/values.ts'
import { definePreset, type Expanded } from '../preset.ts'

/** The webhook names the side, exports and the database number it. */
const sides: Readonly<Record<string, string>> = {
  incoming: 'buyer',
  outgoing: 'agent',
  template: 'bot',
  activity: 'system',
  '0': 'buyer',
  '1': 'agent',
  '2': 'system',
  '3': 'bot',
}

const attachmentKinds: Readonly<Record<string, string>> = {
  image: 'image',
  audio: 'voice',
  video: 'video',
  file: 'file',
}

function openMessage(row: Values): Expanded[] {
  const event = textOf(row['event'])
  if (event !== '' && event !== 'message_created')
    return [{ problem: { field: 'text', value: event, reason: 'other_event' } }]
  if (row['private'] === true)
    return [{ problem: { field: 'text', value: textOf(row['id']), reason: 'private_note' } }]
  const type = textOf(row['message_type'])
  const senderType = textOf(valueAt(row, 'sender.type')).toLowerCase()
  const role =
    senderType === 'agent_bot' || senderType === 'captain_assistant' ? 'bot' : (sides[type] ?? type)
  const attachment = textOf(valueAt(row, 'attachments.file_type')).split('、')[0] ?? ''
  const contentType = textOf(row['content_type'])
  return [
    {
      values: {
        ...row,
        role,
        agentName:
          role === 'agent'
            ? textOf(valueAt(row, 'sender.name'))
            : textOf(valueAt(row, 'conversation.meta.assignee.name')),
        contactId:
          textOf(valueAt(row, 'conversation.meta.sender.id')) ||
          textOf(valueAt(row, 'contact.id')) ||
          textOf(valueAt(row, 'conversation.contact_inbox.contact_id')) ||
          (role === 'buyer' ? textOf(valueAt(row, 'sender.id')) : ''),
        kind: role === 'system' ? 'event' : (attachmentKinds[attachment] ?? contentType),
      },
    },
  ]
}

export const chatwootMessageCreated = definePreset({
  id: 'chatwoot-message-created',
  kind: 'chats',
  platform: 'website',
  zh: 'Chatwoot 消息推送 message_created',
  en: 'Chatwoot webhook message_created',
  signature: [
    'message_type',
    'content',
    'created_at',
    ['conversation.id', 'conversation_id', 'conversation.meta.sender.id'],
  ],
  fields: {
    text: 'content',
    sentAt: 'created_at',
    role: 'role',
    agent: 'agentName',
    buyer: 'contactId',
    sessionId: ['conversation.id', 'conversation_id'],
    messageId: 'id',
    channel: ['conversation.channel', 'inbox.name'],
    shop: ['account.name', 'inbox.name'],
    messageKind: 'kind',
  },
  expand: () => openMessage,
})
