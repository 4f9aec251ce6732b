import type { QueryResult } from '@kesheng/contracts/metrics/query'
import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildTree, changeOf, filtersOf, findNode, matchingTree, type OpinionNode } from './opinion-tree.ts'
import { topLeaves, treeRows } from './tree-rows.ts'

const ids = [
  'level1',
  'level2',
  'level3',
  'mentions',
  'positiveMentions',
  'negativeMentions',
  'mentions:previous',
]
const result = (rows: (string | number | null)[][]): QueryResult => ({
  columns: ids.map((id) => ({ id, type: 'text', unit: '' })),
  rows,
  sql: '',
  elapsedMs: 1,
})
const sample = result([
  ['产品', '使用感受', '搓泥', 40, 0, 38, 20],
  ['产品', '使用感受', '保湿', 60, 55, 1, 50],
  ['产品', '包装', '漏液', 10, 0, 10, 0],
  ['物流', '时效', '发货慢', 30, 2, 20, 60],
])

describe('buildTree', () => {
  it('sums children to their parent, level by level', () => {
    const root = buildTree(sample)
    expect([root.mentions, root.positive, root.negative, root.neutral, root.previous]).toEqual([
      140, 57, 69, 14, 130,
    ])
    expect(findNode(root, '产品')).toMatchObject({ mentions: 110, previous: 70 })
    expect(findNode(root, '产品/使用感受')?.children.map(({ mentions }) => mentions)).toEqual([40, 60])
  })

  it('always sums, whatever comes', () => {
    const name = constantFrom('甲', '乙', '丙')
    const row = tuple(name, name, name, integer({ min: 0, max: 999 }))
    const sums = (node: OpinionNode): boolean =>
      node.children.length === 0 ||
      (node.children.reduce((sum, child) => sum + child.mentions, 0) === node.mentions &&
        node.children.every(sums))
    assert(
      property(array(row), (rows) => {
        const root = buildTree(result(rows.map((cells) => [...cells, 0, 0, null])))
        expect(sums(root)).toBe(true)
        expect(root.mentions).toBe(rows.reduce((sum, cells) => sum + cells[3], 0))
      }),
    )
  })

  it('knows no change without a period before', () => {
    const root = buildTree(result([['产品', '包装', '漏液', 10, 0, 10, null]]))
    expect(changeOf(root)).toBeNull()
    expect(changeOf(buildTree(sample))).toBeCloseTo(140 / 130 - 1)
  })
})

describe('filtersOf', () => {
  it('chooses a node by all levels of its path, so equal names elsewhere stay out', () => {
    expect(filtersOf({ path: ['产品', '包装'] })).toEqual([
      { dimension: 'level1', operator: 'in', values: ['产品'] },
      { dimension: 'level2', operator: 'in', values: ['包装'] },
    ])
  })
})

describe('treeRows', () => {
  const root = buildTree(sample)
  it('sorts siblings and keeps branches together', () => {
    const rows = treeRows(root, (key) => key === '产品', { column: 'mentions', direction: 'asc' })
    expect(rows.map(({ path }) => path.join('/'))).toEqual(['物流', '产品', '产品/包装', '产品/使用感受'])
  })
  it('finds the most mentioned level-3 opinions', () => {
    expect(topLeaves(root, 2).map(({ path }) => path[2])).toEqual(['保湿', '搓泥'])
  })
})

describe('matchingTree', () => {
  it('keeps what matches with what is below and above it', () => {
    const found = matchingTree(buildTree(sample), (name) => name === '使用感受')
    expect(
      found &&
        treeRows(found, () => true, { column: 'mentions', direction: 'desc' }).map(({ path }) => path.at(-1)),
    ).toEqual(['产品', '使用感受', '保湿', '搓泥'])
    expect(matchingTree(buildTree(sample), () => false)).toBeNull()
  })
})
