import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTranscript, type TranscriptContext } from './transcript.ts'

const context: TranscriptContext = {
  timezone: 'Asia/Shanghai',
  now: Date.UTC(2026, 0, 15),
  startedAt: null,
  knows: (name) => ['买家', '客服'].includes(name),
}
const at = (hour: number, minute: number, second = 0, day = 2): number =>
  Date.UTC(2026, 0, day, hour - 8, minute, second)

describe('parseTranscript', () => {
  it.each([
    [
      'time, name, words',
      '2026-01-02 10:00:00 小美: 您好\n2026-01-02 10:00:30 t**1：在吗',
      [
        ['小美', '您好', at(10, 0)],
        ['t**1', '在吗', at(10, 0, 30)],
      ],
    ],
    ['time in brackets', '[2026-01-02 10:00:00] 小美：您好', [['小美', '您好', at(10, 0)]]],
    ['sub-accounts', '2026-01-02 10:00:00 沐光旗舰店:小禾: 您好', [['沐光旗舰店:小禾', '您好', at(10, 0)]]],
    [
      'name and time, words below',
      '张三 2026-01-02 10:01:22\n你好\n在吗\n李四 10:02:00\n在的',
      [
        ['张三', '你好\n在吗', at(10, 1, 22)],
        ['李四', '在的', at(10, 2)],
      ],
    ],
    ['name (time): words', '张三(2026-01-02 10:01:22)：你好', [['张三', '你好', at(10, 1, 22)]]],
    [
      'roles',
      '买家：尺码: L 有吗\n客服：有的',
      [
        ['买家', '尺码: L 有吗', null],
        ['客服', '有的', null],
      ],
    ],
    [
      'names that come back',
      '阿岩：您好\n小李：在吗\n阿岩：在的\n小李：好',
      [
        ['阿岩', '您好', null],
        ['小李', '在吗', null],
        ['阿岩', '在的', null],
        ['小李', '好', null],
      ],
    ],
    [
      'a day of its own line',
      '——— 2026年1月2日 ———\n10:00:00 小美: 您好\n2026-01-03\n09:00 小美: 早',
      [
        ['小美', '您好', at(10, 0)],
        ['小美', '早', at(9, 0, 0, 3)],
      ],
    ],
    [
      'past midnight',
      '2026-01-02 23:59:00 小美: 稍等\n00:01:00 小美: 好了',
      [
        ['小美', '稍等', at(23, 59)],
        ['小美', '好了', at(0, 1, 0, 3)],
      ],
    ],
    [
      'breaks of web pages',
      '买家：一<br/>客服：二',
      [
        ['买家', '一', null],
        ['客服', '二', null],
      ],
    ],
    ['no speaker at all', '今天天气不错', [['', '今天天气不错', null]]],
  ] as [string, string, [string, string, number | null][]][])('%s', (_, text, expected) => {
    expect(
      parseTranscript(text, context).map(({ speaker, text, sentAt }) => [speaker, text, sentAt]),
    ).toEqual(expected)
  })

  it('takes the day of times from the start of the conversation', () => {
    expect(parseTranscript('10:00 买家: 在', { ...context, startedAt: at(9, 0) })[0]?.sentAt).toBe(at(10, 0))
  })

  it('loses no words and never throws', () => {
    const line = fc.string({
      unit: fc.constantFrom('买', '家', '：', ':', '1', '0', ' ', '[', ']', '-', '\n'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(line, (text) => {
        for (const message of parseTranscript(text, context)) expect(message.text).not.toBe('')
      }),
    )
  })
})
