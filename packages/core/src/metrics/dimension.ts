import { evidenceSubjects, type EvidenceSubject } from '@kesheng/contracts/metrics/query'
import type { Text } from '../errors/errors.ts'
import type { Sql } from '../access/sql/nodes.ts'

/** How one subject's rows carry a dimension. */
export interface DimensionSource {
  readonly value: Sql
  /** The value is an array: a row counts under each of its values, and under '' when it has none. */
  readonly array: boolean
  /** A shorter form that filters match as well, e.g. the shop's bare name. */
  readonly shortForm: Sql | null
  /** Readable name of the value when it is not the value itself. */
  readonly label: Sql | null
}

export interface Dimension {
  readonly id: string
  readonly label: Text
  readonly on: Readonly<Partial<Record<EvidenceSubject, DimensionSource>>>
  /** Readable name made from the value. */
  readonly labelOf: (value: string) => string
}

type Sources = Partial<Record<EvidenceSubject, Sql | Partial<DimensionSource>>>

interface Options {
  labelOf?: (value: string) => string
}

export function dimension(
  id: string,
  zh: string,
  en: string,
  sources: Sources,
  options: Options = {},
): Dimension {
  const on: Partial<Record<EvidenceSubject, DimensionSource>> = {}
  for (const subject of evidenceSubjects) {
    const source = sources[subject]
    if (source !== undefined) on[subject] = complete('kind' in source ? { value: source } : source)
  }
  return { id, label: { zh, en }, on, labelOf: options.labelOf ?? ((value) => value) }
}

function complete(source: Partial<DimensionSource>): DimensionSource {
  if (source.value === undefined) throw new Error('a dimension source needs a value')
  return { array: false, shortForm: null, label: null, ...source, value: source.value }
}

/** The same expression on several subjects. */
export function on<V>(subjects: readonly EvidenceSubject[], value: V): Partial<Record<EvidenceSubject, V>> {
  return Object.fromEntries(subjects.map((subject) => [subject, value]))
}
