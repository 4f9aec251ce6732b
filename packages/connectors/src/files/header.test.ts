import { describe, expect, it } from 'vitest'
import { detectHeader, joinHeader, numberRepeats } from './header.ts'
import { isSummaryRow } from './summary-row.ts'

const sample = (...rows: string[][]) => rows.map((cells, at) => ({ line: at + 1, cells }))
const none = (): boolean => false

describe('detectHeader', () => {
  it('takes the first row of names', () => {
    const rows = sample(['时间', '人', '话'], ['2026-01-02', '甲', '好'], ['2026-01-03', '乙', '行'])
    expect(detectHeader(rows, none)).toEqual({ rows: [1], columns: ['时间', '人', '话'] })
  })

  it('passes titles and notes above', () => {
    const rows = sample(
      ['月报', '', ''],
      ['导出时间：2026-01-08', '', ''],
      ['日期', '客服', '量'],
      ['2026-01-05', '小禾', '80'],
    )
    expect(detectHeader(rows, none)).toEqual({ rows: [3], columns: ['日期', '客服', '量'] })
  })

  it('passes a title that a merge has spread', () => {
    const rows = sample(['月报', '月报', '月报'], ['日期', '客服', '量'], ['2026-01-05', '小禾', '80'])
    expect(detectHeader(rows, none).rows).toEqual([2])
  })

  it('joins a header of three rows with gaps where cells were merged', () => {
    const rows = sample(
      ['日期', '接待', '', '质量', ''],
      ['', '人工', '', '时效', '满意'],
      ['', '咨询量', '接待量', '平响', '满意率'],
      ['2026-01-05', '86', '80', '25秒', '96%'],
    )
    expect(detectHeader(rows, none)).toEqual({
      rows: [1, 2, 3],
      columns: ['日期', '接待/人工/咨询量', '接待/人工/接待量', '质量/时效/平响', '质量/满意/满意率'],
    })
  })

  it('joins a header whose merged cells were filled', () => {
    const rows = sample(['日期', '接待', '接待'], ['日期', '咨询量', '接待量'], ['2026-01-05', '86', '80'])
    expect(detectHeader(rows, none).columns).toEqual(['日期', '接待/咨询量', '接待/接待量'])
  })

  it('does not take text below the header for more header', () => {
    const rows = sample(['发送人', '内容'], ['甲', '在吗'], ['乙', '在的'])
    expect(detectHeader(rows, none).rows).toEqual([1])
  })

  it('sees that a file starts with data', () => {
    const rows = sample(['2026-01-02 10:00:00', '99', '好'], ['2026-01-02 10:01:00', '98', '行'])
    expect(detectHeader(rows, none)).toEqual({ rows: [], columns: ['列1', '列2', '列3'] })
  })
})

describe('names', () => {
  it('numbers repeats and names the nameless', () => {
    expect(numberRepeats(['备注', '', '备注', '备注_2', '备注'])).toEqual([
      '备注',
      '列2',
      '备注_3',
      '备注_2',
      '备注_4',
    ])
    expect(joinHeader([{ line: 1, cells: ['a', ' b\nc '] }])).toEqual(['a', 'b c'])
  })
})

describe('isSummaryRow', () => {
  it.each(['合计', '汇总', '总计', '店铺汇总值', '店铺平均值', '平均值', 'Total', '合计：'])('%s', (word) => {
    expect(isSummaryRow([word, '1'], none)).toBe(true)
    expect(isSummaryRow(['', word, '1'], none)).toBe(true)
  })

  it('leaves data and free text alone', () => {
    expect(isSummaryRow(['合计多少钱', '1'], none)).toBe(false)
    expect(isSummaryRow(['买家', '合计'], (index) => index === 1)).toBe(false)
    expect(isSummaryRow(['a', 'b', 'c', '合计'], none)).toBe(false)
  })
})
