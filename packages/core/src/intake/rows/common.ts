import type { RowContext } from '../row-context.ts'
import { agentIdOf, shopIdOf } from '../../identity/ids.ts'

/** Source, import and version columns of every row. */
export function lineageOf(context: RowContext, line: number) {
  return {
    ownership: context.ownership,
    sourceId: context.sourceId,
    importId: context.importId,
    line,
    version: context.now,
    deleted: false,
  }
}

interface Place {
  platform: string
  shopId: string
  agentId: string
}

/** Platform, shop and agent of a row: its own values first, then the fixed ones of the import. */
export function placeOf(
  record: { platform?: string; shop?: string; agent?: string },
  context: Pick<RowContext, 'platform' | 'shop'>,
): Place {
  const platform = record.platform || context.platform || 'other'
  const shopId = shopIdOf(platform, record.shop || context.shop)
  return { platform, shopId, agentId: agentIdOf(shopId, record.agent ?? '') }
}

/** Columns of a text that was not analysed yet. */
export const notAnalysed = {
  sentiment: 'neutral',
  sentimentScore: 0,
  sentimentConfidence: 0,
  opinionCount: 0,
  analyzer: '',
} as const

/** Amounts and counts: absent is `fallback`, negative or not a number is wrong. */
export function amount(value: number | undefined, fallback = 0): number | null {
  if (value === undefined) return fallback
  return Number.isFinite(value) && value >= 0 ? value : null
}
