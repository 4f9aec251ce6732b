import type { Cell } from './fill.ts'

export interface SortKey {
  readonly column: number
  readonly direction: 'asc' | 'desc'
}

/** Rows by several columns; null comes last either way. */
export function sortRows(rows: readonly Cell[][], keys: readonly SortKey[]): Cell[][] {
  return rows.toSorted((one, other) => {
    for (const { column, direction } of keys) {
      const order = compareCells(one[column] ?? null, other[column] ?? null, direction)
      if (order !== 0) return order
    }
    return 0
  })
}

function compareCells(one: Cell, other: Cell, direction: 'asc' | 'desc'): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  const ascending = typeof one === 'number' && typeof other === 'number' ? one - other : one < other ? -1 : 1
  return direction === 'asc' ? ascending : -ascending
}
