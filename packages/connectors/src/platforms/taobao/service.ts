import { definePreset } from '../preset.ts'

/** The platform counts from 0 (very satisfied) to 4 (very dissatisfied); ratings here are 5 (best) to 1. */
const fromCode = { '0': '5', '1': '4', '2': '3', '3': '2', '4': '1' }

export const taobaoKefueval = definePreset({
  id: 'taobao-kefueval',
  kind: 'agent-ratings',
  platform: 'taobao',
  zh: '淘宝客服评价 kefueval',
  en: 'Taobao agent ratings',
  signature: ['eval_code', ['eval_sender', 'eval_recer'], ['eval_time', 'send_time']],
  fields: {
    agent: 'eval_sender',
    buyer: ['open_uid', 'eval_recer'],
    score: { columns: ['eval_code'], values: fromCode },
    ratedAt: ['eval_time', 'send_time'],
    ratingId: ['eval_id', 'id'],
    text: ['label_name', 'desc', 'content'],
    invitedBy: { columns: ['source'], values: { '0': 'agent', '1': 'buyer', '2': 'system' } },
  },
})

export const qianniuOnlineStatus = definePreset({
  id: 'qianniu-online-status',
  kind: 'agent-status',
  platform: 'taobao',
  zh: '千牛客服在线状态日志',
  en: 'Qianniu online status log',
  signature: [['account_id', 'account_nick', 'nick'], 'status', 'change_time'],
  fields: {
    agent: ['account_nick', 'nick', 'sub_nick', 'account_id'],
    changedAt: 'change_time',
    status: {
      columns: ['status'],
      values: { '1': 'online', '-1': 'offline', '2': 'paused', '3': 'resumed' },
    },
    shop: ['shop_name', 'seller_nick'],
  },
})

export const taobaoServicePerformance = definePreset({
  id: 'taobao-service-performance',
  kind: 'operation-events',
  platform: 'taobao',
  zh: '生意参谋客服绩效',
  en: 'Taobao service performance table',
  signature: [
    ['旺旺昵称', '客服昵称'],
    '咨询人数',
    ['有效接待人数', '询单人数'],
    ['销售额', '下单金额', '客服销售额'],
  ],
  fields: {
    agent: ['旺旺昵称', '客服昵称'],
    name: ['旺旺昵称', '客服昵称'],
    occurredAt: ['日期', '统计日期', '时间'],
    value: ['有效接待人数', '咨询人数'],
    shop: ['店铺', '店铺名称'],
  },
  constants: { eventType: '客服绩效' },
})
