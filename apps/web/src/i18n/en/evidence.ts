import type { evidence as source } from '../zh/evidence.ts'
import type { Translated } from '../translated.ts'

export const evidence: Translated<typeof source> = {
  title: 'Evidence',
  subjects: {
    conversation: '{{n}} conversations',
    message: '{{n}} messages',
    opinion: '{{n}} verbatims',
    review: '{{n}} reviews',
    surveyAnswer: '{{n}} answers',
    order: '{{n}} orders',
    refund: '{{n}} refunds',
  },
  numerator: '{{n}} of them count in the numerator',
  countsIn: 'counts in',
  formula: 'Formula',
  period: 'Period',
  listLabel: 'The rows that make this number',
  empty: 'No rows',
  open: 'Open',
  messages: '{{n}} messages',
  refunded: 'Refund {{amount}}',
  score: '{{score}} pts',
}
