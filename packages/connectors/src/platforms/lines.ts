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
  /** Amount of the whole order. */
  total: string
  /** Unit price and number of a line: its weight when the total is shared. */
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
 * One row a line: the line's members under `line`, beside those of its order. `line.listed` is its price times its
 * number; `line.shared` its part of the order's amount, so that lines add up to what was paid. Amounts of the order
 * itself stay only where there is a single line: repeated on each line they would be counted several times.
 */
export function expandLines(
  paths: readonly string[],
  sharing: Sharing,
  orderAmounts: readonly string[] = [sharing.total],
): () => (row: Values) => Expanded[] {
  return () => (row) => {
    const lines = listAt(row, paths)
    if (lines.length === 0) return [{ values: row }]
    const listed = lines.map((line) => listedAmount(line, sharing))
    const total = amountAt(row, sharing.total)
    const shares =
      total === null
        ? []
        : shareAmount(
            total,
            listed.map((amount) => amount ?? 0),
          )
    const order = without(row, [...paths.map(rootOf), ...(lines.length > 1 ? orderAmounts : [])])
    return lines.map((line, at) => ({
      values: { ...order, line: { ...line, listed: listed[at] ?? undefined, shared: shares[at] } },
    }))
  }
}

const rootOf = (path: string): string => path.split('.')[0] ?? path

function without(row: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)))
}

const amountAt = (values: Values, path: string): number | null => parseMoney(textOf(valueAt(values, path)))

function listedAmount(line: Values, sharing: Sharing): number | null {
  const price = amountAt(line, sharing.price)
  const count = amountAt(line, sharing.count) ?? 1
  return price === null ? null : Number((price * count).toFixed(2))
}
