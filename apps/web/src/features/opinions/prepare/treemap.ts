import type { Palette } from '#components/tokens.ts'
import { keyOf, negativeShare, type OpinionNode } from './opinion-tree.ts'

export interface TreemapItem {
  name: string
  value: number
  key: string
  children?: TreemapItem[]
  itemStyle?: { color: string }
  label?: { color: string }
}

/** Four steps of negative share from soft green over grey and amber to soft red; labels stay in the text colour on all. */
function colourOf(share: number, palette: Palette): string {
  if (share >= 0.6) return palette.negativeSoft
  if (share >= 0.4) return palette.warningSoft
  return share >= 0.2 ? palette.neutralSoft : palette.positiveSoft
}

/** The tree as ECharts reads it; leaves carry the colour, branches are plain behind them. */
export function treemapItems(root: OpinionNode, palette: Palette): TreemapItem[] {
  return root.children.map((node) => {
    const item = { name: node.path.at(-1) ?? '', value: node.mentions, key: keyOf(node.path) }
    if (node.children.length > 0) {
      const itemStyle = { color: palette.neutralSoft }
      return { ...item, itemStyle, children: treemapItems(node, palette) }
    }
    const color = colourOf(negativeShare(node) ?? 0, palette)
    return { ...item, itemStyle: { color }, label: { color: palette.text } }
  })
}
