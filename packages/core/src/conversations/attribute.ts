import { conversationFact, type ConversationRow } from '@kesheng/contracts/facts/conversation'
import type { WorkspaceSettings } from '@kesheng/contracts/http/data.routes'
import type { FactStore } from '../facts/ports.ts'
import { slices, where } from '../facts/where.ts'
import { bucketOf, contentId, sessionReference } from '../identity/ids.ts'
import { analysisJobId } from '../intake/analysis-job-id.ts'
import type { ImportRepository } from '../intake/ports.ts'
import type { AttributeJob } from '../queue/ports.ts'
import { settingsOf } from '../workspace/default-settings.ts'
import type { WorkspaceRepository } from '../workspace/ports.ts'
import { attribute, orderReach, type Attribution, type AttributionSettings } from './attribution.ts'
import type { RangeLock } from './range-lock.ts'
import type { ThreadRange } from './read-sessions.ts'
import {
  attributedConversation,
  readConversations,
  readOrders,
  readRatings,
  type BuyerRange,
  type NarrowConversation,
} from './read-attribution.ts'

export interface AttributePorts {
  facts: FactStore
  imports: Pick<ImportRepository, 'analysisDone'>
  workspaces: Pick<WorkspaceRepository, 'tenant'>
  lock: RangeLock
  /** Epoch ms. */
  clock: () => number
}

const attributionSettings = (settings: WorkspaceSettings): AttributionSettings => ({
  windowHours: settings.attributionWindowHours,
  lookBackDays: settings.presaleLookBackDays,
})

/** Ties orders and ratings to `own`, the conversations of the range's days. Null when there is nothing to tie. */
async function attributions(
  facts: FactStore,
  range: BuyerRange,
  own: readonly NarrowConversation[],
  settings: AttributionSettings,
): Promise<Map<string, Attribution> | null> {
  const reach = orderReach(settings)
  const { dayFrom, dayTo, tenantId } = range
  const orderRange = { ...range, dayFrom: dayFrom - reach.before, dayTo: dayTo + reach.after }
  const quoted = own.flatMap((row) => row.orderIds)
  const orders = await readOrders(facts, orderRange, quoted)
  const ratings = await readRatings(facts, range)
  if (orders.length === 0 && ratings.length === 0) return null
  const later = await readConversations(facts, { ...range, dayFrom: dayTo + 1, dayTo: dayTo + reach.after })
  return attribute(
    [...own, ...later].map(attributedConversation),
    orders,
    ratings,
    settings,
    (conversation) =>
      conversation.sessionKey === ''
        ? ''
        : sessionReference(tenantId, conversation.shopId, conversation.sessionKey),
  )
}

/** Freshly analysed conversations of one day with their orders and ratings. */
export async function withAttribution(
  facts: FactStore,
  conversations: readonly ConversationRow[],
  range: ThreadRange,
  settings: WorkspaceSettings,
): Promise<ConversationRow[]> {
  const { tenantId, day, bucketFrom, bucketTo } = range
  const buyers: BuyerRange = { tenantId, dayFrom: day, dayTo: day, bucketFrom, bucketTo }
  if (range.threadIds !== undefined) buyers.buyerIds = [...new Set(conversations.map((row) => row.buyerId))]
  if (conversations.length === 0) return []
  const found = await attributions(facts, buyers, conversations, attributionSettings(settings))
  return conversations.map((row) => ({ ...row, ...found?.get(row.conversationId) }))
}

function changed(row: NarrowConversation, next: Attribution): boolean {
  return (
    row.ordered !== next.ordered ||
    row.converted !== next.converted ||
    row.presaleInquiry !== next.presaleInquiry ||
    row.rating !== next.rating ||
    Math.abs(row.attributedAmount - next.attributedAmount) >= 0.005 ||
    row.orderIds.join('|') !== next.orderIds.join('|')
  )
}

/** What a conversation has when no order or rating is tied to it. */
function unattributed(row: NarrowConversation): Attribution {
  return {
    orderIds: row.orderIds,
    ordered: false,
    converted: false,
    attributedAmount: 0,
    presaleInquiry: row.served,
    rating: null,
  }
}

