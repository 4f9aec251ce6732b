import type { Filter, QueryResult } from '@kesheng/contracts/metrics/query'
import { rowsOf, type ResultRow } from '#lib/metrics/result.ts'

/** Mentions of one opinion level with everything below it. */
export interface OpinionNode {
  /** Names from level 1 down to this one. */
  path: readonly string[]
  mentions: number
  positive: number
  negative: number
  neutral: number
  /** Mentions in the period before; null when not comparing. */
  previous: number | null
  children: OpinionNode[]
}

export const levels = ['level1', 'level2', 'level3'] as const

/** A node's key and its form in the address. */
export function keyOf(path: readonly string[]): string {
  return path.join('/')
}

function emptyNode(path: readonly string[]): OpinionNode {
  return { path, mentions: 0, positive: 0, negative: 0, neutral: 0, previous: null, children: [] }
}

function addRow(node: OpinionNode, row: ResultRow): void {
  const mentions = row.number('mentions') ?? 0
  const positive = row.number('positiveMentions') ?? 0
  const negative = row.number('negativeMentions') ?? 0
  const previous = row.previous('mentions')
  node.mentions += mentions
  node.positive += positive
  node.negative += negative
  node.neutral += mentions - positive - negative
  if (previous !== null) node.previous = (node.previous ?? 0) + previous
}

/**
 * Level-3 rows as a tree under one root. Every mention has exactly one path, so the children of a node always sum to
 * it; a text with several opinions counts once under each of them.
 */
export function buildTree(result: QueryResult): OpinionNode {
  const root = emptyNode([])
  const known = new Map([['', root]])
  for (const row of rowsOf(result)) {
    let parent = root
    addRow(root, row)
    for (const depth of levels.keys()) {
      const path = levels.slice(0, depth + 1).map((level) => row.text(level))
      const node = known.get(keyOf(path)) ?? emptyNode(path)
      if (!known.has(keyOf(path))) {
        known.set(keyOf(path), node)
        parent.children.push(node)
      }
      addRow(node, row)
      parent = node
    }
  }
  return root
}

export function findNode(root: OpinionNode, key: string): OpinionNode | null {
  if (key === '' || keyOf(root.path) === key) return root
  for (const child of root.children) {
    const found = findNode(child, key)
    if (found) return found
  }
  return null
}

/** Filters that choose the mentions of a node. */
export function filtersOf(node: Pick<OpinionNode, 'path'>): Filter[] {
  return node.path.map((name, depth) => ({
    dimension: levels[depth] ?? 'level3',
    operator: 'in',
    values: [name],
  }))
}

export function negativeShare(node: OpinionNode): number | null {
  return node.mentions === 0 ? null : node.negative / node.mentions
}

/** Relative change against the period before; null when there is nothing to compare with. */
export function changeOf(node: OpinionNode): number | null {
  return node.previous === null || node.previous === 0 ? null : node.mentions / node.previous - 1
}

/** The part of a tree whose names match; a node that matches keeps everything below it. */
export function matchingTree(node: OpinionNode, matches: (name: string) => boolean): OpinionNode | null {
  if (node.path.length > 0 && matches(node.path.at(-1) ?? '')) return node
  const children = node.children.flatMap((child) => matchingTree(child, matches) ?? [])
  return children.length > 0 ? { ...node, children } : null
}
