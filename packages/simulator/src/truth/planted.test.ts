import { describe, expect, it } from 'vitest'
import type { ChatRecord, IntakeRecord } from '@kesheng/contracts/intake/records'
import { simulate, type ConversationTruth } from '../generate.ts'
import { dayMs, hourMs } from '../world/calendar.ts'
import { planted } from './planted.ts'

const simulation = simulate({ seed: 11, messages: 200_000, now: Date.UTC(2025, 4, 14, 6, 30) })
const { window } = simulation.truth
const records: IntakeRecord[] = [...simulation.batches()].flatMap((batch) => batch.records)
const labels: ConversationTruth[] = [...simulation.labels()]
const chats: ChatRecord[] = records.filter((record) => record.kind === 'chats')

const days = (time: number) => (window.to - time) / dayMs
const hour = (time: number) => Math.floor(((time + 8 * hourMs) % dayMs) / hourMs)
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

const denies = (shop: string | undefined) => shop === '青屿京东旗舰店'

function rudeShare(list: readonly ConversationTruth[]): number {
  return share(list.filter((label) => label.rude).length, list.length)
}

/** Median wait for a first human answer, ms. */
function medianWait(shop: string, lunch: boolean): number {
  const times: number[] = []
  let waiting: ChatRecord | null = null
  for (const record of chats) {
    if (waiting !== null && waiting.sessionId !== record.sessionId) waiting = null
    if (record.role === 'buyer') waiting ??= record
    else if (record.role === 'agent' && record.automatic === false && waiting !== null) {
      const at = waiting.sentAt ?? 0
      const noon = hour(at) === 12 || hour(at) === 13
      if (record.shop === shop && noon === lunch) times.push((record.sentAt ?? 0) - at)
      waiting = null
    }
  }
  times.sort((a, b) => a - b)
  return times[Math.floor(times.length / 2)] ?? 0
}

/** How often agents of some shops said it about the product. */
function told(shop: (name: string | undefined) => boolean, words: RegExp): number {
  return chats.filter(
    (record) =>
      record.role === 'agent' &&
      record.productId === planted.contradiction.product &&
      shop(record.shop) &&
      words.test(record.text),
  ).length
}

function conversionOf(names: readonly string[]): number {
  const found = labels.filter((label) => label.stage === 'presale' && names.includes(label.agent))
  return share(found.filter((label) => label.converted).length, found.length)
}

