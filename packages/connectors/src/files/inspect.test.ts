import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { columnsKey, genericMapping, presetMapping } from '../presets.ts'
import {
  chats,
  inspectAndRead,
  now,
  readAll,
  recordsOf,
  temporaryFiles,
  type TestFile,
} from '../testing/files.ts'
import { zipOf } from '../testing/zip.ts'
import { inspectFile } from './inspect.ts'

const put = temporaryFiles()

describe('one file in every wrapping', () => {
  const wrappings: [string, () => Promise<TestFile>][] = [
    ['csv', () => put('chats.csv', chats)],
    ['UTF-8 with a mark', () => put('chats.csv', `\ufeff${chats}`)],
    ['GB18030', () => put('chats.csv', iconv.encode(chats, 'gb18030'))],
    ['UTF-16', () => put('chats.csv', iconv.encode(chats, 'utf-16le', { addBOM: true }))],
    ['tabs', () => put('chats.tsv', chats.replaceAll(',', '\t'))],
    ['gzip', () => put('chats.csv.gz', gzipSync(chats))],
    ['zip', () => put('chats.zip', zipOf({ 'chats.csv': chats }))],
    ['gzip in zip', () => put('chats.zip', zipOf({ 'chats.csv.gz': gzipSync(chats) }))],
  ]
  it.each(wrappings)('%s', async (_, make) => {
    const { found, outcomes } = await inspectAndRead(await make())
    expect(found.kind).toBe('chats')
    expect(found.confidence).toBeGreaterThan(0.6)
    expect(found.needsDefaultTime).toBe(false)
    expect(recordsOf(outcomes)).toEqual([
      {
        kind: 'chats',
        role: 'buyer',
        messageKind: 'text',
        text: '这款灯能调光吗',
        sentAt: Date.UTC(2026, 0, 2, 2, 0, 0),
        ordinal: 2,
        sessionId: 'S1',
        buyer: 't**1',
      },
      {
        kind: 'chats',
        role: 'agent',
        messageKind: 'text',
        text: '可以的，三档调光',
        sentAt: Date.UTC(2026, 0, 2, 2, 0, 20),
        ordinal: 3,
        sessionId: 'S1',
        agent: '小美',
      },
      {
        kind: 'chats',
        role: 'buyer',
        messageKind: 'image',
        text: '[图片]',
        sentAt: Date.UTC(2026, 0, 2, 2, 1, 0),
        ordinal: 4,
        sessionId: 'S1',
        buyer: 't**1',
      },
    ])
    expect(found.preview.rows[0]).toMatchObject({
      sentAt: '2026-01-02 10:00:00',
      role: 'buyer',
      text: '这款灯能调光吗',
    })
  })
})