/** Writes the changed conversations of one day again, from what stands there now. */
async function rewriteDay(
  ports: Pick<AttributePorts, 'facts' | 'lock' | 'clock'>,
  range: BuyerRange & { day: number },
  next: ReadonlyMap<string, Attribution>,
  jobId: string,
): Promise<void> {
  const { tenantId, day, bucketFrom, bucketTo } = range
  await ports.lock.withLock({ tenantId, day, bucketFrom, bucketTo }, async () => {
    for (const ids of slices([...next.keys()])) {
      const bucket = { from: bucketFrom, to: bucketTo }
      const condition = where(conversationFact, { tenantId, day, bucket, conversationId: { in: ids } })
      const now = ports.clock()
      const rows = (await ports.facts.read(conversationFact, condition)).map((row) =>
        Object.assign(row, next.get(row.conversationId), { version: Math.max(now, row.version + 1) }),
      )
      if (rows.length === 0) continue
      // Content is part of the token: a repeated attempt may have more to write than the broken one had.
      const content = contentId(
        'attribution',
        ...rows.map((row) => JSON.stringify(next.get(row.conversationId))),
      )
      await ports.facts.insert(conversationFact, rows, `attribute:${jobId}:${day}:${bucketFrom}:${content}`)
    }
  })
}

/** Ties orders and ratings anew to the stored conversations of a range and writes those that changed. */
async function attributeRange(
  ports: Pick<AttributePorts, 'facts' | 'lock' | 'clock'>,
  range: BuyerRange,
  settings: AttributionSettings,
  jobId: string,
): Promise<number> {
  const buyers = range.buyerIds === undefined ? null : new Set(range.buyerIds)
  const stored = await readConversations(ports.facts, range)
  const own = buyers === null ? stored : stored.filter((row) => buyers.has(row.buyerId))
  if (own.length === 0) return 0
  const found = await attributions(ports.facts, range, own, settings)
  const byDay = new Map<number, Map<string, Attribution>>()
  for (const row of own) {
    const next = found?.get(row.conversationId) ?? unattributed(row)
    if (!changed(row, next)) continue
    const day = byDay.get(row.day) ?? new Map<string, Attribution>()
    byDay.set(row.day, day.set(row.conversationId, next))
  }
  for (const [day, next] of byDay) await rewriteDay(ports, { ...range, day }, next, jobId)
  return [...byDay.values()].reduce((sum, day) => sum + day.size, 0)
}

/**
 * After new conversations of a day are stored: earlier ones of the same buyers may lose an order to them, because
 * the latest chat before an order has it.
 */
export async function attributeEarlier(
  ports: Pick<AttributePorts, 'facts' | 'lock' | 'clock'>,
  conversations: readonly ConversationRow[],
  range: ThreadRange,
  settings: WorkspaceSettings,
): Promise<void> {
  const buyerIds = [...new Set(conversations.filter((row) => row.ordered).map((row) => row.buyerId))]
  if (buyerIds.length === 0) return
  const { tenantId, day, bucketFrom, bucketTo } = range
  const window = attributionSettings(settings)
  const dayFrom = day - orderReach(window).after
  const earlier = { tenantId, dayFrom, dayTo: day - 1, bucketFrom, bucketTo, buyerIds }
  await attributeRange(ports, earlier, window, contentId('earlier', day, bucketFrom, ports.clock()))
}

/** Buckets handled at once: a sixteenth of the buyers keeps a month of a large brand in memory. */
const bucketsPerSlice = 16

function bucketRanges(buyerIds: readonly string[] | undefined): { bucketFrom: number; bucketTo: number }[] {
  const all = Array.from({ length: 256 / bucketsPerSlice }, (_, index) => ({
    bucketFrom: index * bucketsPerSlice,
    bucketTo: (index + 1) * bucketsPerSlice - 1,
  }))
  if (buyerIds === undefined) return all
  const touched = new Set(buyerIds.map((id) => Math.floor(bucketOf(id) / bucketsPerSlice)))
  return all.filter((_, index) => touched.has(index))
}

/** Job: orders or ratings of these days changed; the conversations they belong to are brought up to date. */
export async function attributeDays(
  ports: AttributePorts,
  job: AttributeJob,
  jobId: string,
): Promise<{ changed: number }> {
  const settings = attributionSettings(await settingsOf(ports.workspaces, job.tenantId))
  const { tenantId, dayFrom, dayTo, buyerIds } = job
  let count = 0
  for (const buckets of bucketRanges(buyerIds)) {
    const range: BuyerRange = { tenantId, dayFrom, dayTo, ...buckets }
    if (buyerIds !== undefined)
      range.buyerIds = buyerIds.filter(
        (id) => bucketOf(id) >= buckets.bucketFrom && bucketOf(id) <= buckets.bucketTo,
      )
    count += await attributeRange(ports, range, settings, jobId)
  }
  if (job.importId !== undefined)
    await ports.imports.analysisDone(job.importId, analysisJobId('attribute', job), ports.clock())
  return { changed: count }
}
