import type { Random } from '../random/random.ts'
import type { Buyer } from '../world/buyer.ts'
import type { AgentStyle } from '../world/agents.ts'

/** Slips of pinyin keyboards. */
const slips: readonly (readonly [string, string])[] = [
  ['的', '得'],
  ['在', '再'],
  ['吗', '嘛'],
  ['什么', '神马'],
  ['怎么', '咋么'],
  ['可以', '口以'],
  ['发货', '发或'],
  ['退款', '退宽'],
  ['快递', '块递'],
  ['收到', '受到'],
  ['过敏', '过民'],
  ['优惠', '有惠'],
  ['好用', '号用'],
  ['没有', '妹有'],
  ['不是', '8是'],
  ['知道', '之道'],
  ['你们', '尼们'],
  ['现在', '县在'],
]

const questionTails: readonly (readonly string[])[] = [
  ['', '', '', '?', '？', ''],
  ['？'],
  ['?'],
  ['？？', '???', '？', '~？', '？？？'],
]
const statementTails: readonly (readonly string[])[] = [
  ['', '', '', ''],
  ['', '。', '', '，'],
  ['', '.', '', '...'],
  ['！', '~', '', '😂', '[捂脸]', '🙏', '！！'],
]
const agentTails: Readonly<Record<AgentStyle, readonly string[]>> = {
  warm: ['', '~', '', '😊', '', '[玫瑰]'],
  curt: ['', '', ''],
  expert: ['', '。', ''],
  pushy: ['', '~', '！', '❤️', ''],
}

/** What a buyer ends a message with; nothing when it already ends in a mark. */
export function buyerTail(buyer: Buyer, text: string, question: boolean, random: Random): string {
  if (text.endsWith('？') || text.endsWith('?')) return ''
  const tails = (question ? questionTails : statementTails)[buyer.punctuation]
  return tails === undefined ? '' : random.pick(tails)
}

export function agentTail(style: AgentStyle, question: boolean, random: Random): string {
  return question ? '？' : random.pick(agentTails[style])
}

/** Replaces one word by what the thumb hits; the text unchanged when it has none of the words drawn. */
export function slip(text: string, random: Random): string {
  for (let tries = 0; tries < 4; tries++) {
    const [right, wrong] = random.pick(slips)
    const at = text.indexOf(right)
    if (at >= 0) return text.slice(0, at) + wrong + text.slice(at + right.length)
  }
  return text
}