describe('mappings', () => {
  it('a mapping the wizard changed is honoured, by presets too', async () => {
    const source = await put(
      'c.json',
      JSON.stringify([
        { commentId: 1, content: '好', creationTime: '2026-01-02 10:00:00', score: 1, service: 5, skuid: 7 },
      ]),
    )
    const found = await inspectFile({ ...source, now })
    expect(found.preset).toBe('jd-comments')
    const changed: Mapping = {
      ...found.mapping,
      fields: { ...found.mapping.fields, score: { columns: ['service'] } },
      constants: { ...found.mapping.constants, shop: '晨屿数码' },
    }
    const again = await inspectFile({ ...source, now, mapping: changed })
    expect(again.preview.rows[0]).toMatchObject({ score: '5', shop: '晨屿数码', productId: '7' })
    expect(recordsOf(await readAll(source, changed))).toMatchObject([{ score: 5, shop: '晨屿数码' }])
  })

  it('a saved mapping comes back for files with the same columns in any order', async () => {
    const first = await put('a.csv', '甲列,乙列,丙列\n很好用,2026-01-02,5\n')
    const mapping: Mapping = {
      ...genericMapping('reviews'),
      fields: { text: { columns: ['甲列'] }, reviewedAt: { columns: ['乙列'] } },
    }
    const { preview } = await inspectFile({ ...first, now, mapping })
    const saved = [{ id: 'm1', columnsKey: columnsKey(preview.columns, 'reviews'), mapping }]
    const second = await put('b.csv', '说明,,\n乙列,丙列,甲列\n2026-02-03,4,一般\n')
    const found = await inspectFile({ ...second, now, savedMappings: saved })
    expect(found).toMatchObject({ savedMappingId: 'm1', kind: 'reviews', headerRows: [2], confidence: 1 })
    expect(found.preview.rows).toEqual([{ reviewedAt: '2026-02-03 00:00:00', text: '一般' }])
  })

  it('asks for a default time only when no row has one, and shows it', async () => {
    const source = await put('t.csv', 'review,label\n很好,1\n不行,0\n')
    const found = await inspectFile({ ...source, now, defaultTime: '2026-01-01T00:00:00+08:00' })
    expect(found.needsDefaultTime).toBe(true)
    expect(found.preview.rows.map((row) => row['reviewedAt'])).toEqual([
      '2026-01-01 00:00:00',
      '2026-01-01 00:00:01',
    ])
    expect(recordsOf(await readAll(source, found.mapping))).toMatchObject([
      { reviewedAt: null },
      { reviewedAt: null },
    ])
  })

  it('generic presets read canonical names', async () => {
    const mapping = presetMapping('generic-orders')
    const source = await put('o.csv', 'orderId,orderedAt,paidAmount\nA1,2026-01-02,￥10.00\n')
    expect(recordsOf(await readAll(source, mapping as Mapping))).toMatchObject([
      { orderId: 'A1', paidAmount: 10 },
    ])
  })

  const orders =
    '订单号,下单时间,店铺,实付金额,备注\nA1,2026-01-02 10:00:00,,12.50,急\nA2,2026-01-02 11:00:00,晨屿数码,8,\n'

  it('with a kind alone the columns are read as that kind', async () => {
    const source = await put('o.csv', orders)
    const found = await inspectFile({ ...source, now, kind: 'refunds' })
    expect(found).toMatchObject({ kind: 'refunds', preset: 'generic', savedMappingId: null })
    expect(found.mapping.fields['orderId']).toEqual({ columns: ['订单号'] })
    expect((await inspectFile({ ...source, now, kind: 'orders' })).preview.rows).toHaveLength(2)
  })

  it.each([
    ['a preset of a platform reads its own columns', 'taobao-orders-export', 'taobao'],
    ['a generic preset finds the columns by their names', 'generic-orders', undefined],
  ])('changed and emptied: %s', async (_name, preset, platform) => {
    const source = await put(
      'o.csv',
      '订单编号,订单创建时间,订单付款时间,买家实际支付金额\nA1,2026-01-02 10:00:00,2026-01-02 10:05:00,12.50\n',
    )
    const other = presetMapping('jd-orders-export') as Mapping
    const mapping: Mapping = { ...other, preset, fields: {}, constants: { shop: '晨屿数码' } }
    const found = await inspectFile({ ...source, now, mapping })
    expect(found).toMatchObject({ preset, preview: { rejects: [] } })
    expect(found.mapping.name).not.toBe(other.name)
    const expected = { orderId: 'A1', paidAmount: '12.5', orderedAt: '2026-01-02 10:00:00', shop: '晨屿数码' }
    expect(found.preview.rows).toMatchObject([
      { ...expected, ...(platform === undefined ? {} : { platform }) },
    ])
    expect(recordsOf(await readAll(source, found.mapping))).toMatchObject([
      { orderId: 'A1', paidAmount: 12.5 },
    ])
    if (platform !== undefined)
      expect(recordsOf(await readAll(source, mapping))).toMatchObject([
        { orderId: 'A1', paidAmount: 12.5, platform },
      ])
  })

  it('shows a shop given for the whole file where rows name none, and keeps it out of the mapping', async () => {
    const source = await put('o.csv', orders)
    const found = await inspectFile({ ...source, now, shop: '晨屿旗舰店', platform: 'tmall' })
    expect(found.preview.rows.map(({ shop, platform }) => [shop, platform])).toEqual([
      ['晨屿旗舰店', 'tmall'],
      ['晨屿数码', 'tmall'],
    ])
    expect(found.mapping.constants).toEqual({})
  })

  it('a given shop tells who is the agent', async () => {
    const source = await put(
      'c.csv',
      '时间,发送人,内容\n2026-01-02 10:00,晨屿旗舰店:小禾,您好\n2026-01-02 10:01,y**7,在吗\n',
    )
    const roles = async (shop?: string) =>
      (await inspectFile({ ...source, now, shop })).preview.rows.map(({ role }) => role)
    expect(await roles()).toEqual(['agent'])
    expect(await roles('晨屿旗舰店')).toEqual(['agent', 'buyer'])
  })
})
