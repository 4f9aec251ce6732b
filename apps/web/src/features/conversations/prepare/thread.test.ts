import type { ThreadMessage } from '@kesheng/contracts/http/views'
import { expect, it } from 'vitest'
import { threadLines } from './thread.ts'

const message = (messageId: string, sentAt: string, text: string): ThreadMessage => ({
  messageId,
  sentAt,
  role: 'buyer',
  agentId: '',
  kind: 'text',
  automatic: false,
  text,
  masks: [],
  sentiment: 'neutral',
  sentimentScore: 0,
  sentimentConfidence: 1,
  responseSeconds: null,
  line: 1,
})
const evidence = { start: 0, end: 2, quote: '', confidence: 1, decidedBy: 'rule', decider: 'base@1' }

it('puts marks on their own message and a date on the first of each day', () => {
  const lines = threadLines(
    [message('a', '2026-11-01T10:00:00Z', '过敏了'), message('b', '2026-11-02T10:00:00Z', '想退货')],
    [
      {
        opinionId: 'o',
        textId: 'a',
        level1: '产品',
        level2: '安全',
        level3: '过敏',
        polarity: -1,
        strength: 2,
        ...evidence,
      },
    ],
    [{ hitId: 'h', textId: 'b', tagKind: 'intent', tagId: '退货', ...evidence }],
    (iso) => iso.slice(0, 10),
  )
  expect(lines.map(({ newDay }) => newDay)).toEqual([true, true])
  expect(lines.map(({ marks }) => marks.map(({ label }) => label))).toEqual([
    ['产品 › 安全 › 过敏'],
    ['退货'],
  ])
})

it('shows masks with their kind', () => {
  const masked = {
    ...message('a', '2026-11-01T10:00:00Z', '138****5678'),
    masks: [{ start: 0, end: 11, kind: 'phone' }],
  }
  expect(threadLines([masked], [], [], () => '')[0]?.marks[0]).toMatchObject({
    kind: 'mask',
    label: 'phone',
    end: 11,
  })
})
