import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { mendText } from './mojibake.ts'

const chinese = '这个杯子很好用，下次还来'

describe('mendText', () => {
  it.each(['您好', 'café très bon', '浣熊很可爱', '烫烫的水', 'naïve', 'ok 👍', '价格 ￥12.5', 'é'])(
    'leaves %s alone',
    (text) => {
      expect(mendText(text)).toEqual({ text, damaged: false })
    },
  )

  it('turns UTF-8 that was read as Latin-1 or Windows-1252 back', () => {
    expect(mendText(Buffer.from(chinese, 'utf8').toString('latin1'))).toEqual({
      text: chinese,
      damaged: true,
    })
    expect(mendText(new TextDecoder('windows-1252').decode(Buffer.from('你好吗'))).text).toBe('你好吗')
  })

  it('turns UTF-8 that was read as GBK back', () => {
    const even = '这个杯子很好'
    expect(mendText(iconv.decode(Buffer.from(even, 'utf8'), 'gb18030'))).toEqual({
      text: even,
      damaged: true,
    })
  })

  it.each(['收到了锟斤拷', '很好用\ufffd\ufffd', '很好的體驗(yàn)', 'Ã¤Â½Ã¥Â¥ broken ÿ'])(
    'flags %s and keeps it',
    (text) => {
      expect(mendText(text)).toEqual({ text, damaged: true })
    },
  )

  it('never throws and never touches plain ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }), (any, ascii) => {
        mendText(any)
        expect(mendText(ascii)).toEqual({ text: ascii, damaged: false })
      }),
    )
  })
})
