import { expect, it } from 'vitest'
import { detailText } from './audit-detail.ts'

it('writes an audit detail as a person reads it', () => {
  expect(detailText({ role: 'agent', shopIds: ['jd/甲店', 'jd/乙店'], agentIds: [], active: false })).toBe(
    'role: agent · shopIds: jd/甲店、jd/乙店 · agentIds: – · active: false',
  )
  expect(detailText({ before: { gap: 10 } })).toBe('before: {"gap":10}')
  expect(detailText({})).toBe('')
})
