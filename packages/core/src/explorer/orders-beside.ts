import type { OrderSummary } from '@kesheng/contracts/http/views'
import { orderLineFact } from '@kesheng/contracts/facts/order'
import { runSelect } from '../access/run-scoped.ts'
import { facts, select, sql, text, texts, utcDay, uuid } from '../access/sql/nodes.ts'
import { groupByOrder, of, readRefunds } from './load-orders.ts'
import type { Reading } from './ports.ts'
import type { ConversationDetail } from './rows/conversation-summary.ts'
import { orderLineColumns, toOrderSummary, type OrderLineFields } from './rows/order-summary.ts'

/** A quarter back and a month on: what a buyer may be talking about, and what came of it. */
const daysBefore = 90
const daysAfter = 31
const dayLength = 86_400_000

/** The conversation's own orders first, then the buyer's others in the same shop around that time, newest first. */
export async function ordersBeside(reading: Reading, row: ConversationDetail): Promise<OrderSummary[]> {
  const lines = await readBuyersLines(reading, row)
  const orderIds = [...new Set(lines.map((line) => line.orderId))]
  const refunds = await readRefunds(reading, orderIds, row.startedAt - daysBefore * dayLength)
  const own = new Set(row.orderIds)
  const orders = groupByOrder(lines).flatMap((lines) => {
    const [first] = lines
    if (!first) return []
    return toOrderSummary(lines, of(refunds, first), own.has(first.orderId), reading.context.timezone) ?? []
  })
  return orders.toSorted(
    (one, other) =>
      Number(other.attributed) - Number(one.attributed) || other.orderedAt.localeCompare(one.orderedAt),
  )
}

async function readBuyersLines(
  { facts: store, scope, context }: Reading,
  { buyerId, shopId, platform, startedAt, orderIds }: ConversationDetail,
): Promise<OrderLineFields[]> {
  const lines = select({
    columns: orderLineColumns,
    from: facts(orderLineFact, scope),
    where: [
      sql`day >= ${utcDay(startedAt - daysBefore * dayLength)}`,
      sql`day <= ${utcDay(startedAt + daysAfter * dayLength)}`,
      sql`platform = ${text(platform)}`,
      sql`((buyer_id = ${uuid(buyerId)} AND shop_id = ${text(shopId)}) OR order_id IN ${texts(orderIds)})`,
    ],
    orderBy: [{ sql: sql`order_line_id`, direction: 'asc' }],
  })
  return runSelect<OrderLineFields>(store, lines, context)
}
