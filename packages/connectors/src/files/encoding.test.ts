import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeSample, decodeText, detectEncoding } from './encoding.ts'

const text = '发送时间,发送人,内容\n2026-01-02 10:00:00,买家,这个杯子能装开水吗😀𠮷\n'

async function decoded(parts: Buffer[], encoding: string | null): Promise<string> {
  let all = ''
  async function* source(): AsyncGenerator<Buffer> {
    yield* parts
  }
  for await (const piece of decodeText(source(), encoding)) all += piece
  return all
}

describe('encodings', () => {
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8-bom', Buffer.from(`\ufeff${text}`)],
    ['gb18030', iconv.encode(text, 'gb18030')],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: false })],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
  ])('%s is found and decoded whatever the cuts', async (encoding, bytes) => {
    expect(detectEncoding(bytes)).toBe(encoding)
    const cuts = [...bytes].map((byte) => Buffer.from([byte]))
    expect(await decoded(cuts, encoding)).toBe(text)
  })

  it('a sample cut inside a character is still itself', () => {
    for (let cut = 30; cut < 60; cut += 1) {
      expect(detectEncoding(Buffer.from(text).subarray(0, cut))).toBe('utf-8')
      expect(detectEncoding(iconv.encode(text, 'gb18030').subarray(0, cut))).toBe('gb18030')
    }
    expect(decodeSample(Buffer.from('好的').subarray(0, 4), 'utf-8')).toBe('好')
  })

  it('one damaged byte does not make a UTF-8 file another encoding', () => {
    const bytes = Buffer.from(text.repeat(20))
    bytes[200] = 0xff
    expect(detectEncoding(bytes)).toBe('utf-8')
  })

  it('waits with the decision while there is only ASCII', async () => {
    const late = [Buffer.from('id,text\n1,ok\n'), iconv.encode('2,很好\n', 'gb18030')]
    expect(await decoded(late, null)).toBe('id,text\n1,ok\n2,很好\n')
  })
})
