import type { Finding } from './spans.ts'

/** What a part of an address is, from coarse to fine; `score` counts towards being specific enough. */
interface PartKind {
  rank: number
  suffix: RegExp
  /** Longest name before the suffix, in characters. */
  longest: number
  /** The name is digits, letters or Chinese numerals only. */
  numbered: boolean
}

const partKinds: readonly PartKind[] = [
  { rank: 1, suffix: /^(?:特别行政区|自治区|省)/, longest: 5, numbered: false },
  { rank: 2, suffix: /^(?:自治州|地区|市|盟|州)/, longest: 6, numbered: false },
  { rank: 3, suffix: /^(?:新区|开发区|高新区|自治县|区|县|旗)/, longest: 6, numbered: false },
  { rank: 4, suffix: /^(?:街道办事处|街道办|街道|镇|乡)/, longest: 6, numbered: false },
  { rank: 5, suffix: /^(?:大道|大街|胡同|路|街|巷|弄堂)/, longest: 7, numbered: false },
  { rank: 6, suffix: /^(?:号院|号弄|弄|号)/, longest: 6, numbered: true },
  {
    rank: 7,
    suffix:
      /^(?:小区|花园|花苑|公寓|大厦|家园|新村|社区|公馆|名苑|雅苑|佳苑|家属院|宿舍|写字楼|科技园|工业园|产业园|大学|学院|中学|小学|医院|广场|村|苑|城|府|庭|湾)/,
    longest: 10,
    numbered: false,
  },
  { rank: 8, suffix: /^(?:号楼|号栋|栋|幢|座|期)/, longest: 4, numbered: true },
  { rank: 9, suffix: /^(?:单元|门)/, longest: 4, numbered: true },
  { rank: 10, suffix: /^(?:楼|层)/, longest: 4, numbered: true },
  { rank: 11, suffix: /^(?:号房|室|房|户)/, longest: 6, numbered: true },
]

const provinces =
  /^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾)/
const number = /[\da-z一二三四五六七八九十百零〇甲乙丙丁-]/i
const word = /[\p{Script=Han}a-z\d-]/iu
const joint = /[\s,，、:：]/
/** Characters that end a name when walking left: verbs, pronouns and particles, never part of a place name here. */
const stops = new Set(
  '我你他她您它的了是在到寄发住送给往从把和跟请改成为换写收址吗呢吧啊这那就有没不要去买走说看问',
)
const suffixHeads = new Set(
  '特自省地市盟州新开高区县旗街镇乡大胡路巷弄号小花公家社名雅佳宿写科工产学中医广村苑城府庭湾栋幢座期单门楼层室房户',
)

interface Part {
  rank: number
  start: number
  end: number
}

function nameStart(text: string, end: number, floor: number, kind: PartKind): number {
  let start = end
  while (start > floor && end - start < kind.longest) {
    const symbol = text[start - 1]!
    if (stops.has(symbol) || !(kind.numbered ? number : word).test(symbol)) break
    start -= 1
  }
  return afterCutNumber(text, start, end)
}

/** A name never starts in the middle of a number. */
function afterCutNumber(text: string, start: number, end: number): number {
  let position = start
  if (start > 0 && /\d/.test(text[start - 1]!))
    while (position < end && /\d/.test(text[position]!)) position += 1
  return position
}

/** The part that ends with a suffix at `position`, if any. 苑 in 清苑区 ends nothing: the region goes on. */
function partAt(text: string, position: number, floor: number): Part | null {
  const tail = text.slice(position, position + 5)
  if (/^[村苑城府庭湾州][市区县镇乡路街]/.test(tail)) return null
  for (const kind of partKinds) {
    const suffix = kind.suffix.exec(tail)?.[0]
    if (suffix === undefined) continue
    const start = nameStart(text, position, floor, kind)
    if (start === position) continue
    return { rank: kind.rank, start, end: position + suffix.length }
  }
  return null
}

/** A bare room number closes an address: `3栋2单元501`. */
function bareRoom(text: string, chain: readonly Part[]): Part | null {
  const last = chain.at(-1)!
  if (last.rank < 8 || last.rank > 9) return null
  const digits = /^\s?\d{2,5}(?!\d)/.exec(text.slice(last.end, last.end + 7))?.[0]
  return digits ? { rank: 11, start: last.end, end: last.end + digits.length } : null
}

/**
 * Region alone (发上海吗, 广东省深圳市) is not an address: it takes a detail (number, building, unit, room) and
 * at least one more part that places it.
 */
function specific(chain: readonly Part[]): boolean {
  const ranks = new Set(chain.map((part) => part.rank))
  const has = (...wanted: number[]): boolean => wanted.some((rank) => ranks.has(rank))
  if (!has(6, 8, 9, 11)) return ranks.size >= 4 && has(5, 7)
  if (ranks.size >= 3) return true
  if (ranks.size < 2) return false
  return (has(5, 7) && has(6, 8, 9, 11)) || (has(8, 9) && has(9, 11))
}

/** Walks left over a province written without 省 and over region names already part of the chain. */
function chainStart(text: string, chain: readonly Part[]): number {
  const first = chain[0]!
  for (let back = Math.max(0, first.start - 3); back < first.start; back += 1) {
    const name = provinces.exec(text.slice(back, back + 3))?.[0]
    if (name !== undefined && back + name.length >= first.start) return back
  }
  return first.start
}

function gapAllowed(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (!joint.test(text[i]!)) return false
  return to - from <= 2
}

/** Chinese postal addresses of a half-width text; one pass over the suffix characters. */
export function findAddresses(text: string): Finding[] {
  const findings: Finding[] = []
  let chain: Part[] = []
  const close = (): void => {
    if (chain.length === 0) return
    const room = bareRoom(text, chain)
    if (room) chain.push(room)
    if (specific(chain)) {
      findings.push({
        start: chainStart(text, chain),
        end: chain.at(-1)!.end,
        kind: 'address',
        mask: '[地址]',
      })
    }
    chain = []
  }
  for (let position = 1; position < text.length; position += 1) {
    if (!suffixHeads.has(text[position]!)) continue
    const floor = chain.at(-1)?.end ?? findings.at(-1)?.end ?? 0
    if (position < floor) continue
    const part = partAt(text, position, floor)
    if (part === null) continue
    const last = chain.at(-1)
    if (last && (part.rank <= last.rank || !gapAllowed(text, last.end, part.start))) close()
    chain.push(part)
    position = part.end - 1
  }
  close()
  return findings
}
