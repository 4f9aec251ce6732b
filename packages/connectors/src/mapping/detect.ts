import { intakeKinds, type IntakeKind } from '@kesheng/contracts/intake/kinds'
import { mapping, type Mapping, type QuestionRule } from '@kesheng/contracts/intake/mapping'
import type { Values } from '../files/source-row.ts'
import { platformPresets } from '../platforms/all.ts'
import type { Preset } from '../platforms/preset.ts'
import { guessQuestions } from './questions.ts'
import { fillShare, suggestFields, type Suggestion } from './suggest.ts'
import { columnResolver, listColumns, textOf, valueAt } from './values.ts'

export interface Detection {
  mapping: Mapping
  preset: Preset | null
  /** 0–1. */
  confidence: number
}

const alternatives = (wanted: string | readonly string[]): readonly string[] =>
  typeof wanted === 'string' ? [wanted] : wanted

/** How well columns fit a preset: nothing unless every mark of its signature is there, then the share of its fields. */
export function presetFit(preset: Preset, columns: readonly string[]): number {
  const present = new Set(columns)
  const resolve = columnResolver(columns)
  const has = (name: string): boolean => present.has(resolve(name))
  if (!preset.signature.every((wanted) => alternatives(wanted).some(has))) return 0
  const rules = Object.values(preset.mapping.fields)
  const found = rules.filter((rule) => rule.columns.some(has)).length
  const marks = preset.signature.length * 0.02
  return Math.min(
    0.99,
    0.8 + marks + (preset.expand === undefined ? (0.1 * found) / Math.max(1, rules.length) : 0.06),
  )
}

type Essentials = (found: Suggestion, questions: readonly QuestionRule[]) => boolean

const any = (found: Suggestion, fields: readonly string[]): boolean =>
  fields.some((field) => field in found.fields)
const count = (found: Suggestion, fields: readonly string[]): number =>
  fields.filter((field) => field in found.fields).length

/** What a file must have at least to be of a kind. */
const essentials: Readonly<Record<IntakeKind, Essentials>> = {
  chats: (found) =>
    'text' in found.fields &&
    (any(found, ['role', 'sender']) || count(found, ['agent', 'buyer']) === 2 || found.strong.has('text')),
  conversations: (found) =>
    any(found, ['transcript', 'turns']) || count(found, ['startedAt', 'endedAt', 'agent']) === 3,
  reviews: (found) =>
    'text' in found.fields &&
    (found.strong.has('text') ||
      any(found, ['score', 'rating', 'skuName', 'appendText', 'reply', 'productName'])),
  orders: (found) =>
    'orderId' in found.fields &&
    any(found, ['orderedAt', 'paidAt', 'status']) &&
    any(found, ['paidAmount', 'listAmount', 'quantity']),
  refunds: (found) =>
    any(found, ['refundId', 'orderId']) &&
    'appliedAt' in found.fields &&
    (found.strong.has('refundId') || found.strong.has('amount') || found.strong.has('reason')),
  'survey-answers': (found, questions) =>
    (any(found, ['questionText', 'questionId']) && any(found, ['score', 'choice', 'text'])) ||
    isSurvey(questions),
  'agent-ratings': (found) => count(found, ['agent', 'score']) === 2,
  'agent-status': (found) => count(found, ['agent', 'changedAt', 'status']) === 3,
  'operation-events': (found) =>
    any(found, ['eventType', 'name']) &&
    any(found, ['occurredAt']) &&
    (found.strong.size >= 2 || any(found, ['eventType'])),
}

/** One satisfaction or recommendation question with another question beside it makes a survey. */
function isSurvey(questions: readonly QuestionRule[]): boolean {
  const asked = questions.filter(({ questionKind }) => ['nps', 'csat', 'ces'].includes(questionKind))
  return asked.length > 0 && questions.length >= 2
}

/** A column of a sample, with what is known of lists in it. */
interface Sample {
  columns: readonly string[]
  rows: readonly Values[]
  lists: ReadonlySet<string>
}

