import type { IntakeKind } from '@kesheng/contracts/intake/kinds'

/** One planted truth: what was done, where and when, and what an analysis should find. */
export interface PlantedTruth {
  readonly id: string
  readonly title: string
  /** Epoch ms; the whole window when always on. */
  readonly from: number
  readonly to: number
  readonly parameters: Readonly<Record<string, string | number | readonly (string | number)[]>>
  readonly expected: string
}

/** The machine-readable key of a generated data set. JSON-able. */
export interface TruthKey {
  readonly version: 1
  readonly seed: number
  /** Messages asked for. */
  readonly messages: number
  readonly now: number
  readonly timezone: string
  readonly window: { readonly from: number; readonly to: number; readonly days: number }
  readonly brand: string
  readonly shops: readonly { readonly platform: string; readonly name: string }[]
  readonly agents: readonly { readonly name: string; readonly shop: string; readonly skill: number }[]
  readonly products: readonly { readonly id: string; readonly name: string }[]
  readonly planted: readonly PlantedTruth[]
  /** Records by kind and conversations; complete when the batches have been read to the end. */
  readonly counts: { readonly records: Readonly<Record<IntakeKind, number>>; readonly conversations: number }
}
