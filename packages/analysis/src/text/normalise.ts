/** A text made easy to match, with the way back: unit i of `text` stands at `offsets[i]` of the original. */
export interface NormalText {
  text: string
  original: string
  /** Length `text.length + 1`; null when nothing moved. */
  offsets: Int32Array | null
}

/** Stands for a placeholder, emoticon, mask or link: neutral, no part of any word. */
export const neutralMark = '\ue000'

/** Also any bracketed emoticon ([捂脸]) but those that tell a feeling, which the packs list. */
const placeholder =
  /#E-[a-z]+(?:\[[^\]]{1,8}\])?|\[(?:(?:数字|金额|日期|时间|地址|姓名|电话|订单|站点|链接|身份证号|邮箱)x?|ORDERID_\d+|(?:银行卡|订单)\*\d*|图片|表情|商品|视频|语音|卡片|文件|链接|位置)\]|\[(?!赞|鼓掌|爱心|心|玫瑰|呲牙|哈哈|愉快|开心|强|鲜花|可爱|耶|怒|发怒|愤怒|抓狂|大哭|流泪|衰|鄙视|弱|吐|失望|委屈|汗)(?:[一-龥]{1,4}|[A-Za-z]{3,12})\]|USERID_\d+|https?:\/\/[\w./?=&%#:~-]+|&[a-z]{2,5};|【收到不支持的消息类型[^】]{0,12}】|#E-\S{1,4}/gi
const unusual = /[！-～\u3000A-Z\s\u200b-\u200f\ufeff]|#E-|\[|【|https?:|&[a-z]+;|USERID_|(.)\1{2}/

function plainUnit(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return keepFullWidth(code) ? code : plainUnit(code - 0xfee0)
  if (code >= 0x41 && code <= 0x5a) return code + 0x20
  if (code === 0x3000 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0xa0) return 0x20
  return code
}

/** ！？，：； stay full-width: clause splitting and the model know them. */
function keepFullWidth(code: number): boolean {
  return code === 0xff01 || code === 0xff1f || code === 0xff0c || code === 0xff1a || code === 0xff1b
}

function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0xfeff
}

/** Placeholders by start offset → end offset. */
function placeholders(text: string): Map<number, number> {
  const found = new Map<number, number>()
  for (const match of text.matchAll(placeholder)) found.set(match.index, match.index + match[0].length)
  return found
}

/**
 * Full-width to half-width, lower case, placeholders to one neutral mark, runs of one character to two (好好好好 →
 * 好好, ！！！！ → ！！) and runs of spaces to one. Offsets lead back to the original.
 */
export function normalise(original: string): NormalText {
  if (!unusual.test(original)) return { text: original, original, offsets: null }
  const marks = placeholders(original)
  const offsets = new Int32Array(original.length + 1)
  const units: number[] = []
  let position = 0
  while (position < original.length) {
    const markEnd = marks.get(position)
    const code = markEnd === undefined ? plainUnit(original.charCodeAt(position)) : neutralMark.charCodeAt(0)
    const length = units.length
    const repeated = length > 0 && units[length - 1] === code
    const thrice = repeated && length > 1 && units[length - 2] === code && !(code >= 0x30 && code <= 0x39)
    const skip = isInvisible(code) || thrice || (repeated && code === 0x20)
    if (!skip) {
      offsets[length] = position
      units.push(code)
    }
    position = markEnd ?? position + 1
  }
  offsets[units.length] = original.length
  return { text: fromUnits(units), original, offsets: offsets.subarray(0, units.length + 1) }
}

function fromUnits(units: readonly number[]): string {
  let text = ''
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.slice(i, i + 4096))
  return text
}

/** Original offsets of the normal range [start, end). The end is just behind the last unit, not before the next. */
export function originalSpan(normal: NormalText, start: number, end: number): { start: number; end: number } {
  if (normal.offsets === null) return { start, end }
  return {
    start: normal.offsets[start]!,
    end: end > start ? normal.offsets[end - 1]! + 1 : normal.offsets[start]!,
  }
}
