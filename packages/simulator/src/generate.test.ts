import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { ChatRecord, IntakeRecord } from '@kesheng/contracts/intake/records'
import { simulate, type SimulateOptions } from './generate.ts'
import { dayMs, hourMs } from './world/calendar.ts'

const now = Date.UTC(2025, 4, 14, 6, 30)
const small: SimulateOptions = { seed: 3, messages: 6_000, now }

function recordsOf(options: SimulateOptions): IntakeRecord[] {
  return [...simulate(options).batches()].flatMap((batch) => batch.records)
}

function hashOfRecords(options: SimulateOptions): string {
  const hash = createHash('sha256')
  for (const batch of simulate(options).batches()) hash.update(JSON.stringify(batch))
  return hash.digest('hex')
}

function timeOf(record: IntakeRecord): number {
  switch (record.kind) {
    case 'chats':
      return record.sentAt ?? 0
    case 'reviews':
      return Math.max(record.reviewedAt ?? 0, record.appendedAt ?? 0, record.repliedAt ?? 0)
    case 'orders':
      return record.orderedAt ?? 0
    case 'refunds':
      return record.appliedAt ?? 0
    case 'survey-answers':
      return record.answeredAt ?? 0
    case 'agent-ratings':
      return record.ratedAt ?? 0
    case 'agent-status':
      return record.changedAt ?? 0
    case 'operation-events':
      return record.occurredAt ?? 0
  }
}

function chatsOf(records: readonly IntakeRecord[]): ChatRecord[] {
  return records.filter((record) => record.kind === 'chats')
}

describe('simulate', () => {
  it('gives the same data for the same seed, size and day', () => {
    expect(hashOfRecords(small)).toBe(hashOfRecords({ ...small, now: now + 3 * hourMs }))
  })

  it('gives other data for another seed', () => {
    expect(hashOfRecords(small)).not.toBe(hashOfRecords({ ...small, seed: 4 }))
  })

  it('moves with the day it is made on', () => {
    const today = chatsOf(recordsOf(small))
    const later = simulate({ ...small, now: now + 10 * dayMs }).truth.window
    expect(later.to - simulate(small).truth.window.to).toBe(10 * dayMs)
    const times = today.map((record) => record.sentAt ?? 0)
    expect(Math.max(...times)).toBeGreaterThan(now - 2 * dayMs)
    expect(Math.min(...times)).toBeGreaterThanOrEqual(now - 91 * dayMs)
  })

  it('streams: the first batch of fifty million messages comes long before the rest is made', () => {
    const simulation = simulate({ ...small, messages: 50_000_000 })
    const batches = simulation.batches()
    expect(batches.next().value?.records.length).toBeGreaterThan(0)
    batches.return(undefined)
    expect(simulation.truth.counts.conversations).toBe(0)
  })

  it('counts what it made and stops at the conversation that reaches the size', () => {
    const simulation = simulate(small)
    let chats = 0
    for (const batch of simulation.batches()) if (batch.source.kind === 'chats') chats += batch.records.length
    expect(chats).toBeGreaterThanOrEqual(small.messages)
    expect(chats).toBeLessThan(small.messages + 100)
    expect(simulation.truth.counts.records.chats).toBe(chats)
    expect(JSON.parse(JSON.stringify(simulation.truth))).toEqual(simulation.truth)
  })

  it('never tells the future', () => {
    const { to } = simulate(small).truth.window
    const late = recordsOf(small).filter((record) => timeOf(record) >= to)
    expect(late).toEqual([])
  })

  it('gives each source records of its own kind, shop and platform', () => {
    for (const { source, records } of simulate(small).batches()) {
      for (const record of records) {
        expect(record.kind).toBe(source.kind)
        expect(record.shop).toBe(source.shop)
        expect(record.platform).toBe(source.platform)
      }
    }
  })

  it('marks the reviews of others', () => {
    const owners = new Set(
      [...simulate({ ...small, messages: 60_000 }).batches()].map((batch) => batch.source.ownership),
    )
    expect([...owners].toSorted()).toEqual(['category', 'competitor', 'own'])
  })
})

