import { describe, expect, it } from 'vitest'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { mapRows } from './map-rows.ts'
import { genericMapping, presetMapping, presets } from './presets.ts'

const now = Date.UTC(2026, 0, 15)
const at = (hour: number, minute = 0): number => Date.UTC(2026, 0, 2, hour - 8, minute)

function map(kind: IntakeKind, rows: Record<string, unknown>[], change: Partial<Mapping> = {}): unknown[] {
  return mapRows(rows, { ...genericMapping(kind), ...change }, now).map((outcome) =>
    'records' in outcome ? outcome.records : [outcome.reject.field, outcome.reject.reason],
  )
}

describe('chats', () => {
  const base = { sentAt: '2026-01-02 10:00:00', text: '您好' }
  it('marks machines, recalls and placeholders', () => {
    const rows = [
      { ...base, role: 'agent', text: '【自动回复】在的' },
      { ...base, role: '客服', text: '[机器人] 您好' },
      { ...base, role: 'buyer', text: '【自动回复】是什么意思' },
      { ...base, role: 'bot' },
      { ...base, role: 'buyer', text: '[图片]' },
      { ...base, role: 'agent', text: '', messageKind: 'voice' },
      { ...base, text: '你撤回了一条消息' },
    ]
    expect(
      mapRows(rows, genericMapping('chats'), now).map(
        (outcome) => 'records' in outcome && outcome.records[0],
      ),
    ).toMatchObject([
      { role: 'agent', automatic: true },
      { role: 'bot', automatic: true },
      { role: 'buyer' },
      { role: 'bot', automatic: true },
      { messageKind: 'image', text: '[图片]' },
      { messageKind: 'voice', text: '[语音]' },
      { role: 'system', messageKind: 'recall' },
    ])
  })

  it('keeps masked names, and knows an agent by the shop', () => {
    const rows = [
      { ...base, sender: 't**1', shop: '沐光' },
      { ...base, sender: '沐光:小禾', shop: '沐光', buyer: 't**1' },
    ]
    expect(map('chats', rows)).toMatchObject([
      [{ role: 'buyer', buyer: 't**1' }],
      [{ role: 'agent', agent: '沐光:小禾', buyer: 't**1' }],
    ])
  })

  it('mends or flags damaged text', () => {
    const rows = [
      { ...base, role: 'buyer', text: Buffer.from('杯子很好').toString('latin1') },
      { ...base, role: 'buyer', text: '很好的體驗(yàn)' },
    ]
    expect(mapRows(rows, genericMapping('chats'), now)).toMatchObject([
      { flags: { mojibake: true }, records: [{ text: '杯子很好' }] },
      { flags: { mojibake: true }, records: [{ text: '很好的體驗(yàn)' }] },
    ])
  })

  it('rejects what cannot be known, once a row, with its line', () => {
    const rows = [
      { ...base, sender: 't**1' },
      { sentAt: '' },
      { ...base, role: 'buyer', sentAt: '昨日' },
      { ...base, role: 'buyer', sentAt: '' },
    ]
    expect(map('chats', rows)).toMatchObject([
      ['role', 'unknown_role'],
      ['text', 'missing_text'],
      ['sentAt', 'bad_time'],
      [{ sentAt: null }],
    ])
    expect(mapRows(rows, genericMapping('chats'), now)[2]).toMatchObject({
      line: 3,
      reject: { value: '昨日', remedy: expect.stringContaining('发送时间') },
    })
  })
})

