import iconv from 'iconv-lite'

export interface MendedText {
  text: string
  /** An encoding accident was seen, mended or not. */
  damaged: boolean
}

/** One cheap pass that lets almost every healthy text through: 20 million characters a second and more. */
const suspicious = /[\u0080-\u009f\u00c0-\u00ff\ufffd锟烫屯锘锛銆鐨璇鍚浣鎴涓嶆槸]|[āǎēěīǐōǒūǔǖǘǚǜ]/
const certain = /\ufffd|锟斤拷|烫烫烫|屯屯屯|^锘/
/** `體驗(yàn)`: a converter that left the reading beside a character it did not know. */
const pinyinLeak = /\p{Script=Han}[(（][a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,5}[)）]/u
const latinRun = /[\u0080-\u00ff]/
const cjk = /\p{Script=Han}/gu
/** Characters that GBK shows for the first bytes of common UTF-8 Chinese (，。的您是不我). */
const gbkOfUtf8 = /[锛銆鐨璇鍚浣鎴涓嶆槸]/

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return null
  }
}

const countCjk = (text: string): number => text.match(cjk)?.length ?? 0

/** UTF-8 read as Latin-1 or Windows-1252 (`ä½ å¥½`): certain when all of it turns back into valid UTF-8 Chinese. */
function fromLatin(text: string): string | null {
  if (!latinRun.test(text) || countCjk(text) > 0) return null
  const bytes = iconv.encode(text, 'win1252')
  if (iconv.decode(bytes, 'win1252') !== text) return null
  const mended = decodeUtf8(bytes)
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
