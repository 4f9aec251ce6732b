import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chats,
  inspectAndRead,
  now,
  recordsOf,
  rejectsOf,
  temporaryFiles,
  type TestFile,
} from '../testing/files.ts'
import { zipOf } from '../testing/zip.ts'
import { contentOf } from './file.ts'
import { inspectFile } from './inspect.ts'
import { readRecords } from './read-records.ts'

const put = temporaryFiles()

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
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_a_table'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'not_a_table'],
    ['zero bytes', Buffer.from(`${'some words, '.repeat(20)}\0\n`), 'not_a_table'],
    ['a zip that is no workbook', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'damaged_workbook'],
  ])('%s is told, not thrown', async (_, bytes, reason) => {
    const source = await put('x.bin', bytes)
    const { found, outcomes } = await inspectAndRead(source)
    expect(found.confidence).toBeLessThan(0.3)
    expect(rejectsOf(outcomes)).toEqual([[1, reason]])
    expect(found.preview.rejects[0]?.remedy).toBeTruthy()
  })
})

it('a folder is told, not thrown', async () => {
  const path = dirname((await put('x.csv', chats)).path)
  const found = await inspectFile({ path, name: 'folder', now })
  expect(found.preview.rejects).toMatchObject([{ reason: 'not_a_file' }])
})

const content = async ({ path, entry }: TestFile): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of contentOf(path, entry)) parts.push(part)
  return Buffer.concat(parts)
}

it('content is the same however it is packed, as far as it goes', async () => {
  const packed = gzipSync(chats)
  expect(await content(await put('a.csv', chats))).toEqual(Buffer.from(chats))
  expect(await content(await put('a.csv.gz', packed))).toEqual(Buffer.from(chats))
  expect(await content(await put('a.zip', zipOf({ 'x.csv': chats })))).toEqual(Buffer.from(chats))
  const cut = await content(await put('cut.gz', packed.subarray(0, 60)))
  expect(cut.length).toBeLessThan(Buffer.byteLength(chats))
  expect(Buffer.from(chats).subarray(0, cut.length)).toEqual(cut)
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
