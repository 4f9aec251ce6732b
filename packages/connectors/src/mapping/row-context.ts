import type { RowFlags } from '@kesheng/contracts/intake/outcome'
import type { RowProblem } from '../files/source-row.ts'

/** What is known and learned about one row while its records are built. */
export interface RowContext {
  line: number
  /** Orders messages of equal or assumed time. */
  ordinal: number
  flags: RowFlags
  /** Problems of the row or of parts of it. */
  problems: RowProblem[]
}

export function newContext(line: number, ordinal: number): RowContext {
  return { line, ordinal, flags: {}, problems: [] }
}

export function fail(context: RowContext, field: string, value: string, reason: string): void {
  context.problems.push({ field, value, reason })
}
