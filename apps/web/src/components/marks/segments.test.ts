import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentsOf, type Mark } from './segments.ts'

const mark = (id: string, start: number, end: number): Mark => ({
  id,
  kind: 'opinion',
  start,
  end,
  polarity: -1,
  label: id,
})
const shape = (text: string, marks: Mark[]) =>
  segmentsOf(text, marks).map((segment) => [segment.text, segment.marks.map(({ id }) => id).join('+')])

describe('segmentsOf', () => {
  it('leaves a text without marks whole', () => {
    expect(shape('包装很好', [])).toEqual([['包装很好', '']])
  })
  it('cuts overlapping marks where they begin and end, the longer one outside', () => {
    expect(shape('包装破了漏液', [mark('a', 0, 4), mark('b', 2, 6)])).toEqual([
      ['包装', 'a'],
      ['破了', 'a+b'],
      ['漏液', 'b'],
    ])
  })
  it('leaves out marks beyond the text', () => {
    expect(shape('好', [mark('a', 0, 9), mark('b', 1, 1)])).toEqual([['好', '']])
  })
  it('always gives the text back', () => {
    const marks = fc.array(fc.tuple(fc.nat(40), fc.nat(40)).map(([from, to]) => mark('m', from, to)))
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), marks, (text, list) => {
        expect(
          segmentsOf(text, list)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
