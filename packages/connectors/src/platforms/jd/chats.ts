import { definePreset } from '../preset.ts'

const waiterSide = { '1': 'agent', true: 'agent', '0': 'buyer', false: 'buyer', '2': 'bot', '3': 'system' }

export const jdChatlog = definePreset({
  id: 'jd-chatlog',
  kind: 'chats',
  platform: 'jd',
  zh: '京东咚咚聊天记录 chatlog',
  en: 'JD chat log',
  signature: ['customer', 'waiter', 'content', ['waiterSend', 'sid']],
  fields: {
    text: 'content',
    sentAt: 'time',
    role: { columns: ['waiterSend'], values: waiterSide },
    agent: 'waiter',
    buyer: 'customer',
    sessionId: 'sid',
    channel: 'channel',
    productId: 'skuId',
    messageId: ['msgId', 'mid', 'id'],
    shop: ['venderName', 'shopName'],
  },
})

export const jdSessionlist = definePreset({
  id: 'jd-sessionlist',
  kind: 'conversations',
  platform: 'jd',
  zh: '京东咚咚会话列表 sessionlist',
  en: 'JD session list',
  signature: ['sid', 'customer', 'waiter', 'beginTime', ['endTime', 'replyTime']],
  fields: {
    sessionId: 'sid',
    buyer: 'customer',
    agent: 'waiter',
    startedAt: 'beginTime',
    repliedAt: 'replyTime',
    endedAt: 'endTime',
    productId: 'skuId',
    channel: 'channel',
    shop: ['venderName', 'shopName'],
  },
})
