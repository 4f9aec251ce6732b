import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { columnsKey, genericMapping, presetMapping } from '../presets.ts'
import { zipOf } from '../testing/zip.ts'
import { inspectFile, type FileInspection } from './inspect.ts'
import { readRecords } from './read-records.ts'

const now = Date.UTC(2026, 0, 15)
let folder = ''
let files = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kesheng-reading-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, bytes: Buffer | string): Promise<{ path: string; name: string }> {
  files += 1
  const path = join(folder, `${files}-${name}`)
  await writeFile(path, bytes)
  return { path, name }
}

type Source = { path: string; name: string; entry?: string }

async function read(source: Source, mapping: Mapping): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = []
  for await (const chunk of readRecords({ ...source, mapping, now })) outcomes.push(...chunk)
  return outcomes
}

async function inspectAndRead(
  source: Source,
  kind?: IntakeKind,
): Promise<{ found: FileInspection; outcomes: RowOutcome[] }> {
  const found = await inspectFile({ ...source, now, kind })
  return { found, outcomes: await read(source, found.mapping) }
}

const recordsOf = (outcomes: readonly RowOutcome[]) =>
  outcomes.flatMap((outcome) => ('records' in outcome ? outcome.records : []))
const rejectsOf = (outcomes: readonly RowOutcome[]) =>
  outcomes.flatMap((outcome) =>
    'reject' in outcome ? [[outcome.reject.line, outcome.reject.reason] as const] : [],
  )

const chats = `会话ID,发送时间,角色,发送人,消息内容
S1,2026-01-02 10:00:00,买家,t**1,这款灯能调光吗
S1,2026-01-02 10:00:20,客服,小美,可以的，三档调光
S1,2026-01-02 10:01:00,买家,t**1,[图片]
`

