import { dayMs, hourOf, type PromotionPhase, type Window, unwantedGift } from '../world/calendar.ts'
import type { Agent } from '../world/agents.ts'

/**
 * The planted truths as parameters. Days count back from the end of the window: `from: 49, to: 0` is the last
 * seven weeks. Everything the generator does differently because of a truth goes through a function of this file.
 */
export const planted = {
  allergy: {
    product: 'QY-E02',
    batch: 'E02-48',
    from: 49,
    fullFrom: 21,
    share: 0.9,
    rate: 0.12,
    lateRate: 0.3,
  },
  courier: { courier: '迅岚速运', province: '四川', from: 40, to: 19, stuck: 0.6 },
  rude: { agent: '阿泽', hours: [22, 23, 0, 1], rate: 0.28, otherwise: 0.012 },
  inspector: { inspector: '沈微', agent: '小禾', recheck: 0.62, picks: 0.45 },
  gift: { unwanted: unwantedGift, dislikes: 0.3, likes: 0.35 },
  lunch: { shop: 2, hours: [12, 13], factor: 7 },
  contradiction: { product: 'HM-J01', shop: 1, from: 55, page: '两年只换不修', said: '一年质保', asks: 0.09 },
  coupon: { shop: 0, promotion: '青屿焕新节', phase: '第一波', share: 0.34 },
  instalment: { from: 24, share: 0.07, before: 0.004 },
} as const

/** How far a truth's window has been passed, days before the end of the window. */
export function daysBefore(time: number, window: Window): number {
  return (window.end - time) / dayMs
}

function within(time: number, window: Window, from: number, to: number): boolean {
  const days = daysBefore(time, window)
  return days <= from && days > to
}

/** Share of the product's shipments that come from the bad batch. */
export function badBatchShare(time: number, window: Window): number {
  const { from, fullFrom, share } = planted.allergy
  const days = daysBefore(time, window)
  if (days > from) return 0
  return days <= fullFrom ? share : (share * (from - days)) / (from - fullFrom)
}

/** Chance that an order of the bad batch ends in an allergic reaction: it grows as the batch ages in the heat. */
export function badBatchRate(time: number, window: Window): number {
  const { from, rate, lateRate } = planted.allergy
  const progress = Math.min(1, Math.max(0, (from - daysBefore(time, window)) / from))
  return rate + (lateRate - rate) * progress
}

export function courierFails(courier: string, province: string, time: number, window: Window): boolean {
  const truth = planted.courier
  return (
    courier === truth.courier && province === truth.province && within(time, window, truth.from, truth.to)
  )
}

export function rudeChance(agent: Agent, time: number, window: Window): number {
  if (agent.name !== planted.rude.agent) return 0.0015
  const hours: readonly number[] = planted.rude.hours
  return hours.includes(hourOf(time, window)) ? planted.rude.rate : planted.rude.otherwise
}

export function lunchFactor(shop: number, hour: number): number {
  const hours: readonly number[] = planted.lunch.hours
  return shop === planted.lunch.shop && hours.includes(hour) ? planted.lunch.factor : 1
}

export function pageContradicted(product: string, time: number, window: Window): boolean {
  return product === planted.contradiction.product && within(time, window, planted.contradiction.from, 0)
}

/** The shop whose agents deny what the page promises; the others stand by it. */
export function pageDenied(shop: number): boolean {
  return shop === planted.contradiction.shop
}

export function couponFails(shop: number, phase: PromotionPhase | null): boolean {
  const { coupon } = planted
  return shop === coupon.shop && phase?.promotion === coupon.promotion && phase.phase === coupon.phase
}

export function instalmentShare(time: number, window: Window): number {
  return within(time, window, planted.instalment.from, 0)
    ? planted.instalment.share
    : planted.instalment.before
}
