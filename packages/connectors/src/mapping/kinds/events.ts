import type { OperationEventRecord } from '@kesheng/contracts/intake/records'
import type { Values } from '../../files/source-row.ts'
import { isBlank } from '../../parse/blank.ts'
import { looksLikeDuration, parseDuration } from '../../parse/duration.ts'
import { parseMoney, parseNumber, parsePercent } from '../../parse/number.ts'
import { compact, type Fields, textReaders } from '../compile.ts'
import { fail, type RowContext } from '../row-context.ts'
import { columnResolver, isObject, textOf } from '../values.ts'

const longNumber = /^\d{12,}$/

/**
 * A measured cell as a number where it is one: percentages as shares, durations in seconds, amounts in yuan. Ids of
 * twelve digits and more stay text, a double would round them.
 */
export function measureOf(value: unknown): unknown {
  if (isObject(value) && 'value' in value) return measureOf(value['value'])
  if (typeof value !== 'string') return value
  const text = value.trim()
  if (isBlank(text)) return undefined
  if (longNumber.test(text)) return text
  const number = parseNumber(text) ?? parsePercent(text)
  if (number !== null) return number
  if (looksLikeDuration(text)) return parseDuration(text) ?? text
  return /^[￥¥]/.test(text) ? (parseMoney(text) ?? text) : text
}

/** Something that happened, or one line of a performance table; columns that no field takes become attributes. */
export function operationEventBuilder(
  fields: Fields,
  columns: readonly string[],
): (row: Values, context: RowContext) => OperationEventRecord[] {
  const texts = textReaders(fields, ['platform', 'shop', 'agent', 'productId', 'eventId', 'phase'])
  const eventType = fields.text('eventType')
  const name = fields.text('name')
  const occurredAt = fields.time('occurredAt')
  const endsAt = fields.time('endsAt')
  const value = fields.raw('value')
  const resolve = columnResolver(columns)
  const taken = new Set(
    Object.entries(fields.mapping.fields)
      .filter(([field]) => field !== 'value')
      .flatMap(([, rule]) => rule.columns.map(resolve)),
  )

  return (row, context) => {
    const type = eventType(row)
    const title = name(row)
    const time = occurredAt(row, context)
    const end = endsAt(row, context) ?? undefined
    if (title === '' && type === '') fail(context, 'name', '', 'missing_value')
    const measured = measureOf(value(row))
    if (context.problems.length > 0) return []
    const attributes = Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => !taken.has(column))
        .map(([column, cell]) => [column, measureOf(cell)] as const)
        .filter(([, cell]) => cell !== undefined && textOf(cell) !== ''),
    )
    const record = compact<OperationEventRecord>({
      kind: 'operation-events',
      ...texts(row),
      eventType: type || title,
      name: title || type,
      occurredAt: time,
      endsAt: end,
      value: typeof measured === 'number' ? measured : undefined,
    })
    return [Object.keys(attributes).length === 0 ? record : { ...record, attributes }]
  }
}
