import { orderLineFact, refundFact } from '@kesheng/contracts/facts/order'
import type { OrderSummary } from '@kesheng/contracts/http/views'
import { runSelect } from '../access/run-scoped.ts'
import { facts, select, sql, texts, utcDay, type Sql } from '../access/sql/nodes.ts'
import type { Reading } from './ports.ts'
import { loadRows, nearby, type RowRef } from './refs.ts'
import {
  orderKeyOf,
  orderLineColumns,
  refundColumns,
  toOrderSummary,
  toRefundSummary,
  type OrderLineFields,
  type RefundFields,
} from './rows/order-summary.ts'

/** Orders, each named by any one of its lines. */
export async function loadOrders(
  reading: Reading,
  refs: readonly RowRef[],
): Promise<Map<string, OrderSummary>> {
  const columns = [...orderLineColumns, { as: 'orderLineId', sql: sql`toString(order_line_id)` }]
  type Line = OrderLineFields & { orderLineId: string }
  const named = await loadRows<Line>(reading, { subject: 'order', columns, id: 'orderLineId' }, refs)
  const orderIds = named.map((line) => line.orderId)
  const since = Math.min(...refs.map((ref) => ref.at))
  const [lines, refunds] = await Promise.all([
    readLines(reading, orderIds, nearby(refs)),
    readRefunds(reading, orderIds, since),
  ])
  return new Map(
    named.flatMap((line) => {
      const order = toOrderSummary(of(lines, line), of(refunds, line), false, reading.context.timezone)
      return order ? [[line.orderLineId, order] as const] : []
    }),
  )
}

/** Refunds, each with its order where that is known. */
export async function loadRefunds(
  reading: Reading,
  refs: readonly RowRef[],
): Promise<Map<string, OrderSummary>> {
  const refunds = await loadRows<RefundFields>(
    reading,
    { subject: 'refund', columns: refundColumns, id: 'refundId' },
    refs,
  )
  const lines = await readLines(
    reading,
    refunds.map((refund) => refund.orderId),
    [],
  )
  const { timezone } = reading.context
  return new Map(
    refunds.map((refund) => [refund.refundId, toRefundSummary(refund, of(lines, refund), timezone)]),
  )
}

/** Lines of orders by number; numbers are unique within a platform, so callers match the platform too. */
export async function readLines(
  { facts: store, scope, context }: Reading,
  orderIds: readonly string[],
  where: readonly Sql[],
): Promise<OrderLineFields[]> {
  if (orderIds.length === 0) return []
  return runSelect<OrderLineFields>(
    store,
    select({
      columns: orderLineColumns,
      from: facts(orderLineFact, scope),
      where: [...where, sql`order_id IN ${texts([...new Set(orderIds)])}`],
      orderBy: [{ sql: sql`order_line_id`, direction: 'asc' }],
    }),
    context,
  )
}

export async function readRefunds(
  { facts: store, scope, context }: Reading,
  orderIds: readonly string[],
  since: number,
): Promise<RefundFields[]> {
  if (orderIds.length === 0) return []
  return runSelect<RefundFields>(
    store,
    select({
      columns: refundColumns,
      from: facts(refundFact, scope),
      where: [sql`day >= ${utcDay(since)}`, sql`order_id IN ${texts([...new Set(orderIds)])}`],
    }),
    context,
  )
}

/** Rows of the same order. */
export function of<R extends { platform: string; orderId: string }>(
  rows: readonly R[],
  order: { platform: string; orderId: string },
): R[] {
  const key = orderKeyOf(order)
  return rows.filter((row) => orderKeyOf(row) === key)
}

export function groupByOrder<R extends { platform: string; orderId: string }>(rows: readonly R[]): R[][] {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const key = orderKeyOf(row)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}
