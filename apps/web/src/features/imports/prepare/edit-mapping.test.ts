import { mapping } from '@kesheng/contracts/intake/mapping'
import { describe, expect, it } from 'vitest'
import { headerRowsOf, headerRowsText, unusedColumns, withColumn, withConstant } from './edit-mapping.ts'

const base = mapping.parse({
  name: '评论',
  kind: 'reviews',
  fields: { text: { columns: ['评价内容'] }, score: { columns: ['得分'], unit: 'yuan' } },
})

describe('a mapping', () => {
  it('takes a field from another column and keeps its other rules', () => {
    expect(withColumn(base, 'score', '星级').fields['score']).toEqual({ columns: ['星级'], unit: 'yuan' })
  })
  it('drops a field without a column', () => {
    expect(Object.keys(withColumn(base, 'score', '').fields)).toEqual(['text'])
  })
  it('sets and drops fixed values', () => {
    const changed = withConstant(base, 'platform', ' jd ')
    expect(changed.constants).toEqual({ platform: 'jd' })
    expect(withConstant(changed, 'platform', ' ').constants).toEqual({})
  })
  it('tells which columns would be left out', () => {
    expect(unusedColumns(['评价内容', '昵称', '得分'], base)).toEqual(['昵称'])
  })
})

describe('header rows', () => {
  it.each([
    ['1', [1]],
    ['2-4', [2, 3, 4]],
    [' 3 ', [3]],
    ['4-2', null],
    ['0', null],
    ['1-40', null],
    ['a', null],
  ])('%s', (text, rows) => {
    expect(headerRowsOf(text)).toEqual(rows)
  })
  it('are written back the same', () => {
    expect(headerRowsText([2, 3, 4])).toBe('2-4')
    expect(headerRowsText([1])).toBe('1')
  })
})
