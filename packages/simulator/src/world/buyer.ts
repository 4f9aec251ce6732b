import { cumulate, hashOf } from '../random/random.ts'
import { estates, provinces, roads, type Province } from './places.ts'
import { memberShop, publicShopOfMembers, type Shop } from './shops.ts'

/** A buyer's account with one shop. Everything follows from (seed, shop, number), so buyers cost no memory. */
export interface Buyer {
  readonly account: string
  /** The same for all accounts of one person. */
  readonly person: number
  readonly province: Province
  readonly city: string
  /** 0 no punctuation · 1 full-width · 2 half-width · 3 emotional (???, ~, emoji). */
  readonly punctuation: number
  /** Share of this person's messages with a slip of the keyboard. */
  readonly slips: number
  /** Sends several short messages instead of one. */
  readonly bursts: boolean
  /** A word this person likes to begin with; empty for most. */
  readonly filler: string
  /** Bought before this journey when it is not the first. */
  readonly loyal: boolean
  /** 0.5 patient … 1.6 touchy. */
  readonly temper: number
}

const fillers = [
  '',
  '',
  '',
  '那个',
  '就是',
  'emmm',
  '额',
  '话说',
  '嗯',
  '哎',
  '请问',
  '内个',
  '唉',
  '我说',
] as const
/** Half of the buyers never punctuate. */
const punctuationHabits = [0, 0, 0, 0, 0, 1, 1, 2, 3, 3] as const
const provinceSums = cumulate(provinces.map((province) => province.weight))
const nickHeads = '小鱼 爱吃糖的 晚风 不加糖 芝士 柠檬 月亮 南方 胖橘 奶茶 一颗 熬夜 春天 在逃 懒懒 阿'.split(
  ' ',
)
const nickTails = '同学 仙女 喵 不困 星 麻麻 宝贝 桃子 打工人 薯条 小鹿 姑娘 大王 青柠 年糕 海盐'.split(' ')
const surnames = '周 吴 郑 陈 林 黄 何 许 沈 梁 宋 唐 方 韩 冯 苏'.split(' ')

export function buyerOf(seed: number, shop: Shop, number: number): Buyer {
  const home = shop.index === memberShop ? publicShopOfMembers : shop.index
  const person = hashOf(seed, home + 1, number)
  const habit = hashOf(person, 1)
  const province = provinceOf(hashOf(person, 2))
  return {
    account: accountOf(shop, person, number),
    person,
    province,
    city: province.cities[habit % province.cities.length] ?? province.name,
    punctuation: punctuationHabits[(habit >>> 3) % punctuationHabits.length] ?? 0,
    slips: (habit >>> 11) % 4 === 0 ? 0.12 : 0.02,
    bursts: (habit >>> 14) % 3 === 0,
    filler: fillers[(habit >>> 24) % fillers.length] ?? '',
    loyal: (habit >>> 17) % 4 === 0,
    temper: 0.5 + ((habit >>> 20) % 12) / 10,
  }
}

function provinceOf(hash: number): Province {
  const target = (hash / 4294967296) * (provinceSums[provinceSums.length - 1] ?? 1)
  return provinces[provinceSums.findIndex((sum) => sum > target)] as Province
}

function accountOf(shop: Shop, person: number, number: number): string {
  const code = number.toString(36)
  if (shop.platform === 'jd') return `jd_${(person % 46656).toString(36)}${code}`
  if (shop.platform === 'pinduoduo') return `pdd${(person % 9000) + 1000}${number}`
  const nick = `${nickHeads[person % nickHeads.length]}${nickTails[(person >>> 5) % nickTails.length]}`
  return shop.platform === 'wecom' ? `wm_${nick}${code}` : `${nick}${code}`
}

/** Numbers begin with 1600: no operator has been given the 160 segment, so nobody owns them. */
export function phoneOf(buyer: Buyer): string {
  return `1600${`${hashOf(buyer.person, 3) % 10_000_000}`.padStart(7, '0')}`
}

export function receiverOf(buyer: Buyer): string {
  return `${surnames[hashOf(buyer.person, 4) % surnames.length]}${buyer.person % 3 === 0 ? '先生' : '女士'}`
}

/** Real province and city, invented street and estate. */
export function addressOf(buyer: Buyer): string {
  const hash = hashOf(buyer.person, 5)
  const road = roads[hash % roads.length]
  const estate = estates[(hash >>> 4) % estates.length]
  const municipality = buyer.province.full === `${buyer.city}市`
  const area = municipality ? buyer.province.full : `${buyer.province.full}${buyer.city}市`
  const building = ((hash >>> 8) % 28) + 1
  return `${area}${road}${((hash >>> 13) % 200) + 1}号${estate}${building}栋${((hash >>> 21) % 20) + 1}0${(hash >>> 26) % 4}室`
}

/** `example.com` is reserved for examples. */
export function emailOf(buyer: Buyer): string {
  return `user${(buyer.person % 900_000) + 100_000}@example.com`
}
