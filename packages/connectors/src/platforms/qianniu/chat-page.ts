import type { Values } from '../../files/source-row.ts'
import { textOf } from '../../mapping/values.ts'
import { definePreset, type Expanded } from '../preset.ts'
import { listAt } from '../lines.ts'

const text = (row: Values, key: string): string => textOf(row[key]).trim()

const hasDate = (time: string): boolean => /^\d{4}|月|^\d{1,2}[-/]\d{1,2}\s|^[今昨前]天/.test(time)

/** The day of a date row: `2026-01-02`, `2026年1月2日 星期五`, `昨天`; the time of day it may carry is left off. */
const dayOf = (groupTime: string): string =>
  groupTime.replace(/\s+(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2})?\s*$/, '')

/**
 * The page shows the day in rows of their own and only the time beside each message, so the day is carried forward,
 * for every buyer apart. Words stand left or right by side; `chatName` tells who wrote them.
 */
function withDays(): (row: Values) => Expanded[] {
  const days = new Map<string, string>()
  const one = (row: Values): Expanded[] => {
    const thread = `${text(row, 'shopname')}\n${text(row, 'active_user_nickname')}`
    const group = text(row, 'groupTime')
    if (group !== '') days.set(thread, dayOf(group))
    const words = text(row, 'chatTextLeft') || text(row, 'chatTextRight') || text(row, 'chatText')
    const image = text(row, 'img')
    if (words === '' && image === '' && text(row, 'chatName') === '') return []
    const time = text(row, 'chatTime')
    const day = days.get(thread) ?? ''
    const chatTime = hasDate(time) || day === '' ? time : `${day} ${time}`.trim()
    const needsDay = !hasDate(chatTime) && /^\d{1,2}:\d{2}/.test(chatTime)
    const content = words !== '' ? words : image === '' ? '' : '[图片]'
    return [{ values: { ...row, chatTime: needsDay ? '' : chatTime, content } }]
  }
  return (row) => {
    const messages = listAt(row, ['messages', 'msgs', 'chats', 'chatList', 'list'])
    if (messages.length === 0) return one(row)
    const { active_user_nickname, shopname } = row
    return messages.flatMap((message) => one({ active_user_nickname, shopname, ...message }))
  }
}

export const qianniuChatPage = definePreset({
  id: 'qianniu-chat-page',
  kind: 'chats',
  platform: 'taobao',
  zh: '千牛聊天页面',
  en: 'Qianniu chat page',
  signature: [
    [
      'groupTime',
      'messages.groupTime',
      'msgs.groupTime',
      'chats.groupTime',
      'list.groupTime',
      'chatTime',
      'messages.chatTime',
    ],
    ['chatTextLeft', 'messages.chatTextLeft', 'msgs.chatTextLeft', 'chats.chatTextLeft', 'list.chatTextLeft'],
    ['chatName', 'messages.chatName', 'msgs.chatName', 'chats.chatName', 'list.chatName'],
    'active_user_nickname',
  ],
  fields: {
    text: 'content',
    sentAt: 'chatTime',
    sender: 'chatName',
    buyer: 'active_user_nickname',
    shop: 'shopname',
  },
  expand: withDays,
})
