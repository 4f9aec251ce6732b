import { opinionFact } from '@kesheng/contracts/facts/opinion'
import type { OpinionQuote } from '@kesheng/contracts/http/views'
import { isoTime } from '../../metrics/time-range.ts'
import { fields, type Picked } from './selection.ts'

const markNames = [
  'opinionId',
  'textId',
  'level1',
  'level2',
  'level3',
  'polarity',
  'strength',
  'start',
  'end',
  'quote',
  'confidence',
  'decidedBy',
  'decider',
] as const
const quoteNames = [
  ...markNames,
  'subjectKind',
  'subjectId',
  'occurredAt',
  'platform',
  'shopId',
  'agentId',
  'productName',
] as const

export const opinionMarkColumns = fields(opinionFact, markNames)
export type OpinionMark = Pick<OpinionQuote, (typeof markNames)[number]>

export const opinionQuoteColumns = fields(opinionFact, quoteNames)
export type OpinionQuoteFields = Picked<typeof opinionFact.columns, (typeof quoteNames)[number]>

export function toOpinionQuote(row: OpinionQuoteFields, text: string, timezone: string): OpinionQuote {
  return { ...row, occurredAt: isoTime(row.occurredAt, timezone), text }
}
