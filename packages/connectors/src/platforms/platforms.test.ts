import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import type { ChatRecord, IntakeRecord, OrderRecord } from '@kesheng/contracts/intake/records'
import { descend } from '../files/json/lines.ts'
import { JsonRowSplitter } from '../files/json/splitter.ts'
import { mapRows } from '../map-rows.ts'
import { presetMapping } from '../presets.ts'
import { shareAmount } from './lines.ts'

const now = Date.UTC(2026, 0, 15)

function recordsOf(preset: string, rows: Record<string, unknown>[]): IntakeRecord[] {
  const outcomes = mapRows(rows, presetMapping(preset) as Mapping, now)
  return outcomes.flatMap((outcome) => ('records' in outcome ? outcome.records : []))
}

/** Rows of a JSON fixture at a path, long numbers kept. */
function fixture(name: string, path: string[]): Record<string, unknown>[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  const splitter = new JsonRowSplitter(path)
  const rows = [...splitter.push(text), ...splitter.end()]
  return rows.flatMap((row) => ('values' in row ? descend(row.values, []) : []))
}

const trade = (tid: string, nick: string) => ({
  tid,
  created: '2026-01-02 09:00:00',
  payment: '1',
  buyer_open_uid: 'AAGx1',
  buyer_nick: nick,
})

describe('orders', () => {
  it.each([
    [
      'taobao-trades',
      'taobao/fixtures/taobao-trades.json',
      ['trades_sold_get_response', 'trades', 'trade'],
      '2610001112223334445',
      178,
    ],
    ['jd-orders', 'jd/fixtures/jd-orders.json', ['orderInfoList'], '330011', 100],
    [
      'douyin-orders',
      'douyin/fixtures/douyin-orders.json',
      ['data', 'shop_order_list'],
      '6930001112223334445',
      89.7,
    ],
    [
      'pinduoduo-orders',
      'pinduoduo/fixtures/pinduoduo-orders.json',
      ['order_list_get_response', 'order_list'],
      '260103-111222333444555',
      29.9,
    ],
  ])('%s: the lines of an order add up to what was paid', (preset, file, path, orderId, paid) => {
    const lines = (recordsOf(preset, fixture(file, path)) as OrderRecord[]).filter(
      (line) => line.orderId === orderId,
    )
    expect(lines).toHaveLength(2)
    expect(lines.reduce((sum, line) => sum + (line.paidAmount ?? 0), 0)).toBeCloseTo(paid, 6)
    expect(new Set(lines.map(({ lineId, productId }) => `${lineId}/${productId}`)).size).toBe(2)
  })

  it('a presale whose deposit is paid has the deposit', () => {
    const [, , presale] = recordsOf(
      'taobao-trades',
      fixture('taobao/fixtures/taobao-trades.json', ['trades_sold_get_response', 'trades', 'trade']),
    ) as OrderRecord[]
    expect(presale).toMatchObject({ status: 'paid', paidAmount: 10 })
  })

  it('a person with several nicknames is one buyer where the platform says so', () => {
    const buyers = recordsOf('taobao-trades', [trade('1', 't**7'), trade('2', '青禾')]).map(
      (record) => 'buyer' in record && record.buyer,
    )
    expect(new Set(buyers)).toEqual(new Set(['AAGx1']))
  })

  it.each([
    [10, [1, 1, 1], [3.33, 3.33, 3.34]],
    [0.01, [5, 5], [0.01, 0]],
    [9, [0, 0], [4.5, 4.5]],
    [-5, [1], [-5]],
  ])('%d is shared by %j', (total, weights, expected) => {
    expect(shareAmount(total, weights)).toEqual(expected)
  })
})

describe('agent ratings', () => {
  it.each([
    [0, 5],
    [1, 4],
    [2, 3],
    [3, 2],
    [4, 1],
  ])('taobao code %d is %d of five', (code, score) => {
    const row = { eval_code: code, eval_sender: '沐光:小禾', eval_time: '2026-01-02 10:00:00' }
    expect(recordsOf('taobao-kefueval', [row])).toMatchObject([{ score }])
  })
})

const row = (more: Record<string, string>) => ({ active_user_nickname: 'a', shopname: '沐光', ...more })

describe('千牛 chat page', () => {
  it('carries the day of each buyer apart, over rows of others', () => {
    const rows = [
      row({ groupTime: '2026-01-05' }),
      { ...row({ groupTime: '昨天' }), active_user_nickname: 'b' },
      row({ chatTime: '10:00:00', chatName: 'a', chatTextLeft: '在吗' }),
      {
        ...row({ chatTime: '2026-01-09 11:00:00', chatName: 'b', chatTextLeft: '好' }),
        active_user_nickname: 'b',
      },
      {
        ...row({ chatTime: '09:00:00', chatName: '沐光:小禾', chatTextLeft: '早' }),
        active_user_nickname: 'b',
      },
    ]
    expect(
      (recordsOf('qianniu-chat-page', rows) as ChatRecord[]).map(({ role, buyer, sentAt }) => [
        role,
        buyer,
        sentAt,
      ]),
    ).toEqual([
      ['buyer', 'a', Date.UTC(2026, 0, 5, 2)],
      ['buyer', 'b', Date.UTC(2026, 0, 9, 3)],
      ['agent', 'b', Date.UTC(2026, 0, 14, 1)],
    ])
  })

  it('a message before any day has no time', () => {
    expect(
      recordsOf('qianniu-chat-page', [row({ chatTime: '10:00:00', chatName: 'a', chatTextLeft: '在吗' })]),
    ).toMatchObject([{ sentAt: null }])
  })
})

describe('WeCom', () => {
  const base = {
    msgid: 'm',
    action: 'send',
    from: 'wmAbCdEfGh01',
    tolist: ['LinXi'],
    msgtime: 1767319200000,
    msgtype: 'text',
    text: { content: '在吗' },
  }
  it.each([
    ['a customer', {}, { role: 'buyer', buyer: 'wmAbCdEfGh01', agent: 'LinXi' }],
    [
      'staff',
      { from: 'LinXi', tolist: ['wmAbCdEfGh01'] },
      { role: 'agent', buyer: 'wmAbCdEfGh01', agent: 'LinXi' },
    ],
    [
      'a room',
      { roomid: 'wr1', from: 'LinXi', tolist: ['wmAbCdEfGh01', 'woXyZaBcDe02'] },
      { role: 'agent', buyer: 'wr1', channel: '客户群' },
    ],
    [
      'a file',
      { msgtype: 'file', file: { filename: '说明书.pdf' } },
      { messageKind: 'file', text: '[文件] 说明书.pdf' },
    ],
    [
      'a mini program',
      { msgtype: 'weapp', weapp: { title: '商城首页' } },
      { messageKind: 'card', text: '商城首页' },
    ],
    [
      'a recall',
      { action: 'recall', msgtype: 'revoke', revoke: { pre_msgid: 'x' } },
      { messageKind: 'recall' },
    ],
  ])('%s', (_, change, expected) => {
    expect(recordsOf('wecom-archive', [{ ...base, ...change }])).toMatchObject([expected])
  })
})
