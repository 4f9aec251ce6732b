import { intakeKinds } from '@kesheng/contracts/intake/kinds'
import { calendarEvents, dailyEvents } from './journey/daily.ts'
import { foreignReviews } from './journey/foreign.ts'
import { travel } from './journey/journey.ts'
import { startRun, type ConversationTruth, type Run } from './journey/run.ts'
import { Sink, type Batch } from './journey/sink.ts'
import { describeTruths } from './truth/describe.ts'
import type { TruthKey } from './truth/key.ts'
import { agents } from './world/agents.ts'
import { dayWeight, warmUpDays, windowOf, type Window } from './world/calendar.ts'
import { products } from './world/products.ts'
import { shops } from './world/shops.ts'

export type { Batch, DemoSource } from './journey/sink.ts'
export type { ConversationTruth } from './journey/run.ts'
export type { PlantedTruth, TruthKey } from './truth/key.ts'

export interface SimulateOptions {
  readonly seed: number
  /** Chat messages wanted; the stream ends with the conversation that reaches it. */
  readonly messages: number
  /** Epoch ms. Only its local day matters: the data end with the midnight that begins it. */
  readonly now: number
  readonly timezone?: string
}

export interface Simulation {
  /** The whole data set in memory-constant batches, each of one source. Every call starts anew and gives the same. */
  batches(): Generator<Batch>
  /** The truth about every conversation, in the order of generation. Costs a generation of its own. */
  labels(): Generator<ConversationTruth>
  /** Its counts are complete when `batches()` has been read to the end. */
  readonly truth: TruthKey
}

/**
 * The demo brand. The same seed, size and local day give the same data. Days pass in order; what follows from a
 * buyer's first question (orders, complaints, reviews of the next weeks) is told at once, so records of one source
 * run ahead of their day by up to seven weeks.
 */
export function simulate(options: SimulateOptions): Simulation {
  const timezone = options.timezone ?? 'Asia/Shanghai'
  const window = windowOf(options.messages, options.now, timezone)
  const counts = {
    records: Object.fromEntries(intakeKinds.map((kind) => [kind, 0])) as Record<
      (typeof intakeKinds)[number],
      number
    >,
    conversations: 0,
  }
  return {
    truth: { ...truthOf(options, timezone, window), counts },
    *batches() {
      const run = startRun(options.seed, window, new Sink(window), null)
      yield* generate(run, options.messages, () => run.sink.take())
      yield* run.sink.flush()
      Object.assign(counts.records, run.sink.counts)
      counts.conversations = run.sink.conversations
    },
    *labels() {
      let fresh: ConversationTruth[] = []
      const run = startRun(options.seed, window, new Sink(window), (truth) => fresh.push(truth))
      yield* generate(run, options.messages, () => {
        run.sink.take()
        const found = fresh
        fresh = []
        return found
      })
    },
  }
}

function truthOf(options: SimulateOptions, timezone: string, window: Window): Omit<TruthKey, 'counts'> {
  return {
    version: 1,
    seed: options.seed,
    messages: options.messages,
    now: options.now,
    timezone,
    window: { from: window.start, to: window.end, days: window.days },
    brand: '青屿',
    shops: shops.map(({ platform, name }) => ({ platform, name })),
    agents: agents.map(({ name, shop, skill }) => ({ name, shop: shops[shop]?.name ?? '', skill })),
    products: products.map(({ id, name }) => ({ id, name })),
    planted: describeTruths(window),
  }
}

/**
 * Goes over the days until enough messages are kept. One pass loses some (before the window, after its end), so
 * further passes over all days fill up what is missing; each needs about a sixth of the one before.
 */
function* generate<T>(run: Run, messages: number, take: () => readonly T[]): Generator<T> {
  calendarEvents(run)
  for (let pass = 0; run.sink.counts.chats < messages; pass++) {
    yield* passOver(run, messages, pass === 0, take)
  }
}

function* passOver<T>(run: Run, messages: number, first: boolean, take: () => readonly T[]): Generator<T> {
  const { window, sink } = run
  const missing = messages - sink.counts.chats
  const days = Array.from({ length: window.days + warmUpDays }, (_, index) => index - warmUpDays)
  const total = days.reduce((sum, day) => sum + dayWeight(day, window), 0)
  const start = sink.written
  let due = 0
  for (const day of days) {
    due += (missing * dayWeight(day, window)) / total
    if (first && day >= 0) {
      dailyEvents(run, day)
      foreignReviews(run, day, messages)
    }
    while (sink.written - start < due && sink.counts.chats < messages) {
      travel(run, day)
      yield* take()
    }
  }
}
