import iconv from 'iconv-lite'

export interface MendedText {
  text: string
  /** An encoding accident was seen, mended or not. */
  damaged: boolean
}

/**
 * Characters GBK shows for the first two bytes of a UTF-8 Chinese character (E4–E9, 80–BF), such as 浣 鐨 鏄 锛.
 * Some are real words (浣熊), so they only make a text worth a closer look.
 */
const gbkOfUtf8 = new RegExp(
  `[${Array.from({ length: 6 * 64 }, (_, at) => iconv.decode(Buffer.from([0xe4 + (at >> 6), 0x80 + (at & 63)]), 'gbk')).join('')}锛銆]`,
)
/** One cheap pass that lets almost every healthy text through. */
const suspicious = new RegExp(`[\\u0080-\\u00ff\\ufffd锟锘āǎēěīǐōǒūǔǖǘǚǜ]|${gbkOfUtf8.source}`)
const certain = /\ufffd|锟斤拷|锟斤|^锘/
/** `體驗(yàn)`: a converter that left the reading beside a character it did not know. */
const pinyinLeak = /\p{Script=Han}[(（][a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,5}[)）]/u
const latinRun = /[\u0080-\u00ff]/
const cjk = /\p{Script=Han}/gu

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return null
  }
}

const countCjk = (text: string): number => text.match(cjk)?.length ?? 0

/** Bytes of Windows-1252 by the characters every browser shows for them, control characters included. */
const bytesOf1252 = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const,
  ),
)

function latinBytes(text: string): Uint8Array | null {
  const bytes = Array.from(
    text,
    (char) => bytesOf1252.get(char) ?? (char <= '\u00ff' ? char.charCodeAt(0) : -1),
  )
  return bytes.includes(-1) ? null : Uint8Array.from(bytes)
}

/** UTF-8 read as Latin-1 or Windows-1252 (`ä½ å¥½`): certain when all of it turns back into valid UTF-8 Chinese. */
function fromLatin(text: string): string | null {
  if (!latinRun.test(text) || countCjk(text) > 0) return null
  const bytes = latinBytes(text)
  const mended = bytes === null ? null : decodeUtf8(bytes)
  return mended !== null && countCjk(mended) > 0 ? mended : null
}

/** UTF-8 read as GBK (`浣犲ソ`): certain from three characters on, shorter ones may be real words. */
function fromGbk(text: string): string | null {
  if (!gbkOfUtf8.test(text)) return null
  const bytes = iconv.encode(text, 'gb18030')
  if (iconv.decode(bytes, 'gb18030') !== text) return null
  const mended = decodeUtf8(bytes)
  return mended !== null && countCjk(mended) >= 3 ? mended : null
}

/** Mends what can be mended with certainty, flags the rest, leaves healthy text as it is. */
export function mendText(text: string): MendedText {
  if (!suspicious.test(text)) return { text, damaged: false }
  const mended = fromLatin(text) ?? fromGbk(text)
  if (mended !== null) return { text: mended, damaged: true }
  return { text, damaged: certain.test(text) || pinyinLeak.test(text) || isLatinDamage(text) }
}

/** Accented capitals next to signs (`Ã¤Â½`), as no European language writes them, at least twice. */
function isLatinDamage(text: string): boolean {
  return (text.match(/[\u00c2-\u00ef][\u0080-\u00bf]/g)?.length ?? 0) >= 2
}
