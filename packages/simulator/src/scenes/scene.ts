import type { Stage } from '@kesheng/contracts/facts/common'
import { bank, type Bank } from '../text/bank.ts'
import type { Exchange } from './exchange.ts'
import { sharedActs } from './shared.ts'
import type { FactKey } from '../world/product.ts'

/** One thing people talk about: the acts of buyer and agent, each with its bank of phrasings. */
export interface Scene {
  readonly id: string
  /** `L1/L2`. */
  readonly path: string
  readonly stage: Stage
  /** Only for products with this fact. */
  readonly need: FactKey | null
  readonly family: 'beauty' | 'appliance' | null
  readonly platform: string | null
  /** Relative frequency among the scenes of its stage; 0 = only when something happened. */
  readonly weight: number
  /** Only while a promotion runs. */
  readonly promotionOnly: boolean
  /** −2 angry … 0 calm, before anybody answered. */
  readonly mood: number
  /** Level-3 opinions that the buyer states, polarity −1. */
  readonly opinions: readonly string[]
  readonly intents: readonly string[]
  readonly ask: Bank
  readonly probe: Bank
  readonly detail: Bank
  /** Questions of its group, each with fitting answers, used instead of its own now and then. */
  readonly probes: readonly Exchange[]
  readonly answer: Bank
  readonly follow: readonly Exchange[]
  /** Not content with the answer. */
  readonly push: Bank
  /** What the agent then offers. */
  readonly fix: Bank
}

export interface SceneSource extends Partial<
  Omit<Scene, 'ask' | 'probe' | 'detail' | 'probes' | 'answer' | 'follow' | 'push' | 'fix'>
> {
  readonly id: string
  readonly path: string
  readonly stage: Stage
  /** Whose shared acts to mix in; by stage when absent. */
  readonly group?: keyof typeof sharedActs
  readonly ask: readonly string[]
  readonly probe?: readonly string[]
  readonly detail?: readonly string[]
  readonly answer: readonly string[]
  readonly follow?: readonly { readonly ask: readonly string[]; readonly answer: readonly string[] }[]
  readonly push?: readonly string[]
  readonly fix?: readonly string[]
}

const defaults = {
  need: null,
  family: null,
  platform: null,
  weight: 0,
  promotionOnly: false,
  mood: 0,
  opinions: [],
  intents: [],
} as const

const groups = { presale: 'presale', insale: 'way', aftersale: 'goods' } as const

export function scene(source: SceneSource): Scene {
  const { ask, probe, detail, answer, follow, push, fix, group, ...rest } = source
  const shared = sharedActs[group ?? groups[rest.stage]]
  return {
    ...defaults,
    ...rest,
    ask: bank(...ask),
    probe: bank(...(probe ?? [])),
    detail: bank(...(detail ?? [])),
    probes: probe === undefined ? [] : shared.probes,
    answer: bank(...answer),
    follow: (follow ?? []).map((exchange) => ({
      ask: bank(...exchange.ask),
      answer: bank(...exchange.answer),
    })),
    push: mixed(push, shared.push),
    fix: mixed(fix, shared.fix),
  }
}

/** A scene's own phrases, each counted three times, among those of its group; none when the scene has no such act. */
function mixed(own: readonly string[] | undefined, shared: Bank): Bank {
  if (own === undefined) return []
  const specific = bank(...own)
  return [...specific, ...specific, ...specific, ...shared]
}
