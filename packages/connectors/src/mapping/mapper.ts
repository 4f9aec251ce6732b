import type { RowFlags, RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import type { IntakeRecord } from '@kesheng/contracts/intake/records'
import type { RowProblem, SourceRow, Values } from '../files/source-row.ts'
import { platformPreset } from '../platforms/all.ts'
import type { Expanded } from '../platforms/preset.ts'
import { recordBuilder } from './build.ts'
import { rejectOf } from './remedies.ts'
import { newContext, type RowContext } from './row-context.ts'

/** What was made of one part of a row: the row itself, or one of the lines or messages it holds. */
interface Part {
  context: RowContext
  records: IntakeRecord[]
}

/** A part that gave nothing is rejected once, by its first problem; one that gave some has all its problems told. */
const problemsOf = ({ context, records }: Part): RowProblem[] =>
  records.length === 0 ? context.problems.slice(0, 1) : context.problems

const withFlags = (outcome: RowOutcome, flags: RowFlags): RowOutcome =>
  Object.keys(flags).length === 0 ? outcome : { ...outcome, flags }

/** Marks all but the first as parts of the same row. */
const asOneRow = (outcomes: readonly RowOutcome[]): RowOutcome[] =>
  outcomes.map((outcome, at) => (at === 0 ? outcome : { ...outcome, sameRow: true }))

function unmapped(context: RowContext): IntakeRecord[] {
  context.problems.push({ field: '', value: '', reason: 'unmapped' })
  return []
}

export type RowMapper = (row: SourceRow) => RowOutcome[]

/**
 * The function that turns source rows into outcomes. It never throws for what a row holds. `columns` are those of
 * the expanded rows, to find columns whose names are written a little differently.
 */
export function createMapper(mapping: Mapping, columns: readonly string[], now: number): RowMapper {
  const build = recordBuilder(mapping, columns, now)
  const expand = platformPreset(mapping.preset)?.expand?.()
  const { kind } = mapping
  const isUnmapped = Object.keys(mapping.fields).length === 0 && (mapping.questions ?? []).length === 0

  const outcomesOf = (line: number, parts: readonly Part[]): RowOutcome[] => {
    const flags: RowFlags = Object.assign({}, ...parts.map(({ context }) => context.flags))
    const records = parts.flatMap((part) => part.records)
    const problems = parts.flatMap(problemsOf)
    const outcomes: RowOutcome[] = []
    if (records.length > 0 || problems.length === 0) outcomes.push(withFlags({ line, records }, flags))
    for (const problem of problems) {
      const marked = problem.reason === 'unknown_role' ? { ...flags, unknownRole: true } : flags
      outcomes.push(withFlags({ line, reject: rejectOf(problem, line, kind) }, marked))
    }
    return asOneRow(outcomes)
  }

  const single = (line: number, values: Values): RowOutcome[] => {
    const context = newContext(line, line)
    const records = isUnmapped ? unmapped(context) : build(values, context)
    if (context.problems.length === 0 && Object.keys(context.flags).length === 0) return [{ line, records }]
    return outcomesOf(line, [{ context, records }])
  }

  const several = (line: number, expanded: readonly Expanded[]): RowOutcome[] =>
    outcomesOf(
      line,
      expanded.map((part, at) => {
        const context = newContext(line, expanded.length === 1 ? line : at)
        if ('values' in part) return { context, records: build(part.values, context) }
        context.problems.push(part.problem)
        return { context, records: [] }
      }),
    )

  return (row) => {
    if ('problem' in row) {
      const flags = row.problem.reason === 'summary_row' ? { flags: { summaryRow: true } } : {}
      return [{ line: row.line, reject: rejectOf(row.problem, row.line, kind), ...flags }]
    }
    return expand === undefined ? single(row.line, row.values) : several(row.line, expand(row.values))
  }
}