describe('references', () => {
  const records = recordsOf({ ...small, messages: 40_000 })
  const orders = new Map(
    records.flatMap((record) => (record.kind === 'orders' ? [[record.orderId, record]] : [])),
  )
  const sessions = new Map(chatsOf(records).map((record) => [record.sessionId, record]))

  it('orders of chats, reviews, refunds and surveys are the buyer’s own', () => {
    let checked = 0
    for (const record of records) {
      if (record.kind === 'orders' || !('orderId' in record) || record.orderId === undefined) continue
      const order = orders.get(record.orderId)
      expect(order?.buyer).toBe(record.buyer)
      expect(order?.productId).toBe(record.productId)
      expect(timeOf(record)).toBeGreaterThanOrEqual(order?.orderedAt ?? Infinity)
      checked++
    }
    expect(checked).toBeGreaterThan(5_000)
  })

  it('ratings belong to a conversation of that agent and come after it began', () => {
    const ratings = records.filter((record) => record.kind === 'agent-ratings')
    expect(ratings.length).toBeGreaterThan(100)
    for (const rating of ratings) {
      const message = sessions.get(rating.sessionId)
      expect(message?.buyer).toBe(rating.buyer)
      expect(rating.ratedAt).toBeGreaterThan(message?.sentAt ?? Infinity)
    }
  })

  it('ids are used once', () => {
    const ids = chatsOf(records).map((record) => record.messageId)
    expect(new Set(ids).size).toBe(ids.length)
    const placed = records.filter((record) => record.kind === 'orders')
    expect(orders.size).toBe(placed.length)
  })

  it('refunds give back no more than was paid', () => {
    for (const record of records) {
      if (record.kind === 'refunds')
        expect(record.amount).toBeLessThanOrEqual(orders.get(record.orderId ?? '')?.paidAmount ?? 0)
    }
  })

  it('buyers come back', () => {
    const bySession = new Map<string, Set<string>>()
    for (const record of chatsOf(records)) {
      const buyer = `${record.platform} ${record.buyer}`
      bySession.set(buyer, (bySession.get(buyer) ?? new Set()).add(record.sessionId ?? ''))
    }
    const returning = [...bySession.values()].filter((found) => found.size > 1).length
    expect(returning / bySession.size).toBeGreaterThan(0.2)
  })

  it('reads differently: half of the texts of people are unique', () => {
    const texts = chatsOf(records).filter(
      (record) => record.messageKind === 'text' && record.automatic !== true,
    )
    const distinct = new Set(texts.map((record) => record.text)).size / texts.length
    expect(distinct).toBeGreaterThan(0.52)
  })
})

describe('labels', () => {
  it('tell about exactly the conversations that are in the data', () => {
    const simulation = simulate(small)
    const sessions = new Set(
      [...simulation.batches()].flatMap((batch) => chatsOf(batch.records).map((record) => record.sessionId)),
    )
    const labels = [...simulation.labels()]
    expect(labels.length).toBe(sessions.size)
    expect(labels.every((label) => sessions.has(label.sessionId))).toBe(true)
    expect(labels.every((label) => label.scenes.length > 0)).toBe(true)
    expect(simulation.truth.counts.conversations).toBe(labels.length)
  })
})

describe('any seed', () => {
  it('makes conversations whose times grow and whose texts are complete', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 50, max: 1200 }), (seed, messages) => {
        const last = new Map<string, number>()
        for (const record of chatsOf(recordsOf({ seed, messages, now }))) {
          const { sessionId = '', sentAt } = record
          expect(sentAt).toBeGreaterThanOrEqual(last.get(sessionId) ?? 0)
          last.set(sessionId, sentAt ?? 0)
          expect(record.text.trim()).not.toBe('')
          expect(record.text).not.toMatch(/[<>|]|undefined|NaN|null/)
        }
        expect(last.size).toBeGreaterThan(0)
      }),
      { numRuns: 25 },
    )
  })
})
