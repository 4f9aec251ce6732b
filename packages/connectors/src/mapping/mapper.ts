import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import type { SourceRow, Values } from '../files/source-row.ts'
import { platformPreset } from '../platforms/all.ts'
import type { Expanded } from '../platforms/preset.ts'
import { recordBuilder } from './build.ts'
import { rejectOf } from './remedies.ts'
import { newContext, type RowContext } from './row-context.ts'

export type RowMapper = (row: SourceRow) => RowOutcome[]

/**
 * The function that turns source rows into outcomes. It never throws for what a row holds. `columns` are those of
 * the expanded rows, to find columns whose names are written a little differently.
 */
export function createMapper(mapping: Mapping, columns: readonly string[], now: number): RowMapper {
  const build = recordBuilder(mapping, columns, now)
  const expand = platformPreset(mapping.preset)?.expand?.()
  const { kind } = mapping

  const outcomeOf = (
    line: number,
    contexts: readonly RowContext[],
    records: ReturnType<typeof build>,
  ): RowOutcome[] => {
    const outcomes: RowOutcome[] = []
    const flags = Object.assign({}, ...contexts.map((context) => context.flags)) as RowContext['flags']
    const hasFlags = Object.keys(flags).length > 0
    const problems = contexts.flatMap((context) => context.problems)
    if (records.length > 0 || problems.length === 0) {
      outcomes.push(hasFlags ? { line, records, flags } : { line, records })
    }
    for (const problem of problems) {
      const marked = problem.reason === 'unknown_role' ? { ...flags, unknownRole: true } : flags
      const reject = rejectOf(problem, line, kind)
      outcomes.push(Object.keys(marked).length > 0 ? { line, reject, flags: marked } : { line, reject })
    }
    return outcomes
  }

  const single = (line: number, values: Values): RowOutcome[] => {
    const context = newContext(line, line)
    const records = build(values, context)
    if (context.problems.length === 0 && Object.keys(context.flags).length === 0) return [{ line, records }]
    return outcomeOf(line, [context], records)
  }

  const several = (line: number, parts: readonly Expanded[]): RowOutcome[] => {
    const contexts = parts.map((_, at) => newContext(line, parts.length === 1 ? line : at))
    const records = parts.flatMap((part, at) => {
      const context = contexts[at] as RowContext
      if ('values' in part) return build(part.values, context)
      context.problems.push(part.problem)
      return []
    })
    return outcomeOf(line, contexts, records)
  }

  return (row) => {
    if ('problem' in row) {
      const flags = row.problem.reason === 'summary_row' ? { flags: { summaryRow: true } } : {}
      return [{ line: row.line, reject: rejectOf(row.problem, row.line, kind), ...flags }]
    }
    return expand === undefined ? single(row.line, row.values) : several(row.line, expand(row.values))
  }
}
