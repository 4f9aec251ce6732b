import type { AgentStatusRecord, OperationEventRecord } from '@kesheng/contracts/intake/records'
import { hashOf } from '../random/random.ts'
import { planted } from '../truth/planted.ts'
import { agents, onDuty, type Agent } from '../world/agents.ts'
import { dayMs, dayWeight, hourMs, minuteMs, promotionPhases } from '../world/calendar.ts'
import { productOf } from '../world/products.ts'
import { shops } from '../world/shops.ts'
import type { Run } from './run.ts'
import { sourceIndex } from './sink.ts'

/** Duty changes and visitor counts of one day. */
export function dailyEvents(run: Run, day: number): void {
  const midnight = run.window.start + day * dayMs
  for (const agent of agents) if (onDuty(agent, day)) duty(run, agent, midnight)
  for (const shop of shops) {
    const visitors = Math.round(shop.weight * 210 * dayWeight(day, run.window) * run.random.real(0.9, 1.1))
    event(run, shop.index, {
      eventId: `visit-${shop.platform}-${midnight}`,
      eventType: 'visitors',
      name: '店铺访客数',
      occurredAt: midnight + 23 * hourMs,
      value: visitors,
    })
  }
}

function duty(run: Run, agent: Agent, midnight: number): void {
  const late = () => run.random.between(0, 9) * minuteMs
  const meal = midnight + (agent.from < 12 ? 12 : 18) * hourMs
  status(run, agent, midnight + agent.from * hourMs + late(), 'online')
  status(run, agent, meal + late(), 'paused')
  status(run, agent, meal + 40 * minuteMs + late(), 'resumed')
  status(run, agent, midnight + agent.to * hourMs + late(), 'offline')
}

function status(run: Run, agent: Agent, changedAt: number, value: AgentStatusRecord['status']): void {
  const shop = shops[agent.shop]
  if (shop === undefined) return
  run.sink.add(sourceIndex('agent-status', agent.shop), changedAt, {
    kind: 'agent-status',
    platform: shop.platform,
    shop: shop.name,
    agent: agent.name,
    changedAt,
    status: value,
  })
}

type EventPart = Omit<OperationEventRecord, 'kind' | 'platform' | 'shop' | 'occurredAt'> & {
  occurredAt: number
}

function event(run: Run, shop: number, part: EventPart): void {
  const found = shops[shop]
  if (found === undefined) return
  run.sink.add(sourceIndex('operation-events', shop), part.occurredAt, {
    kind: 'operation-events',
    platform: found.platform,
    shop: found.name,
    ...part,
  })
}

/** What the calendar knows: promotion phases, batches, product pages. Told once, before the first day. */
export function calendarEvents(run: Run): void {
  for (const shop of shops) {
    promotions(run, shop.index)
    pages(run, shop.index)
  }
}

function promotions(run: Run, shop: number): void {
  for (const phase of promotionPhases) {
    event(run, shop, {
      eventId: `promotion-${shop}-${hashOf(phase.from, phase.to)}`,
      eventType: 'promotion',
      name: phase.promotion,
      phase: phase.phase,
      occurredAt: run.window.end - phase.from * dayMs,
      endsAt: run.window.end - phase.to * dayMs,
      attributes: { coupon: phase.coupon, gift: phase.gift },
    })
  }
}

function pages(run: Run, shop: number): void {
  const { product, page, from } = planted.contradiction
  event(run, shop, {
    eventId: `page-${shop}-${product}`,
    eventType: 'product-page',
    name: `${productOf(product).name} 详情页更新`,
    productId: product,
    occurredAt: run.window.end - from * dayMs,
    attributes: { field: '质保', text: page },
  })
}
