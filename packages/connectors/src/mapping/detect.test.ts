import { describe, expect, it } from 'vitest'
import { detect } from './detect.ts'
import { columnsOf } from './values.ts'

const table = (columns: string, ...rows: string[]) => {
  const names = columns.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [names[at] as string, cell])))
}

const found = (rows: Record<string, unknown>[]) => detect(columnsOf(rows), rows)
const fieldsOf = (rows: Record<string, unknown>[]) =>
  Object.fromEntries(
    Object.entries(found(rows).mapping.fields).map(([field, rule]) => [field, rule.columns[0]]),
  )

describe('detect', () => {
  it.each<[string, Record<string, unknown>[]]>([
    ['chats', table('时间,发送方,内容', '2026-01-02 10:00,买家,在吗', '2026-01-02 10:01,客服,在的')],
    [
      'chats',
      table('session_id,role,content,created_at', 's,user,hi there,2026-01-02', 's,agent,hello,2026-01-02'),
    ],
    ['conversations', table('会话编号,客服昵称,聊天记录', '1,小美,买家：在吗', '2,小美,买家：您好')],
    [
      'conversations',
      [
        { id: 1, turns: [{ role: 'buyer', text: '在吗' }] },
        { id: 2, turns: [{ role: 'agent', text: '在' }] },
      ],
    ],
    ['reviews', table('id,cat,label,review', '1,书籍,1,写得很好看', '2,手机,0,屏幕有划痕')],
    ['reviews', table('评价内容,评价时间', '很好用,2026-01-02', '不好,2026-01-03')],
    [
      'orders',
      table('order_id,created_at,total_amount,province', 'A1,2026-01-02,12.5,浙江', 'A2,2026-01-02,8,江苏'),
    ],
    [
      'refunds',
      table(
        '售后单号,订单号,申请时间,退款金额,退款原因',
        'R1,A1,2026-01-02,5,破损',
        'R2,A2,2026-01-02,5,破损',
      ),
    ],
    ['agent-ratings', table('客服,客服评分,评价时间', '小美,5,2026-01-02', '小禾,1,2026-01-02')],
    [
      'agent-status',
      table('客服账号,状态变更时间,在线状态', '小美,2026-01-02 09:00,上线', '小美,2026-01-02 18:00,下线'),
    ],
    ['operation-events', table('活动名称,活动类型,开始时间,结束时间', '年货节,大促,2026-01-02,2026-01-09')],
    [
      'survey-answers',
      table(
        '答卷编号,提交时间,您对本次服务的满意度,您愿意推荐给朋友吗(0-10),您的建议',
        '1,2026-01-02,5,9,发货再快一点就好了',
        '2,2026-01-02,4,7,客服回复慢了半天',
      ),
    ],
    [
      'survey-answers',
      table('response_id,question,score,answered_at', '1,满意度,5,2026-01-02', '2,满意度,4,2026-01-02'),
    ],
  ])('%s', (kind, rows) => {
    const { mapping, confidence } = found(rows)
    expect(mapping.kind).toBe(kind)
    expect(confidence).toBeGreaterThan(0.45)
  })

  it('maps the columns of review files with names of their own', () => {
    const rows = table(
      'id,time,nickname_masked,member_level,sku_attrs,review',
      '1,2026-01-02 10:00:00,t***3,0,颜色:金色,很好用的',
    )
    expect(fieldsOf(rows)).toEqual({
      reviewId: 'id',
      reviewedAt: 'time',
      buyer: 'nickname_masked',
      skuName: 'sku_attrs',
      text: 'review',
    })
  })

  it.each([
    [
      'a sender where the agents stand in it',
      '时间,角色,昵称,内容',
      ['t,买家,小鱼,在吗', 't,客服,小禾,在的'],
      'sender',
    ],
    [
      'a buyer beside the agent',
      '时间,角色,昵称,客服,内容',
      ['t,买家,小鱼,小禾,在吗', 't,客服,小鱼,小禾,在的'],
      'buyer',
    ],
    [
      'a sender beside the agent who is in it',
      '时间,角色,昵称,客服,内容',
      ['t,买家,小鱼,小禾,在吗', 't,客服,小禾,小禾,在的'],
      'sender',
    ],
  ])('a bare nickname in messages is %s', (_name, columns, rows, field) => {
    const found = fieldsOf(table(columns, ...rows.map((row) => row.replace('t', '2026-01-02 10:00'))))
    expect(found[field]).toBe('昵称')
  })

  it('checks values: a column called 时间 with durations is no time', () => {
    expect(fieldsOf(table('评价内容,时间', '很好用,2分30秒', '不错,45秒'))).toEqual({ text: '评价内容' })
  })

  it('guesses the questions of a wide survey', () => {
    const rows = table(
      'id,整体满意度,网络速度,居民小区,其他，请注明,其他，请注明_2,用户描述,本月次数'.replaceAll(
        '其他，请注明',
        '其他',
      ),
      '1,10,9,1,-1,-1,,31',
      '2,8,7,-1,98,-1,地铁里没有信号,2',
      '3,1,3,-1,-1,98,,17',
      '4,5,6,1,-1,-1,,45',
      '5,7,1,1,-1,-1,电梯里断线,8',
    )
    const { mapping } = found(rows)
    expect(
      mapping.questions?.map(({ column, questionKind, emptyValues }) => [column, questionKind, emptyValues]),
    ).toEqual([
      ['整体满意度', 'csat', undefined],
      ['网络速度', 'score', undefined],
      ['居民小区', 'choice', ['-1']],
      ['其他', 'choice', ['-1']],
      ['其他_2', 'choice', ['-1']],
      ['用户描述', 'text', undefined],
    ])
    expect(mapping.questions?.[0]).toMatchObject({ scaleMinimum: 1, scaleMaximum: 10 })
  })

  it('takes no times for questions', () => {
    const rows = table(
      '整体满意度,推荐意愿,入会时间,开卡日期',
      '5,9,2026-01-02 10:00:00,2025年3月1日',
      '4,7,2026-01-03 11:00:00,2025年4月1日',
    )
    expect(
      detect(columnsOf(rows), rows, 'survey-answers').mapping.questions?.map(({ column }) => column),
    ).toEqual(['整体满意度', '推荐意愿'])
  })

  it('is not sure of what is none of it', () => {
    expect(
      found(table('intent_id,intent,intent_group', '1,退货,售后', '2,发票,开票')).confidence,
    ).toBeLessThan(0.3)
    expect(found(table('id,sentence1,sentence2,label', '1,怎么退货,如何退货,1')).confidence).toBeLessThan(0.3)
    expect(found([]).confidence).toBeLessThan(0.3)
  })

  it('keeps to the kind it is told', () => {
    expect(detect(['text', 'time'], table('text,time', '很好,2026-01-02'), 'reviews').mapping.kind).toBe(
      'reviews',
    )
  })
})