describe('one file in every wrapping', () => {
  const wrappings: [string, () => Promise<Source>][] = [
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

describe('archives', () => {
  it('lists the files of a zip, with names in GBK, and reads the one asked for', async () => {
    const reviews = 'review,score\n很好,5\n'
    const source = await put(
      'a.zip',
      zipOf({ '__MACOSX/x.csv': 'x', '聊天.csv': chats, '评价.csv': reviews }, { gbkNames: true }),
    )
    const first = await inspectFile({ ...source, now })
    expect(first).toMatchObject({
      compression: 'zip',
      entry: '聊天.csv',
      entries: ['聊天.csv', '评价.csv'],
      kind: 'chats',
    })
    const second = await inspectAndRead({ ...source, entry: '评价.csv' })
    expect(second.found.kind).toBe('reviews')
    expect(recordsOf(second.outcomes)).toMatchObject([{ text: '很好', score: 5 }])
  })

  it('a truncated gzip gives its readable rows and says where it broke', async () => {
    const rows = Array.from(
      { length: 5000 },
      (_, at) => `S${at},2026-01-02 10:00:00,买家,t${(at * 7919) % 5003},第${at}条消息 ${Math.sin(at)}`,
    )
    const whole = gzipSync(`${chats.split('\n')[0]}\n${rows.join('\n')}\n`)
    const source = await put('cut.csv.gz', whole.subarray(0, whole.length - 20_000))
    const { outcomes } = await inspectAndRead(source)
    const records = recordsOf(outcomes)
    expect(records.length).toBeGreaterThan(1000)
    expect(records.length).toBeLessThan(5000)
    expect(rejectsOf(outcomes)).toEqual([[records.length + 2, 'damaged_archive']])
  })

  it.each([
    ['a broken zip', Buffer.concat([zipOf({ 'a.csv': chats }).subarray(0, 60)]), 'damaged_archive'],
    ['an empty zip', zipOf({}), 'empty_archive'],
    ['an empty file', Buffer.alloc(0), 'empty_file'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_excel'],
    ['a zip that is no workbook', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'damaged_workbook'],
  ])('%s is told, not thrown', async (_, bytes, reason) => {
    const source = await put('x.bin', bytes)
    const { found, outcomes } = await inspectAndRead(source)
    expect(found.confidence).toBeLessThan(0.3)
    expect(rejectsOf(outcomes)).toEqual([[1, reason]])
    expect(found.preview.rejects[0]?.remedy).toBeTruthy()
  })
})

describe('rows that are not data', () => {
  it('sets totals and repeated headers aside and names broken lines', async () => {
    const lines = [
      '导出时间,,',
      '评价内容,评价时间,评分',
      '很好用,2026-01-02,5',
      '"坏掉的行,2026-01-02,4',
      '一般,不是时间,3',
      '评价内容,评价时间,评分',
      '不错,2026-01-05,4',
      '还行,2026-01-03,九分',
    ]
    const { outcomes } = await inspectAndRead(await put('r.csv', `${lines.join('\n')}\n`), 'reviews')
    expect(recordsOf(outcomes).map((record) => 'text' in record && record.text)).toEqual(['很好用', '不错'])
    expect(rejectsOf(outcomes)).toEqual([
      [4, 'broken_quote'],
      [5, 'bad_time'],
      [6, 'repeated_header'],
      [8, 'bad_number'],
    ])
  })

  it('a summary row is a reject of its own kind', async () => {
    const source = await put('o.csv', '订单号,下单时间,实付金额\nA1,2026-01-02,10\n合计,,10\n')
    const { outcomes } = await inspectAndRead(source)
    expect(outcomes[1]).toMatchObject({
      line: 3,
      flags: { summaryRow: true },
      reject: { reason: 'summary_row' },
    })
  })
})

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Source> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return put('book.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
}

describe('workbooks', () => {
  it('reads dates, percentages, shared and rich texts, merged cells and a header of two rows', async () => {
    const source = await workbook((book) => {
      const sheet = book.addWorksheet('客服')
      sheet.addRow(['客服表现月报', null, null, null, null])
      sheet.mergeCells('A1:E1')
      sheet.addRow(['日期', '客服', '接待', null, '满意率'])
      sheet.addRow([null, null, '咨询人数', '接待人数', null])
      sheet.mergeCells('A2:A3')
      sheet.mergeCells('B2:B3')
      sheet.mergeCells('C2:D2')
      sheet.mergeCells('E2:E3')
      sheet.addRow([
        new Date(Date.UTC(2026, 0, 5)),
        { richText: [{ text: '小' }, { text: '禾' }] },
        86,
        80,
        0.973,
      ])
      sheet.addRow([new Date(Date.UTC(2026, 0, 6)), '小禾', 90, 88, 0.95])
      sheet.mergeCells('B4:B5')
      sheet.addRow(['合计', '', 176, 168, null])
      sheet.getColumn(1).numFmt = 'yyyy"年"m"月"d"日"'
      sheet.getColumn(5).numFmt = '0.00%'
    })
    const { found, outcomes } = await inspectAndRead(source, 'operation-events')
    expect(found).toMatchObject({ format: 'xlsx', headerRows: [2, 3], sheets: ['客服'] })
    expect(found.preview.columns).toEqual(['日期', '客服', '接待/咨询人数', '接待/接待人数', '满意率'])
    expect(found.preview.sourceRows[0]).toMatchObject({ 日期: '2026-01-05', 客服: '小禾', 满意率: '97.3%' })
    expect(found.preview.sourceRows[1]).toMatchObject({ 客服: '小禾', 满意率: '95%' })
    expect(rejectsOf(outcomes).at(-1)).toEqual([6, 'summary_row'])
  })

  it('reads every sheet with the same header, one when it is named, and Excel serials without a format', async () => {
    const source = await workbook((book) => {
      for (const [name, day] of [
        ['一月', 46_024.5],
        ['二月', 46_055.25],
      ] as const) {
        const sheet = book.addWorksheet(name)
        sheet.addRow(['评价内容', '评价时间', '评分'])
        sheet.addRow([`${name}的评价`, day, 5])
      }
      book.addWorksheet('说明').addRow(['本表由系统导出'])
    })
    const { found, outcomes } = await inspectAndRead(source)
    expect(found.sheets).toEqual(['一月', '二月', '说明'])
    expect(outcomes.map(({ line }) => line)).toEqual([2, 4])
    expect(recordsOf(outcomes)).toMatchObject([
      { text: '一月的评价', reviewedAt: Date.UTC(2026, 0, 2, 4) },
      { text: '二月的评价', reviewedAt: Date.UTC(2026, 1, 1, 22) },
    ])
    expect(recordsOf(await read(source, { ...found.mapping, sheet: '二月' }))).toMatchObject([
      { text: '二月的评价' },
    ])
  })

  it('inside a zip too', async () => {
    const inner = await workbook((book) => {
      book.addWorksheet('a').addRows([
        ['review', 'score'],
        ['很好', 5],
        ['一般', 3],
      ])
    })
    const source = await put('b.zip', zipOf({ 'b.xlsx': await readFile(inner.path) }))
    const { found, outcomes } = await inspectAndRead(source)
    expect(found).toMatchObject({ format: 'xlsx', compression: 'zip', entry: 'b.xlsx', kind: 'reviews' })
    expect(recordsOf(outcomes)).toHaveLength(2)
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
    expect(recordsOf(await read(source, changed))).toMatchObject([{ score: 5, shop: '晨屿数码' }])
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
    expect(recordsOf(await read(source, found.mapping))).toMatchObject([
      { reviewedAt: null },
      { reviewedAt: null },
    ])
  })

  it('generic presets read canonical names', async () => {
    const mapping = presetMapping('generic-orders')
    const source = await put('o.csv', 'orderId,orderedAt,paidAmount\nA1,2026-01-02,￥10.00\n')
    expect(recordsOf(await read(source, mapping as Mapping))).toMatchObject([
      { orderId: 'A1', paidAmount: 10 },
    ])
  })
})

describe('streaming', () => {
  const many = `review,score\n${Array.from({ length: 30_000 }, (_, at) => `第${at}条评价，很不错,${(at % 5) + 1}`).join('\n')}\n`

  it('takes no more of the file than its reader asks for', async () => {
    const source = await put('many.csv', many)
    let taken = 0
    const reader = readRecords({
      ...source,
      mapping: (await inspectFile({ ...source, now })).mapping,
      now,
      onBytes: (bytes) => (taken = bytes),
    })
    await reader.next()
    const afterFirst = taken
    expect(afterFirst).toBeLessThan(many.length)
    await reader.next()
    expect(taken).toBe(afterFirst)
    await reader.return(undefined)
  })

  it('cuts the same chunks each time and reports all bytes', async () => {
    const source = await put('many.csv.gz', gzipSync(many))
    const { mapping } = await inspectFile({ ...source, now })
    const sizes: number[] = []
    let taken = 0
    for await (const chunk of readRecords({ ...source, mapping, now, onBytes: (bytes) => (taken = bytes) }))
      sizes.push(chunk.length)
    expect(sizes).toEqual(Array.from({ length: 30 }, () => 1000))
    expect(taken).toBe((await readFile(source.path)).length)
  })

  it('stops when it is told to', async () => {
    const source = await put('many.csv', many)
    const { mapping } = await inspectFile({ ...source, now })
    const stop = new AbortController()
    const reader = readRecords({ ...source, mapping, now, signal: stop.signal })
    await reader.next()
    stop.abort(new Error('stopped'))
    await expect(async () => {
      for await (const chunk of reader) expect(chunk.length).toBeGreaterThan(0)
    }).rejects.toThrow('stopped')
  })
})

describe('any bytes', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => Buffer.from(text)),
    fc
      .constantFrom(
        '\n',
        ',',
        '"',
        '{',
        '}',
        '[',
        ']',
        ':',
        '{"a":1}\n',
        '会话,内容\n',
        '\ufeff',
        'PK\u0003\u0004',
      )
      .map((text) => Buffer.from(text, 'latin1')),
    fc.constantFrom(
      gzipSync(chats).subarray(0, 50),
      gzipSync('a,b\n1,2\n'),
      zipOf({ 'a.csv': chats }).subarray(0, 100),
    ),
  )
  it('never crash inspection or reading', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const { found, outcomes } = await inspectAndRead(await put('any.bin', Buffer.concat(pieces)))
        expect(found.confidence).toBeLessThanOrEqual(1)
        expect(outcomes.every(({ line }) => line >= 1)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
