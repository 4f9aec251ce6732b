import { expect, test } from 'vitest'
import { splitClauses } from './clauses.ts'

function parts(text: string): string[] {
  return splitClauses(text).map(({ start, end, asked }) => text.slice(start, end) + (asked ? '?' : ''))
}

const cases: [text: string, clauses: string[]][] = [
  ['物流很快，包装也好。', ['物流很快', '包装也好']],
  ['会掉色吗？不会的', ['会掉色吗?', '不会的']],
  ['价格3.5元', ['价格3.5元']],
  ['好.不错', ['好', '不错']],
  ['慢，，，太慢！！', ['慢', '太慢']],
  ['怎么还没到！？', ['怎么还没到?']],
  ['！！', []],
  ['', []],
]

test.each(cases)('%s', (text, clauses) => {
  expect(parts(text)).toEqual(clauses)
})
