import type { Platform } from '@kesheng/contracts/facts/common'

export interface Shop {
  readonly index: number
  readonly platform: Platform
  readonly name: string
  readonly channel: string
  /** Share of the journeys, relative. */
  readonly weight: number
  /** Couriers with which the shop ships, the usual one first. */
  readonly couriers: readonly string[]
  /** The platform opens a session with a robot before a person. */
  readonly botShare: number
}

/** Invented couriers. */
export const couriers = ['迅岚速运', '云驿快递', '山雀物流', '北岸快运'] as const

const shop = (
  index: number,
  platform: Platform,
  name: string,
  channel: string,
  weight: number,
  botShare: number,
) => ({
  index,
  platform,
  name,
  channel,
  weight,
  botShare,
  couriers: [couriers[index % 3] ?? couriers[0], couriers[(index + 1) % 3] ?? couriers[1], couriers[3]],
})

export const shops: readonly Shop[] = [
  shop(0, 'tmall', '青屿官方旗舰店', '旺旺', 30, 0.12),
  shop(1, 'jd', '青屿京东旗舰店', '咚咚', 20, 0.2),
  shop(2, 'douyin', '青屿抖音旗舰店', '飞鸽', 20, 0.15),
  shop(3, 'pinduoduo', '青屿拼多多旗舰店', '多多客服', 15, 0.1),
  shop(4, 'xiaohongshu', '青屿小红书店', '小红书私信', 9, 0.05),
  shop(5, 'wecom', '青屿会员服务', '企业微信', 6, 0),
]

/** The shop whose buyers the private channel serves: account n here and there are one person. */
export const publicShopOfMembers = 0
export const memberShop = 5
