import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceRow } from '../source-row.ts'
import { JsonLineSplitter } from './lines.ts'
import { JsonRowSplitter } from './splitter.ts'
import { jsonTables } from './tables.ts'

function rowsOf(text: string, path: string[] = [], pieceLength = text.length || 1): SourceRow[] {
  const splitter = new JsonRowSplitter(path)
  const rows: SourceRow[] = []
  for (let at = 0; at < text.length; at += pieceLength)
    rows.push(...splitter.push(text.slice(at, at + pieceLength)))
  return [...rows, ...splitter.end()]
}
const values = (rows: readonly SourceRow[]): unknown[] =>
  rows.flatMap((row) => ('values' in row ? [row.values] : []))

describe('JsonRowSplitter', () => {
  it('reads a list, an envelope, pages and documents one after another', () => {
    expect(values(rowsOf('[{"a":1},{"a":2}]'))).toEqual([{ a: 1 }, { a: 2 }])
    expect(
      values(
        rowsOf('{"code":0,"data":{"skip":[{"a":0}],"list":[{"a":1},{"a":2}]},"x":"}]"}', ['data', 'list']),
      ),
    ).toEqual([{ a: 1 }, { a: 2 }])
    expect(values(rowsOf('[{"rows":[{"a":1}]},{"rows":[{"a":2}]}]', ['rows']))).toEqual([{ a: 1 }, { a: 2 }])
    expect(values(rowsOf('{"a":1}\n{"a":2}'))).toEqual([{ a: 1 }, { a: 2 }])
  })

  it('a damaged row costs itself, a cut document its rest', () => {
    const rows = rowsOf('[{"a":1},{"a":x},{"a":3},{"a":')
    expect(values(rows)).toEqual([{ a: 1 }, { a: 3 }])
    expect(rows.flatMap((row) => ('problem' in row ? [[row.line, row.problem.reason]] : []))).toEqual([
      [2, 'broken_json'],
      [4, 'truncated_json'],
    ])
  })

  it('keeps order numbers longer than a double holds', () => {
    expect(
      values(rowsOf('[{"tid":2610001112223334445,"text":"单号 2610001112223334445, 急","n":1.5}]')),
    ).toEqual([{ tid: '2610001112223334445', text: '单号 2610001112223334445, 急', n: 1.5 }])
  })

  it('gives back any list of objects, however it is cut', () => {
    const object = fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.jsonValue({ maxDepth: 2 }))
    fc.assert(
      fc.property(
        fc.array(object, { maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        (list, pieceLength, nested) => {
          const text = JSON.stringify(
            nested ? { 'first "key"': [1], data: { list } } : list,
            null,
            nested ? 1 : 0,
          )
          fc.pre(!/\d{16}/.test(text))
          expect(values(rowsOf(text, nested ? ['data', 'list'] : [], pieceLength))).toEqual(
            JSON.parse(JSON.stringify(list)),
          )
        },
      ),
    )
  })

  it('never throws', () => {
    const text = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', 'a', '1', ' '),
      maxLength: 40,
    })
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 1, max: 10 }),
        (json, pieceLength) => void rowsOf(json, ['a'], pieceLength),
      ),
    )
  })
})

describe('JsonLineSplitter', () => {
  it('reads lines, inside envelopes too, and names the broken one', () => {
    const splitter = new JsonLineSplitter(['data', 'rows'])
    const rows = [
      ...splitter.push('{"data":{"rows":[{"a":1},{"a":2}]}}\n{"da'),
      ...splitter.push('ta":}\n\n{"data":{"rows":{"a":3}}}'),
      ...splitter.end(),
    ]
    expect(values(rows)).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }])
    expect(rows.map((row) => row.line)).toEqual([1, 1, 2, 4])
  })
})

describe('jsonTables', () => {
  it('lists what can be read as rows, outermost first, in a cut text too', () => {
    expect(jsonTables('[{"id":1,"orders":{"order":[{"oid":1}]}},{"id"')).toEqual(['', 'orders.order'])
    expect(jsonTables('{"data":{"list":[{"a":"[{"}]},"n":[1]}')).toEqual(['', 'data', 'data.list'])
  })
})
