export interface Sort {
  column: string
  direction: 'asc' | 'desc'
}

export type SortValue = string | number | null

/** Numbers first high to low, text first A to Z; a second click turns round. */
export function nextSort(current: Sort | null, column: string, numeric: boolean): Sort {
  if (current?.column === column) return { column, direction: current.direction === 'asc' ? 'desc' : 'asc' }
  return { column, direction: numeric ? 'desc' : 'asc' }
}

function compare(first: SortValue, second: SortValue): number {
  if (typeof first === 'number' && typeof second === 'number') return first - second
  return String(first).localeCompare(String(second), 'zh-CN', { numeric: true })
}

/** A sorted copy; rows without a value come last in either direction. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Sort['direction'],
): Row[] {
  const sign = direction === 'asc' ? 1 : -1
  return [...rows].sort((a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return sign * compare(first, second)
  })
}
