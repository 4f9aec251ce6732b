import type { Ownership, Platform } from '@kesheng/contracts/facts/common'
import { intakeKinds, type IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { IntakeRecord } from '@kesheng/contracts/intake/records'
import type { Session } from '../dialogue/session.ts'
import type { Window } from '../world/calendar.ts'
import { shops } from '../world/shops.ts'

export interface DemoSource {
  readonly name: string
  readonly kind: IntakeKind
  readonly platform: Platform
  readonly shop: string
  readonly ownership: Ownership
}

export interface Batch {
  readonly source: DemoSource
  readonly records: IntakeRecord[]
}

const kindNames: Readonly<Record<IntakeKind, string>> = {
  chats: '会话',
  conversations: '会话记录',
  reviews: '评价',
  orders: '订单',
  refunds: '退款',
  'survey-answers': '问卷',
  'agent-ratings': '客服评价',
  'agent-status': '客服状态',
  'operation-events': '运营事件',
}

/** Shops whose reviews are somebody else's: 1 = a competitor's, 2 = of the same category. */
export const foreignShops = [
  { platform: 'tmall', name: '朔棠官方旗舰店', ownership: 'competitor' },
  { platform: 'xiaohongshu', name: '护肤小家电同类精选', ownership: 'category' },
] as const

function sourcesOf(): DemoSource[] {
  const own = shops.flatMap((shop) =>
    intakeKinds.map((kind) => ({
      name: `${shop.name}·${kindNames[kind]}`,
      kind,
      platform: shop.platform,
      shop: shop.name,
      ownership: 'own' as const,
    })),
  )
  const foreign = foreignShops.map((shop) => ({
    name: `${shop.name}·评价`,
    kind: 'reviews' as const,
    platform: shop.platform,
    shop: shop.name,
    ownership: shop.ownership,
  }))
  return [...own, ...foreign]
}

export const sources: readonly DemoSource[] = sourcesOf()
const kindIndex = new Map<IntakeKind, number>(intakeKinds.map((kind, index) => [kind, index]))

export function sourceIndex(kind: IntakeKind, shop: number): number {
  return shop * intakeKinds.length + (kindIndex.get(kind) ?? 0)
}

export function foreignIndex(which: 0 | 1): number {
  return shops.length * intakeKinds.length + which
}

/** Records of one batch: large enough to insert well, small enough that 56 open ones stay below 60 MB. */
const batchSize = 2_000

/** Collects records by source and hands out full batches. Drops what lies outside the window. */
export class Sink {
  readonly #window: Window
  readonly #open: IntakeRecord[][] = sources.map(() => [])
  #ready: Batch[] = []
  /** Records kept so far. */
  readonly counts: Record<IntakeKind, number>
  conversations = 0
  /** Messages written, kept or not: paces the days. */
  written = 0

  constructor(window: Window) {
    this.#window = window
    this.counts = Object.fromEntries(intakeKinds.map((kind) => [kind, 0])) as Record<IntakeKind, number>
  }

  /** Keeps a record of a shop unless it lies in the future; orders of the warm-up stay as history. */
  add(index: number, time: number, record: IntakeRecord): boolean {
    if (time >= this.#window.end || (time < this.#window.start && record.kind !== 'orders')) return false
    this.#put(index, record)
    return true
  }

  /** Keeps a conversation that lies wholly inside the window. */
  conversation(session: Session): boolean {
    const { records } = session
    this.written += records.length
    const first = records[0]?.sentAt ?? session.clock
    if (records.length === 0 || first < this.#window.start || session.clock >= this.#window.end) return false
    const index = sourceIndex('chats', session.situation.shop.index)
    for (const record of records) this.#put(index, record)
    this.conversations++
    return true
  }

  #put(index: number, record: IntakeRecord): void {
    const open = this.#open[index] as IntakeRecord[]
    open.push(record)
    this.counts[record.kind]++
    if (open.length >= batchSize) this.#close(index)
  }

  #close(index: number): void {
    const records = this.#open[index] as IntakeRecord[]
    if (records.length === 0) return
    this.#ready.push({ source: sources[index] as DemoSource, records })
    this.#open[index] = []
  }

  /** Batches that are full since the last call. */
  take(): Batch[] {
    if (this.#ready.length === 0) return this.#ready
    const ready = this.#ready
    this.#ready = []
    return ready
  }

  /** Everything that is left. */
  flush(): Batch[] {
    for (let index = 0; index < this.#open.length; index++) this.#close(index)
    return this.take()
  }
}
