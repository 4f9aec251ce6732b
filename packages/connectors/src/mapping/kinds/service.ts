import type { AgentRatingRecord, AgentStatusRecord } from '@kesheng/contracts/intake/records'
import type { Values } from '../../files/source-row.ts'
import { agentStatusOf, inviterOf } from '../choices.ts'
import { compact, type Fields, textReaders } from '../compile.ts'
import { parseScore } from '../../parse/number.ts'
import { fail, type RowContext } from '../row-context.ts'
import { fiveStars } from './reviews.ts'

const ratingWords: Readonly<Record<string, number>> = {
  非常满意: 5,
  很满意: 5,
  满意: 4,
  比较满意: 4,
  一般: 3,
  不满意: 2,
  不太满意: 2,
  很不满意: 1,
  非常不满意: 1,
  好评: 5,
  中评: 3,
  差评: 1,
}

const ratingTexts = [
  'platform',
  'shop',
  'buyer',
  'productId',
  'productName',
  'orderId',
  'ratingId',
  'sessionId',
] as const

/** A buyer's rating of the agent who served. */
export function agentRatingBuilder(
  fields: Fields,
): (row: Values, context: RowContext) => AgentRatingRecord[] {
  const texts = textReaders(fields, ratingTexts)
  const agent = fields.text('agent')
  const score = fields.text('score')
  const comment = fields.freeText('text', 'dashes are blank')
  const ratedAt = fields.time('ratedAt')
  const invitedBy = fields.text('invitedBy')

  return (row, context) => {
    const name = agent(row)
    if (name === '') fail(context, 'agent', '', 'missing_value')
    const written = score(row)
    const stars = ratingWords[written] ?? fiveStars(parseScore(written) ?? undefined)
    if (written === '') fail(context, 'score', '', 'missing_value')
    else if (stars === undefined || stars < 1) fail(context, 'score', written, 'bad_number')
    const time = ratedAt(row, context)
    const text = comment(row, context)
    if (stars === undefined || context.problems.length > 0) return []
    return [
      compact<AgentRatingRecord>({
        kind: 'agent-ratings',
        ...texts(row),
        agent: name,
        ratedAt: time,
        score: stars,
        text,
        invitedBy: inviterOf(invitedBy(row)),
      }),
    ]
  }
}

/** An agent going on line, off line or pausing. */
export function agentStatusBuilder(
  fields: Fields,
): (row: Values, context: RowContext) => AgentStatusRecord[] {
  const agent = fields.text('agent')
  const status = fields.text('status')
  const changedAt = fields.time('changedAt')
  const platform = fields.text('platform')
  const shop = fields.text('shop')

  return (row, context) => {
    const name = agent(row)
    if (name === '') fail(context, 'agent', '', 'missing_value')
    const found = agentStatusOf(status(row))
    if (found === undefined) fail(context, 'status', status(row), 'bad_choice')
    const time = changedAt(row, context)
    if (found === undefined || context.problems.length > 0) return []
    return [
      compact<AgentStatusRecord>({
        kind: 'agent-status',
        platform: platform(row),
        shop: shop(row),
        agent: name,
        changedAt: time,
        status: found,
      }),
    ]
  }
}
