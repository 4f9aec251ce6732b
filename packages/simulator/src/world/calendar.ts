export const dayMs = 86_400_000
export const hourMs = 3_600_000
export const minuteMs = 60_000

/** Messages from which the demo is spread over a year instead of a quarter. */
const yearLongFrom = 10_000_000
/** Days before the window whose orders (not chats) are told, so that the first day already has after-sales work. */
export const warmUpDays = 16

export interface Window {
  /** Local midnight of the first day, epoch ms. */
  readonly start: number
  /** Local midnight that begins the day of `now`: nothing is later, so one day gives one data set. */
  readonly end: number
  readonly days: number
  /** Local time − UTC, ms; taken at `now` and used for the whole window. */
  readonly offset: number
}

export function windowOf(messages: number, now: number, timezone: string): Window {
  const offset = offsetOf(now, timezone)
  const end = Math.floor((now + offset) / dayMs) * dayMs - offset
  const days = messages >= yearLongFrom ? 365 : 90
  return { start: end - days * dayMs, end, days, offset }
}

function offsetOf(now: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(now)
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return local - Math.floor(now / minuteMs) * minuteMs
}

export function hourOf(time: number, window: Window): number {
  return Math.floor((((time + window.offset) % dayMs) + dayMs) / hourMs) % 24
}

/** Day of the window, 0-based; negative in the warm-up. */
export function dayOf(time: number, window: Window): number {
  return Math.floor((time - window.start) / dayMs)
}

/** 0 = Monday. */
export function weekdayOf(time: number, window: Window): number {
  return (Math.floor((time + window.offset) / dayMs) + 3) % 7
}

export interface PromotionPhase {
  readonly promotion: string
  readonly phase: '预热' | '预售' | '第一波' | '第二波' | '返场'
  /** Days before the end of the window: [from, to). */
  readonly from: number
  readonly to: number
  /** Times the ordinary volume. */
  readonly lift: number
  readonly priceFactor: number
  readonly coupon: string
  readonly gift: string
}

export const unwantedGift = '帆布双肩包'
export const wantedGift = '旅行小样礼盒'

type Shape = readonly [PromotionPhase['phase'], number, number, number, number]

/** Phase, days (from, to) before the promotion's last day, lift, price factor. */
const shapes: readonly Shape[] = [
  ['预热', 20, 16, 1.15, 1],
  ['预售', 16, 11, 1.35, 0.9],
  ['第一波', 11, 8, 2.3, 0.82],
  ['第二波', 8, 3, 1.6, 0.85],
  ['返场', 3, 0, 1.25, 0.88],
]

function promotion(
  name: string,
  last: number,
  scale: number,
  coupon: string,
  gift: string,
): PromotionPhase[] {
  return shapes.map(([phase, from, to, lift, priceFactor]) => ({
    promotion: name,
    phase,
    from: last + from,
    to: last + to,
    lift: 1 + (lift - 1) * scale,
    priceFactor,
    coupon,
    gift,
  }))
}

/** Nearest first; a quarter sees the first two, a year all five. */
export const promotionPhases: readonly PromotionPhase[] = [
  ...promotion('青屿焕新节', 16, 1, '满299减40', unwantedGift),
  ...promotion('会员狂欢周', 64, 0.6, '满259减30', wantedGift),
  ...promotion('青屿周年庆', 140, 1.1, '满399减60', unwantedGift),
  ...promotion('换季护肤节', 220, 0.7, '满259减30', wantedGift),
  ...promotion('青屿年货节', 300, 0.9, '满299减40', wantedGift),
]

export function phaseAt(time: number, window: Window): PromotionPhase | null {
  const before = (window.end - time) / dayMs
  return promotionPhases.find((phase) => before <= phase.from && before > phase.to) ?? null
}

/** Monday to Sunday. */
const weekdayFactors = [1.02, 0.98, 0.97, 0.99, 1.03, 1.08, 1.06] as const

/** Relative volume of a day of the window. */
export function dayWeight(day: number, window: Window): number {
  const noon = window.start + day * dayMs + dayMs / 2
  const phase = phaseAt(noon, window)
  return (weekdayFactors[weekdayOf(noon, window)] ?? 1) * (phase?.lift ?? 1) * (1 + 0.0008 * day)
}

/** Buyers' activity by local hour: a bump at lunch, the peak at 20–22. */
export const hourWeights: readonly number[] = [
  1.6, 0.9, 0.4, 0.2, 0.2, 0.3, 0.7, 1.6, 2.8, 4, 5, 5.2, 5, 4.6, 4.8, 5, 4.9, 4.6, 4.6, 5.6, 6.8, 7, 5.6,
  3.2,
]
