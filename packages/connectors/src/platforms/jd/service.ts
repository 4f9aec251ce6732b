import { definePreset } from '../preset.ts'

export const jdEvaluationlist = definePreset({
  id: 'jd-evaluationlist',
  kind: 'agent-ratings',
  platform: 'jd',
  zh: '京东客服评价 evaluationlist',
  en: 'JD agent ratings',
  signature: ['customer', 'waiter', 'score', 'evaTime'],
  fields: {
    agent: 'waiter',
    buyer: 'customer',
    score: 'score',
    text: 'desc',
    ratedAt: 'evaTime',
    sessionId: 'sid',
    ratingId: ['evaId', 'id'],
  },
})

export const jdServiceWorkload = definePreset({
  id: 'jd-service-workload',
  kind: 'operation-events',
  platform: 'jd',
  zh: '京东客服服务工作量',
  en: 'JD service workload table',
  signature: [
    ['日期', '时间'],
    ['客服账号', '客服帐号', '客服', '客服昵称'],
    ['咨询量', '接待量', '咨询人数', '接待人数'],
    ['平均响应时间', '30s应答率', '满意率', '30秒应答率', '平均响应时长'],
  ],
  fields: {
    agent: ['客服账号', '客服帐号', '客服昵称', '客服'],
    name: ['客服账号', '客服帐号', '客服昵称', '客服', '日期'],
    occurredAt: ['日期', '时间'],
    value: ['接待量', '接待人数', '咨询量', '咨询人数'],
  },
  constants: { eventType: '客服绩效' },
})