describe('conversations', () => {
  it('reads turns with roles, times and parts that fail alone', () => {
    const turns = [
      { role: 'buyer', text: '在吗', ts: '2026-01-02 10:00:00' },
      { role: 'agent', text: '在的', ts: '2026-01-02 10:00:10' },
      { role: '?', text: '嗯' },
      { role: 'buyer', text: '' },
    ]
    const outcomes = mapRows([{ sessionId: 'S1', buyer: 'b', turns }], genericMapping('conversations'), now)
    expect(outcomes).toMatchObject([
      {
        line: 1,
        records: [
          { role: 'buyer', sentAt: at(10), ordinal: 0, sessionId: 'S1', buyer: 'b' },
          { role: 'agent', ordinal: 1 },
        ],
      },
      { line: 1, reject: { field: 'turns[2].role', reason: 'unknown_role' } },
      { line: 1, reject: { field: 'turns[3].text', reason: 'missing_text' } },
    ])
  })

  it('reads turns from the text of a cell', () => {
    expect(
      map('conversations', [
        { turns: '[{"role":"user","content":"在吗"},{"role":"assistant","content":"在"}]' },
      ]),
    ).toMatchObject([
      [
        { role: 'buyer', text: '在吗' },
        { role: 'agent', text: '在' },
      ],
    ])
  })

  it('tells two speakers apart when one is known, and assumes the opener is the buyer when none is', () => {
    const known = { agent: '小美', transcript: '小美：您好\n静静：在吗\n小美：在\n静静：好' }
    expect(map('conversations', [known])).toMatchObject([
      [{ role: 'agent', agent: '小美' }, { role: 'buyer', buyer: '静静' }, {}, {}],
    ])
    const strangers = { transcript: '静静 2026-01-02 10:00\n在吗\n阿岩 10:01\n在的' }
    expect(mapRows([strangers], genericMapping('conversations'), now)).toMatchObject([
      {
        flags: { unknownRole: true },
        records: [
          { role: 'buyer', sentAt: at(10) },
          { role: 'agent', sentAt: at(10, 1) },
        ],
      },
    ])
  })

  it('gives messages without times the start of their session, marked as assumed', () => {
    const row = {
      startedAt: '2026-01-02 10:00',
      repliedAt: '2026-01-02 10:01',
      transcript: '买家：在吗\n客服：在的\n买家：好',
    }
    expect(map('conversations', [row])).toMatchObject([
      [
        { sentAt: at(10), timeAssumed: true },
        { sentAt: at(10, 1), timeAssumed: true },
        { sentAt: at(10, 1), timeAssumed: true },
      ],
    ])
  })

  it('sets a message with an unreadable time aside, so that no default time is given to it', () => {
    const turns = [
      { role: 'buyer', text: '在吗', time: '2026-01-02 10:00:00' },
      { role: 'agent', text: '在的', time: '稍后' },
    ]
    const outcomes = mapRows([{ turns }], genericMapping('conversations'), now)
    expect(outcomes).toMatchObject([
      { line: 1, records: [{ text: '在吗', sentAt: at(10) }] },
      { line: 1, reject: { reason: 'bad_time', value: '稍后' }, sameRow: true },
    ])
  })

  it('says so when the words are only numbers of words', () => {
    expect(map('conversations', [{ turns: [{ role: 'buyer', token_ids: '12 7' }] }])).toEqual([
      ['turns[0].text', 'unreadable_text'],
    ])
  })
})

describe('reviews, orders, refunds', () => {
  it('keeps a review that has only stars, rejects one that has nothing', () => {
    expect(
      map('reviews', [{ score: '5', reviewedAt: '2026-01-02' }, { reviewedAt: '2026-01-02' }]),
    ).toMatchObject([[{ text: '', score: 5 }], ['text', 'missing_text']])
  })

  it('refuses order numbers that a spreadsheet has rounded', () => {
    const orderId = '2.19E+18'
    expect(map('orders', [{ orderId, orderedAt: '2026-01-02' }])).toEqual([['orderId', 'rounded_id']])
    expect(map('refunds', [{ orderId, appliedAt: '2026-01-02' }])).toEqual([['orderId', 'rounded_id']])
  })

  it('reads money in 分, provinces out of addresses, and what was never paid', () => {
    const fields = {
      ...genericMapping('orders').fields,
      paidAmount: { columns: ['fen'], unit: 'fen' as const },
    }
    const rows = [
      {
        orderId: 'A',
        orderedAt: '2026-01-02',
        paidAt: '2026-01-02',
        fen: 1990,
        province: '内蒙古自治区呼和浩特市',
      },
      { orderId: 'B', orderedAt: '2026-01-02', fen: 500, status: '交易关闭' },
      { orderId: '', orderedAt: '2026-01-02' },
      { orderId: 'D', orderedAt: '2026-01-02', quantity: '三' },
    ]
    expect(map('orders', rows, { fields })).toMatchObject([
      [{ paidAmount: 19.9, province: '内蒙古' }],
      [{ paidAmount: 0, status: 'closed' }],
      ['orderId', 'missing_value'],
      ['quantity', 'bad_number'],
    ])
  })

  it('reads refunds', () => {
    expect(
      map('refunds', [
        {
          refundId: 'R',
          appliedAt: '2026-01-02 10:00',
          amount: '￥1,234.50',
          phase: '退货退款',
          platformAssist: '小二未介入',
        },
      ]),
    ).toEqual([
      [
        {
          kind: 'refunds',
          refundId: 'R',
          appliedAt: at(10),
          amount: 1234.5,
          phase: 'aftersale',
          platformAssist: false,
        },
      ],
    ])
  })
})