describe('the planted truths are there to be found', () => {
  it('allergy: the share on the product rises at least threefold, on one batch', () => {
    const negative = labels.filter(
      (label) => label.productId === planted.allergy.product && label.opinions.length > 0,
    )
    const rate = (from: number, to: number) => {
      const found = negative.filter((label) => days(label.startedAt) <= from && days(label.startedAt) > to)
      return share(found.filter((label) => label.opinions.includes('皮肤过敏')).length, found.length)
    }
    expect(rate(14, 0)).toBeGreaterThan(3 * rate(90, 49))
    const late = negative.filter((label) => days(label.startedAt) < 21 && label.opinions.includes('皮肤过敏'))
    const bad = late.filter((label) => label.batch === planted.allergy.batch)
    expect(share(bad.length, late.length)).toBeGreaterThan(0.85)
  })

  it('allergy: reviews of the batch speak of it', () => {
    const reviews = records
      .filter((record) => record.kind === 'reviews')
      .filter((record) => record.skuName?.includes('批次E02'))
    const bad = reviews.filter((record) => record.skuName?.includes(planted.allergy.batch))
    const others = reviews.filter((record) => !record.skuName?.includes(planted.allergy.batch))
    const allergic = (list: typeof reviews) =>
      share(list.filter((record) => /过敏|红疹|刺痛|又红/.test(record.text)).length, list.length)
    expect(bad.length).toBeGreaterThan(30)
    expect(allergic(bad)).toBeGreaterThan(3 * allergic(others))
  })

  it('courier: parcels stand still in one province', () => {
    const { courier } = planted
    const provinces = new Map(
      records.flatMap((record) => (record.kind === 'orders' ? [[record.orderId, record.province]] : [])),
    )
    const stuck = labels.filter((label) => label.scenes.includes('物流发货/物流停滞'))
    const orderOf = new Map(chats.map((record) => [record.sessionId, record.orderId]))
    const during = stuck.filter(
      (label) => days(label.startedAt) < courier.from && days(label.startedAt) > courier.to - 8,
    )
    const there = during.filter(
      (label) => provinces.get(orderOf.get(label.sessionId) ?? '') === courier.province,
    )
    expect(there.length).toBeGreaterThan(10)
    expect(share(there.length, during.length)).toBeGreaterThan(0.3)
  })

  it('rude at night: one agent, four hours', () => {
    const { rude } = planted
    const hours: readonly number[] = rude.hours
    const own = labels.filter((label) => label.agent === rude.agent)
    const night = own.filter((label) => hours.includes(hour(label.startedAt)))
    const day = own.filter((label) => !hours.includes(hour(label.startedAt)))
    const others = labels.filter((label) => label.agent !== rude.agent && label.agent !== '')
    expect(rudeShare(night)).toBeGreaterThan(0.15)
    expect(rudeShare(night)).toBeGreaterThan(4 * rudeShare(day))
    expect(rudeShare(others)).toBeLessThan(0.01)
  })

  it('inspector: one agent is checked twice by one inspector', () => {
    const reviews = records
      .filter((record) => record.kind === 'operation-events')
      .filter((record) => record.eventType === 'qa-review')
    const rate = (test: (inspector: unknown, agent: string | undefined) => boolean) => {
      const found = reviews.filter((record) => test(record.attributes?.['inspector'], record.agent))
      return share(found.filter((record) => record.attributes?.['recheck'] === true).length, found.length)
    }
    const { inspector, agent } = planted.inspector
    expect(rate((who, whom) => who === inspector && whom === agent)).toBeGreaterThan(0.4)
    expect(rate((who, whom) => who === inspector && whom !== agent)).toBeLessThan(0.2)
    expect(rate((who, whom) => who !== inspector && whom === agent)).toBeLessThan(0.3)
  })

  it('gift: one is disliked, the other is liked', () => {
    const texts = records.flatMap((record) => (record.kind === 'reviews' ? [record.text] : []))
    const named = (gift: string) => texts.filter((text) => text.includes(gift))
    const grumble = /没用|丑|质量差|占地方|扔了|有味道|不如/
    const unwanted = named(planted.gift.unwanted)
    const wanted = named('旅行小样礼盒')
    expect(share(unwanted.filter((text) => grumble.test(text)).length, unwanted.length)).toBeGreaterThan(0.8)
    expect(share(wanted.filter((text) => grumble.test(text)).length, wanted.length)).toBeLessThan(0.25)
  })

  it('lunch: one shop is slow for two hours', () => {
    const slow = '青屿抖音旗舰店'
    expect(medianWait(slow, true)).toBeGreaterThan(3 * medianWait(slow, false))
    expect(medianWait('青屿京东旗舰店', true)).toBeLessThan(1.5 * medianWait('青屿京东旗舰店', false))
  })

  it('page: one shop denies what the page and the other shops say', () => {
    expect(told(denies, /一年/)).toBeGreaterThan(5)
    expect(told(denies, /两年只换不修，(非人为|质量问题)|照承诺|按页面/)).toBe(0)
    expect(told((name) => !denies(name), /两年|24个月|照承诺|按页面/)).toBeGreaterThan(10)
    const page = records.find(
      (record) => record.kind === 'operation-events' && record.eventType === 'product-page',
    )
    expect(JSON.stringify(page)).toContain(planted.contradiction.page)
  })

  it('coupon: fails in one shop during the first wave only', () => {
    const failed = labels.filter((label) => label.scenes.includes('优惠活动/优惠券异常'))
    expect(failed.length).toBeGreaterThan(20)
    expect(new Set(failed.map((label) => label.shop))).toEqual(new Set(['青屿官方旗舰店']))
    const truth = simulation.truth.planted.find((candidate) => candidate.id === 'coupon-failure')
    for (const label of failed) {
      expect(label.startedAt).toBeGreaterThanOrEqual(truth?.from ?? Infinity)
      expect(label.startedAt).toBeLessThanOrEqual((truth?.to ?? 0) + hourMs)
    }
  })

  it('instalments: asked by nearly nobody, then by many', () => {
    const presale = labels.filter((label) => label.stage === 'presale')
    const rate = (recent: boolean) => {
      const found = presale.filter((label) => days(label.startedAt) < planted.instalment.from === recent)
      return share(found.filter((label) => label.scenes.includes('支付方式/免息分期')).length, found.length)
    }
    expect(rate(true)).toBeGreaterThan(5 * rate(false))
  })

  it('skill pays: better agents convert better', () => {
    expect(conversionOf(['小满', '星河', '知夏'])).toBeGreaterThan(
      conversionOf(['可可', '木木', '米粒']) + 0.05,
    )
  })
})
