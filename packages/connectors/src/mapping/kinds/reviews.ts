import type { ReviewRecord } from '@kesheng/contracts/intake/records'
import type { Values } from '../../files/source-row.ts'
import { ratingOf } from '../choices.ts'
import { compact, type Fields, textReaders } from '../compile.ts'
import { fail, type RowContext } from '../row-context.ts'
import { textOf } from '../values.ts'

/** Pictures given as a list, as addresses in one cell, or as a count. */
export function countOf(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length
  const text = textOf(value).trim()
  if (/^\d{1,4}$/.test(text)) return Number(text)
  return /https?:/.test(text)
    ? text.split(/[,;，；\s|]+/).filter((part) => part.startsWith('http')).length
    : undefined
}

/** `物流快;质量好` or a list of names. */
export function tagsOf(value: unknown): string[] | undefined {
  const parts = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,，;；、|]/)
  const tags = parts.map((part) => part.trim()).filter((part) => part !== '' && part !== '-')
  return tags.length === 0 ? undefined : tags
}

/** Scores beyond five are percentages (京东: 100 = five stars). */
export function fiveStars(score: number | undefined): number | undefined {
  if (score === undefined || score < 0 || score > 100) return undefined
  return score > 5 ? Math.max(1, Math.round(score / (score > 10 ? 20 : 2))) : score
}

const names = [
  'platform',
  'shop',
  'buyer',
  'productId',
  'productName',
  'orderId',
  'reviewId',
  'skuName',
] as const

export function reviewBuilder(fields: Fields): (row: Values, context: RowContext) => ReviewRecord[] {
  const content = fields.freeText('text', 'dashes are blank')
  const append = fields.freeText('appendText', 'dashes are blank')
  const reply = fields.freeText('reply', 'dashes are blank')
  const score = fields.score('score')
  const rating = fields.text('rating')
  const reviewedAt = fields.time('reviewedAt')
  const appendedAt = fields.time('appendedAt')
  const repliedAt = fields.time('repliedAt')
  const tags = fields.raw('tags')
  const images = fields.raw('imageCount')
  const texts = textReaders(fields, names)

  return (row, context) => {
    const text = content(row, context)
    const ratingText = rating(row)
    const stars = fiveStars(score(row, context))
    const time = reviewedAt(row, context)
    const judged = ratingOf(ratingText)
    if (text === '' && stars === undefined && judged === undefined) fail(context, 'text', '', 'missing_text')
    if (context.problems.length > 0) return []
    return [
      {
        ...compact<Omit<ReviewRecord, 'text'>>({
          kind: 'reviews',
          ...texts(row),
          reviewedAt: time,
          score: stars,
          rating: judged,
          appendText: append(row, context),
          appendedAt: appendedAt(row, context) ?? undefined,
          reply: reply(row, context),
          repliedAt: repliedAt(row, context) ?? undefined,
          tags: tagsOf(tags(row)),
          imageCount: countOf(images(row)),
        }),
        text,
      },
    ]
  }
}
