import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neutralMark, normalise, originalSpan } from './normalise.ts'

const cases: [name: string, original: string, normal: string][] = [
  ['plain text stays', '质量很好', '质量很好'],
  ['full-width letters and digits', 'ＡＢ１２', 'ab12'],
  ['full-width punctuation stays', '好！？', '好！？'],
  ['capitals', 'iPhone', 'iphone'],
  ['repeated characters', '好好好好好', '好好'],
  ['repeated punctuation', '太慢了！！！！！', '太慢了！！'],
  ['digits may repeat', '订单10000000', '订单10000000'],
  ['runs of spaces', '好   的', '好 的'],
  ['line breaks', '好\r\n的', '好 的'],
  ['placeholder', '还没到[数字x]天', `还没到${neutralMark}天`],
  ['emoticon', '好的#E-s[数字x]谢谢', `好的${neutralMark}谢谢`],
  ['picture', '[图片]你看', `${neutralMark}你看`],
  ['own masks', '寄到[地址]，[订单*4567]', `寄到${neutralMark}，${neutralMark}`],
  ['link', '看https://shop.example/a?b=1 这个', `看${neutralMark} 这个`],
  ['html entity', '价格&gt;100', `价格${neutralMark}100`],
  ['emoticon without a feeling', '好吧[捂脸]', `好吧${neutralMark}`],
  ['emoticon with a feeling stays', '慢[发怒]', '慢[发怒]'],
  ['other brackets stay', '[第2代]', '[第2代]'],
  ['invisible characters', '质\u200b量', '质量'],
]

describe('normalise', () => {
  test.each(cases)('%s', (_name, original, normal) => {
    expect(normalise(original).text).toBe(normal)
  })

  test('leads back to the original', () => {
    const normal = normalise('太慢了！！！！ＡＢ[图片]好')
    const start = normal.text.indexOf('ab')
    const span = originalSpan(normal, start, start + 2)
    expect(normal.original.slice(span.start, span.end)).toBe('ＡＢ')
  })

  test('offsets rise and stay inside for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (original) => {
        const normal = normalise(original)
        let last = 0
        for (let i = 0; i < normal.text.length; i += 1) {
          const { start, end } = originalSpan(normal, i, i + 1)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(original.length)
          last = start
        }
      }),
    )
  })
})
