import type { QueryResult } from '@kesheng/contracts/metrics/query'

/** One row of a result by column id. */
export class ResultRow {
  private readonly cells: ReadonlyMap<string, string | number | null>

  constructor(cells: ReadonlyMap<string, string | number | null>) {
    this.cells = cells
  }

  text(column: string): string {
    return String(this.cells.get(column) ?? '')
  }

  number(column: string): number | null {
    const value = this.cells.get(column)
    return typeof value === 'number' ? value : null
  }

  /** The value of the period before, when the query compared. */
  previous(metric: string): number | null {
    return this.number(`${metric}:previous`)
  }
}

export function rowsOf(result: QueryResult): ResultRow[] {
  const ids = result.columns.map(({ id }) => id)
  return result.rows.map((row) => new ResultRow(new Map(ids.map((id, at) => [id, row[at] ?? null]))))
}

/** The only row of a result without dimensions. */
export function totalsOf(result: QueryResult): ResultRow {
  return rowsOf(result)[0] ?? new ResultRow(new Map())
}
