import { definePreset } from '../preset.ts'

export const kuaishouServiceAssessment = definePreset({
  id: 'kuaishou-service-assessment',
  kind: 'operation-events',
  platform: 'kuaishou',
  zh: '快手客服考核数据',
  en: 'Kuaishou service assessment table',
  signature: [
    [
      '三分钟回复率（人维度）',
      '三分钟回复率（会话）',
      '三分钟回复率(人维度)',
      '三分钟回复率(会话)',
      '三分钟回复率',
    ],
    ['不服务率', 'IM不满意率', '人工会话量'],
    ['咨询人数', '咨询人次'],
  ],
  fields: {
    agent: ['客服昵称', '客服账号', '客服名称', '客服', '姓名'],
    name: ['客服昵称', '客服账号', '客服名称', '客服', '姓名', '日期'],
    occurredAt: ['日期', '统计日期', '时间'],
    value: ['人工会话量', '咨询人数'],
  },
  constants: { eventType: '客服绩效' },
})
