import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvSplitter, type CsvOptions } from './csv.ts'
import { detectDelimiter } from './delimiter.ts'
import type { CellRow } from './source-row.ts'

function split(text: string, options: Partial<CsvOptions> = {}, pieceLength = text.length || 1): CellRow[] {
  const splitter = new CsvSplitter({ delimiter: ',', columns: null, headerLine: 0, ...options })
  const rows: CellRow[] = []
  for (let at = 0; at < text.length; at += pieceLength)
    rows.push(...splitter.push(text.slice(at, at + pieceLength)))
  return [...rows, ...splitter.end()]
}

const cellsOf = (rows: readonly CellRow[]): string[][] =>
  rows.flatMap((row) => ('cells' in row ? [row.cells] : []))
const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

describe('CsvSplitter', () => {
  it('keeps quoted delimiters, breaks and quotes', () => {
    expect(split('a,b\n"1,5","说 ""好""\n第二行"\r\n3,\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1,5', '说 "好"\n第二行'] },
      { line: 4, cells: ['3', ''] },
    ])
  })

  it('a quote that is never closed costs its own line only', () => {
    const text = 'id,text\n1,"好的\n2,收到\n3,"谢谢, 很好"\n4,再见\n'
    const rows = split(text, { columns: 2, headerLine: 1 })
    expect(cellsOf(rows)).toEqual([
      ['id', 'text'],
      ['2', '收到'],
      ['3', '谢谢, 很好'],
      ['4', '再见'],
    ])
    expect(rows[1]).toEqual({ line: 2, problem: { field: '', value: '1,"好的', reason: 'broken_quote' } })
  })

  it('a lone quote inside a cell is a character', () => {
    expect(cellsOf(split('a,27"屏,c\n"他说"好"的",x,y\n'))).toEqual([
      ['a', '27"屏', 'c'],
      ['他说"好"的', 'x', 'y'],
    ])
  })

  it('rows that lost or won a delimiter are problems, missing empty ends are not', () => {
    const rows = split('a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n只有一半\n', { columns: 3, headerLine: 1 })
    expect(rows.map((row) => ('cells' in row ? row.cells.length : row.problem.reason))).toEqual([
      3,
      2,
      'ragged_row',
      5,
      'ragged_row',
    ])
    expect(rows.at(-1)?.line).toBe(5)
  })

  it('reads line ends of old Macs and skips empty lines', () => {
    expect(cellsOf(split('a,b\r1,2\r'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(split('a\n\n\nb\n').map((row) => row.line)).toEqual([1, 4])
  })

  it('gives back any cells, however the text is cut', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', '好', '\t', ' ', '1'),
      maxLength: 8,
    })
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      )
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, pieceLength) => {
        const text = rows.map((cells) => cells.map(quote).join(',')).join('\n')
        const width = rows[0]?.length ?? 0
        expect(cellsOf(split(text, { columns: width }, pieceLength))).toEqual(rows)
      }),
    )
  })

  it('cuts any text the same way whatever the pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '好'), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (whole, pieceLength) => {
        const options = { columns: 3, headerLine: 0 }
        fc.pre(whole.includes('\n') && whole.indexOf('\n') < pieceLength)
        expect(split(whole, options, pieceLength)).toEqual(split(whole, options))
      }),
    )
  })

  it('stays linear on a file full of broken quotes', () => {
    const rows = split('x,"broken\n'.repeat(20_000), { columns: 2 })
    expect(rows).toHaveLength(20_000)
    expect(rows.every((row) => 'problem' in row)).toBe(true)
  })
})

describe('detectDelimiter', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a\tb\n1,5\t2\n', '\t'],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a|b|c\n1|2|3\n', '|'],
    ['内容\n你好，在吗\n', ','],
    ['时间,内容\n10:00,"a;b;c"\n10:01,"d;e;f"\n', ','],
  ])('%j', (sample, expected) => expect(detectDelimiter(sample)).toBe(expected))
})
