import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import {
  inspectAndRead,
  readAll,
  recordsOf,
  rejectsOf,
  temporaryFiles,
  type TestFile,
} from '../../testing/files.ts'
import { zipOf } from '../../testing/zip.ts'

const put = temporaryFiles()

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<TestFile> {
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
    expect(recordsOf(await readAll(source, { ...found.mapping, sheet: '二月' }))).toMatchObject([
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
