import type { Values } from '../files/source-row.ts'
import { isObject, textOf, valueAt } from '../mapping/values.ts'
import { parseMoney } from '../parse/number.ts'
import type { Expanded } from './preset.ts'

/** Lists come bare or in a wrapper of the same kind (`orders: {order: […]}`). */
export function listAt(row: Values, paths: readonly string[]): Values[] {
  for (const path of paths) {
    const value = valueAt(row, path)
    const list = Array.isArray(value) ? value : isObject(value) ? [value] : []
    const objects = list.filter(isObject)
    if (objects.length > 0) return objects
  }
  return []
}

interface Sharing {
  /** Paths of the lists of lines. */
  paths: readonly string[]
  /** Amount of the whole order. */
  total: string
  /** Unit price and number of a line, its weight when the total is shared. */
  price: string
  count: string
}

/** Splits an amount by weights to the cent; the last line takes what rounding leaves. */
export function shareAmount(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let left = Math.round(total * 100)
  return weights.map((weight, at) => {
    if (at === weights.length - 1) return left / 100
    const part = Math.round((total * 100 * (sum > 0 ? weight : 1)) / (sum > 0 ? sum : weights.length))
    left -= part
    return part / 100
  })
}

/**
 * One row a line: the line's members under `line`, beside those of its order. With `sharing`, the order's amount is
 * divided among the lines as `line.shared`, so that the lines of an order add up to what was paid.
 */
export function expandLines(
  paths: readonly string[],
  sharing?: Omit<Sharing, 'paths'>,
): () => (row: Values) => Expanded[] {
  return () => (row) => {
    const lines = listAt(row, paths)
    if (lines.length === 0) return [{ values: row }]
    const shares = sharing === undefined ? [] : sharesOf(row, lines, sharing)
    const order = withoutLists(row, paths)
    return lines.map((line, at) => ({
      values: { ...order, line: shares[at] === undefined ? line : { ...line, shared: shares[at] } },
    }))
  }
}

function withoutLists(row: Values, paths: readonly string[]): Values {
  const roots = new Set(paths.map((path) => path.split('.')[0]))
  return Object.fromEntries(Object.entries(row).filter(([key]) => !roots.has(key)))
}

function sharesOf(row: Values, lines: readonly Values[], sharing: Omit<Sharing, 'paths'>): number[] {
  const amount = (values: Values, path: string): number | null => parseMoney(textOf(valueAt(values, path)))
  const total = amount(row, sharing.total)
  if (total === null) return []
  const weights = lines.map((line) => (amount(line, sharing.price) ?? 0) * (amount(line, sharing.count) ?? 1))
  return shareAmount(total, weights)
}
