import { expect, it } from 'vitest'
import { light } from '#components/tokens.ts'
import type { OpinionNode } from './opinion-tree.ts'
import { treemapItems } from './treemap.ts'

const node = (path: string[], negative: number, children: OpinionNode[] = []): OpinionNode => ({
  path,
  mentions: 10,
  positive: 10 - negative,
  negative,
  neutral: 0,
  previous: null,
  children,
})

it('colours leaves by their negative share and leaves branches plain', () => {
  const root = node([], 5, [node(['产品'], 5, [node(['产品', '包装'], 9), node(['产品', '气味'], 1)])])
  const [branch] = treemapItems(root, light)
  expect(branch?.itemStyle?.color).toBe(light.neutralSoft)
  expect(branch?.children?.map(({ key, itemStyle }) => [key, itemStyle?.color])).toEqual([
    ['产品/包装', light.negativeSoft],
    ['产品/气味', light.positiveSoft],
  ])
})
