import type { Values } from '../../files/source-row.ts'
import { isObject, textOf } from '../../mapping/values.ts'
import { definePreset, type Expanded } from '../preset.ts'

/** Ids of external contacts begin with wm or wo, of robots with wb; everybody else is staff. */
const isExternal = (id: string): boolean => /^w[mo][A-Za-z0-9_-]{6,}/.test(id)
const isRobot = (id: string): boolean => /^wb[A-Za-z0-9_-]{6,}/.test(id)

const memberText = (body: unknown, key: string): string => (isObject(body) ? textOf(body[key]).trim() : '')

/** Words of a message by its type; '' lets the kind's placeholder stand for it. */
function wordsOf(row: Values, type: string): string {
  const body = row[type]
  if (type === 'text' || type === 'markdown') return memberText(body, 'content')
  if (type === 'link')
    return ['title', 'link_url']
      .map((key) => memberText(body, key))
      .filter(Boolean)
      .join(' ')
  if (type === 'weapp') return memberText(body, 'title') || memberText(body, 'displayname')
  if (type === 'location')
    return ['title', 'address']
      .map((key) => memberText(body, key))
      .filter(Boolean)
      .join(' ')
  if (type === 'file')
    return memberText(body, 'filename') === '' ? '' : `[文件] ${memberText(body, 'filename')}`
  if (type === 'mixed' && isObject(body) && Array.isArray(body['item']))
    return body['item'].map(mixedPart).join(' ').trim()
  return ''
}

/** Parts of a mixed message carry their body as JSON text. */
function mixedPart(part: unknown): string {
  if (!isObject(part)) return ''
  if (textOf(part['type']) !== 'text') return '[图片]'
  try {
    return memberText(JSON.parse(textOf(part['content'])), 'content')
  } catch {
    return textOf(part['content'])
  }
}

function roleOf(from: string): string {
  if (isExternal(from)) return 'buyer'
  return isRobot(from) ? 'bot' : 'agent'
}

const problem = (field: string, value: string, reason: string): Expanded[] => [
  { problem: { field, value, reason } },
]

function openMessage(row: Values): Expanded[] {
  if (row['encrypt_chat_msg'] !== undefined && row['msgtype'] === undefined) {
    return problem('text', textOf(row['msgid']), 'encrypted_message')
  }
  const action = textOf(row['action'])
  const time = row['msgtime'] ?? row['time']
  if (action === 'switch') {
    const user = textOf(row['user'])
    const values = { ...row, time, agent: user, role: 'system', kind: 'event', words: '切换企业' }
    return [{ values }]
  }
  const from = textOf(row['from'])
  const to = Array.isArray(row['tolist']) ? row['tolist'].map(textOf) : textOf(row['tolist']).split(/[、,;|]/)
  const room = textOf(row['roomid'])
  const external = [from, ...to].find(isExternal) ?? ''
  if (external === '' && room === '') return problem('buyer', from, 'internal_chat')
  const type = action === 'recall' ? 'revoke' : textOf(row['msgtype'])
  return [
    {
      values: {
        ...row,
        time,
        role: roleOf(from),
        agent:
          isExternal(from) || isRobot(from)
            ? (to.find((id) => !isExternal(id) && !isRobot(id) && id !== '') ?? '')
            : from,
        buyer: room === '' ? external : room,
        channel: room === '' ? '单聊' : '客户群',
        kind: type,
        words: wordsOf(row, type),
      },
    },
  ]
}

export const wecomArchive = definePreset({
  id: 'wecom-archive',
  kind: 'chats',
  platform: 'wecom',
  zh: '企业微信会话存档（解密后）',
  en: 'WeCom message archive (decrypted)',
  signature: [
    'msgid',
    ['action', 'encrypt_chat_msg'],
    ['from', 'user', 'publickey_ver'],
    ['tolist', 'msgtype', 'msgtime', 'seq'],
  ],
  fields: {
    text: 'words',
    sentAt: { columns: ['time'], unit: 'milliseconds' },
    role: 'role',
    agent: 'agent',
    buyer: 'buyer',
    channel: 'channel',
    messageId: 'msgid',
    messageKind: 'kind',
  },
  expand: () => openMessage,
})