const question = (column: string, questionKind: 'csat' | 'choice' | 'text', emptyValues?: string[]) => ({
  column,
  questionId: column,
  questionText: column,
  questionKind,
  ...(emptyValues ? { emptyValues } : {}),
})

describe('surveys', () => {
  it('long form', () => {
    const rows = [
      {
        responseId: '1',
        answeredAt: '2026-01-02 10:00',
        questionText: '您有多大可能把我们推荐给朋友',
        score: '9',
      },
      {
        responseId: '1',
        answeredAt: '2026-01-02 10:00',
        questionId: 'q2',
        questionKind: 'text',
        text: '物流慢',
      },
      { responseId: '1', answeredAt: '2026-01-02 10:00', questionId: 'q3' },
    ]
    expect(map('survey-answers', rows)).toMatchObject([
      [{ questionKind: 'nps', score: 9, scaleMinimum: 0, scaleMaximum: 10 }],
      [{ questionKind: 'text', text: '物流慢', questionId: 'q2' }],
      ['questionId', 'no_answer'],
    ])
  })

  it('wide form: scores, ticks and words of one response', () => {
    const questions = [
      question('满意度', 'csat'),
      question('物流', 'choice', ['-1']),
      question('价格', 'choice', ['-1']),
      question('建议', 'text'),
    ]
    expect(
      map('survey-answers', [{ responseId: '7', 满意度: '8', 物流: '1', 价格: '-1', 建议: '' }], {
        questions,
      }),
    ).toMatchObject([
      [
        { questionId: '满意度', score: 8, responseId: '7' },
        { questionId: '物流', choice: '物流' },
      ],
    ])
  })
})

describe('events', () => {
  it('keeps other columns as measures', () => {
    const fields = { name: { columns: ['name'] }, occurredAt: { columns: ['day'] } }
    const row = {
      name: '大促预热',
      day: '2026-01-02',
      满意率: '97.3%',
      平响: '2分30秒',
      花费: '￥1,200',
      备注: '-',
      单号: '2610001112223334445',
      店: { value: 3 },
    }
    expect(map('operation-events', [row], { fields })).toMatchObject([
      [
        {
          name: '大促预热',
          attributes: { 满意率: 0.973, 平响: 150, 花费: 1200, 单号: '2610001112223334445', 店: 3 },
        },
      ],
    ])
  })
})

describe('presets', () => {
  it('have distinct ids and mappings of their own kind', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length)
    for (const preset of presets) expect(preset.mapping.kind).toBe(preset.kind)
    expect(presetMapping('no-such-preset')).toBeUndefined()
  })

  it('a webhook can be sent to the intake API as it is', () => {
    const row = {
      event: 'message_created',
      id: 9,
      content: '在吗',
      message_type: 'incoming',
      created_at: 1767319200,
      sender: { id: 5 },
      conversation: { id: 3 },
    }
    expect(mapRows([row], presetMapping('chatwoot-message-created') as Mapping, now)).toMatchObject([
      { line: 1, records: [{ role: 'buyer', buyer: '5', sessionId: '3', sentAt: at(10) }] },
    ])
  })
})
