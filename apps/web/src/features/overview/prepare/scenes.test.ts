import { expect, it } from 'vitest'
import { rankScenes } from './scenes.ts'

const result = {
  columns: ['scene', 'inquiries', 'inquiries:previous'].map((id) => ({
    id,
    type: 'text' as const,
    unit: '',
  })),
  rows: [
    ['售前/成分', 30, 10],
    ['售后/退款', 60, 90],
    ['售前/赠品', 0, 4],
  ],
  sql: '',
  elapsedMs: 1,
}

it('ranks scenes by inquiries with their share now and before', () => {
  expect(rankScenes(result, 120, 100)).toEqual([
    { scene: '售后/退款', count: 60, share: 0.5, previousShare: 0.9, size: 1 },
    { scene: '售前/成分', count: 30, share: 0.25, previousShare: 0.1, size: 0.5 },
  ])
})

it('has no share before without a period before', () => {
  expect(rankScenes(result, 120, null)[0]?.previousShare).toBeNull()
})
