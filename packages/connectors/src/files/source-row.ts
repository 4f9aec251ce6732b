/** One row as the file has it: column name → cell text, or JSON of any shape. */
export type Values = Record<string, unknown>

/** Why something could not be read; the reject report adds line and remedy. */
export interface RowProblem {
  field: string
  value: string
  /** Stable code, see `mapping/remedies.ts`. */
  reason: string
}

export type SourceRow = { line: number; values: Values } | { line: number; problem: RowProblem }

/** A row of a table before its header is known. */
export type CellRow = { line: number; cells: string[] } | { line: number; problem: RowProblem }

export interface ReadHooks {
  signal?: AbortSignal | undefined
  /** Total (compressed) bytes of the file taken so far. */
  onBytes?: ((bytes: number) => void) | undefined
}

/** A file, or the rest of one, that cannot be read; carries the code of the reject. */
export class UnreadableFile extends Error {
  readonly reason: string
  readonly detail: string

  constructor(reason: string, detail = '') {
    super(`${reason}: ${detail}`)
    this.reason = reason
    this.detail = detail
  }
}

/** The problem of an error met while reading. Only what is wrong with the file is one: all else is thrown on. */
export function problemOf(error: unknown): RowProblem {
  if (error instanceof UnreadableFile) return { field: '', value: error.detail, reason: error.reason }
  throw error
}