/** Nothing but a text beside an id: most likely opinions, but that is a guess. */
const onlyTextConfidence = 0.3

/** Mean length of a column's texts; reviews and messages have words, labels have not. */
function meanLength(rows: readonly Values[], column: string | undefined): number {
  const texts =
    column === undefined ? [] : rows.map((row) => textOf(valueAt(row, column))).filter((text) => text !== '')
  return texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length)
}

/** Fields that set a kind apart count more than those many kinds share. */
function confidenceOf(
  kind: IntakeKind,
  found: Suggestion,
  questions: readonly QuestionRule[],
  sample: Sample,
): number {
  const text = found.fields['text']?.columns[0]
  if (!essentials[kind](found, questions)) {
    const isText = kind === 'reviews' && meanLength(sample.rows, text) >= 6
    return isText ? onlyTextConfidence : Math.min(0.2, Object.keys(found.fields).length * 0.04)
  }
  const weak = Object.keys(found.fields).length - found.strong.size
  const asked = kind === 'survey-answers' && isSurvey(questions) ? Math.min(8, questions.length) : 0
  const turns = sample.lists.has(found.fields['turns']?.columns[0] ?? '') ? 0.25 : 0
  const score = 0.42 + found.strong.size * 0.07 + weak * 0.025 + asked * 0.05 + turns
  const isCode = text !== undefined && fillShare(sample.rows, text, (cell) => /[^\d\s.,:-]/.test(cell)) < 0.5
  return Math.min(0.88, isCode ? score / 2 : score)
}

function genericDetection(kind: IntakeKind, sample: Sample): Detection {
  const { columns, rows } = sample
  const found = suggestFields(kind, columns, rows)
  const isLongSurvey = any(found, ['questionText', 'questionId'])
  const guessed = kind === 'survey-answers' && !isLongSurvey ? wideQuestions(sample, found) : []
  const confidence = confidenceOf(kind, found, guessed, sample)
  const chosen = mapping.parse({
    name: 'generic',
    kind,
    preset: 'generic',
    fields: found.fields,
    ...(guessed.length > 0 ? { questions: guessed } : {}),
  })
  return { mapping: chosen, preset: null, confidence }
}

/** In a wide survey answers are questions, so score, choice and text take no column. */
function wideQuestions({ columns, rows, lists }: Sample, found: Suggestion): QuestionRule[] {
  for (const field of ['score', 'choice', 'text', 'questionKind']) delete found.fields[field]
  const taken = new Set(Object.values(found.fields).flatMap((rule) => rule.columns))
  return guessQuestions(
    columns.filter((column) => !lists.has(column)),
    taken,
    rows,
  )
}

/** A kind's fields found by the columns' own names, whatever presets would fit. */
export function detectGeneric(
  kind: IntakeKind,
  columns: readonly string[],
  rows: readonly Values[],
): Mapping {
  const { lists, isInner } = listColumns(rows)
  return genericDetection(kind, { columns: columns.filter((column) => !isInner(column)), rows, lists })
    .mapping
}

/** Best reading of columns and sample rows: all presets and, for every kind, the columns' own names. */
export function detect(columns: readonly string[], rows: readonly Values[], only?: IntakeKind): Detection {
  const kinds = only === undefined ? intakeKinds : [only]
  const byPreset = platformPresets
    .filter((preset) => kinds.includes(preset.kind))
    .map((preset) => ({ mapping: preset.mapping, preset, confidence: presetFit(preset, columns) }))
    .filter(({ confidence }) => confidence > 0)
  const { lists, isInner } = listColumns(rows)
  const sample = { columns: columns.filter((column) => !isInner(column)), rows, lists }
  const generic = kinds.map((kind) => genericDetection(kind, sample))
  const all: Detection[] = [...byPreset, ...generic]
  return all.reduce((best, next) => (next.confidence > best.confidence ? next : best))
}
