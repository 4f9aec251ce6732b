import { z } from 'zod'
import { ownerships } from '../facts/common.ts'
import { intakeKinds } from './kinds.ts'

/** Where one canonical field comes from. */
export const fieldRule = z.object({
  /** Source columns, tried in order (dotted path for JSON). First non-empty wins. */
  columns: z.array(z.string()).min(1),
  /** Value translation, e.g. {"好评":"good"}; applied after trimming. */
  values: z.record(z.string(), z.string()).optional(),
  /** Money given in 分. */
  unit: z.enum(['yuan', 'fen', 'seconds', 'milliseconds']).optional(),
})
export type FieldRule = z.infer<typeof fieldRule>

export const questionRule = z.object({
  column: z.string(),
  questionId: z.string(),
  questionText: z.string(),
  questionKind: z.enum(['nps', 'csat', 'ces', 'score', 'choice', 'text', 'agentRating']),
  scaleMinimum: z.number().optional(),
  scaleMaximum: z.number().optional(),
  /** Values that mean "not ticked / not answered", e.g. "-1". */
  emptyValues: z.array(z.string()).optional(),
})
export type QuestionRule = z.infer<typeof questionRule>

/** How rows of a file become records of one kind. Saved per tenant and reused. */
export const mapping = z.object({
  name: z.string().min(1).max(120),
  kind: z.enum(intakeKinds),
  /** Connector preset that interprets rows; `generic` maps by `fields` alone. */
  preset: z.string().default('generic'),
  fields: z.record(z.string(), fieldRule).default({}),
  /** Wide surveys: one column a question. */
  questions: z.array(questionRule).optional(),
  /** Fixed values for fields the file lacks: platform, shop, channel, surveyId… */
  constants: z.record(z.string(), z.string()).default({}),
  timezone: z.string().default('Asia/Shanghai'),
  /** 1-based rows that form the header; joined top to bottom when several. */
  headerRows: z.array(z.number().int().min(1)).default([1]),
  delimiter: z.string().optional(),
  encoding: z.string().optional(),
  sheet: z.string().optional(),
})
export type Mapping = z.infer<typeof mapping>
/** What a user or a saved file may leave out. */
export type MappingInput = z.input<typeof mapping>

export const importOptions = z.object({
  mapping,
  shop: z.string().optional(),
  platform: z.string().optional(),
  ownership: z.enum(ownerships).default('own'),
  /** ISO time for rows of a file that has no time at all. */
  defaultTime: z.string().optional(),
  /** Name of the source in the data catalogue; the file name when absent. */
  sourceName: z.string().optional(),
})
export type ImportOptions = z.infer<typeof importOptions>

/**
 * The mapping with the shop and platform a person gave for the whole file. They stand in for rows that name none and
 * help to tell buyers from agents; what a row says itself comes first, what a preset assumes comes last.
 */
export function withFixedValues(
  mapping: Mapping,
  { shop = '', platform = '' }: { shop?: string | undefined; platform?: string | undefined },
): Mapping {
  if (shop === '' && platform === '') return mapping
  const given = { ...(shop === '' ? {} : { shop }), ...(platform === '' ? {} : { platform }) }
  return { ...mapping, constants: { ...mapping.constants, ...given } }
}
