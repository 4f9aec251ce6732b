import type { Sort, SortValue } from '#components/table/sort.ts'
import { sortRows } from '#components/table/sort.ts'
import { changeOf, keyOf, negativeShare, type OpinionNode } from './opinion-tree.ts'

export const treeSorts: Readonly<Record<string, (node: OpinionNode) => SortValue>> = {
  name: (node) => node.path.at(-1) ?? '',
  mentions: (node) => node.mentions,
  negative: negativeShare,
  change: changeOf,
}

/** Visible nodes in reading order; siblings are sorted among themselves, so branches stay together. */
export function treeRows(root: OpinionNode, isOpen: (key: string) => boolean, sort: Sort): OpinionNode[] {
  const valueOf = treeSorts[sort.column] ?? ((node: OpinionNode) => node.mentions)
  return sortRows(root.children, valueOf, sort.direction).flatMap((node) => [
    node,
    ...(isOpen(keyOf(node.path)) ? treeRows(node, isOpen, sort) : []),
  ])
}

/** All level-3 nodes, most mentioned first. */
export function topLeaves(root: OpinionNode, count: number): OpinionNode[] {
  const leaves = (node: OpinionNode): OpinionNode[] =>
    node.path.length === 3 ? [node] : node.children.flatMap(leaves)
  return leaves(root)
    .toSorted((a, b) => b.mentions - a.mentions)
    .slice(0, count)
}
