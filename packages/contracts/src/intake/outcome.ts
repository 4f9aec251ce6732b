import type { IntakeRecord, RejectReason } from './records.ts'

/** What a connector noticed about a row that it could still read. */
export interface RowFlags {
  /** The side that spoke was assumed, nothing in the row names it. */
  unknownRole?: boolean
  /** A text was damaged by an encoding accident (and was mended only where that is certain). */
  mojibake?: boolean
  /** A total or average among the data. */
  summaryRow?: boolean
}

/**
 * What became of one source row: the records read from it (none for rows that only carry context, such as a date
 * line), or the reason it was set aside. A row that is readable in part gives several outcomes, one after the other.
 */
export type RowOutcome = (
  | { line: number; records: IntakeRecord[]; flags?: RowFlags }
  | { line: number; reject: RejectReason; flags?: RowFlags }
) & {
  /** A further outcome of the row the one before it came from; the line alone cannot tell, a line may hold many rows. */
  sameRow?: true
}
