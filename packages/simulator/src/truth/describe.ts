import { dayMs, type Window, wantedGift } from '../world/calendar.ts'
import { memberShop, publicShopOfMembers, shops } from '../world/shops.ts'
import type { PlantedTruth } from './key.ts'
import { planted } from './planted.ts'

/** The planted truths of a window, with dates. */
export function describeTruths(window: Window): PlantedTruth[] {
  const back = (days: number) => Math.max(window.start, window.end - days * dayMs)
  const always = { from: window.start, to: window.end }
  const { allergy, courier, rude, inspector, gift, lunch, contradiction, coupon, instalment } = planted
  return [
    {
      id: 'allergy-batch',
      title: '一款精华的一个批次过敏投诉上升',
      from: back(allergy.from),
      to: window.end,
      parameters: {
        product: allergy.product,
        batch: allergy.batch,
        rateAtStart: allergy.rate,
        rateAtEnd: allergy.lateRate,
        usualRate: 0.012,
        shareOfShipments: allergy.share,
      },
      expected: '该商品负面观点中「皮肤过敏」的周占比上升至少 3 倍，且集中在该批次',
    },
    {
      id: 'courier-province',
      title: '一家快递在一个省份失灵',
      from: back(courier.from),
      to: back(courier.to),
      parameters: {
        courier: courier.courier,
        province: courier.province,
        stuckShare: courier.stuck,
        usual: 0.012,
      },
      expected: '该快递在该省的物流停滞咨询远高于其他省份和其他时间',
    },
    {
      id: 'rude-at-night',
      title: '一名客服深夜言语粗鲁',
      ...always,
      parameters: { agent: rude.agent, hours: rude.hours, rate: rude.rate, otherwise: rude.otherwise },
      expected: '该客服 22–02 点的粗鲁会话比例远高于其白天和同事',
    },
    {
      id: 'inspector-targeting',
      title: '一名质检员针对一名客服反复复检',
      ...always,
      parameters: {
        inspector: inspector.inspector,
        agent: inspector.agent,
        recheck: inspector.recheck,
        usual: 0.06,
      },
      expected: '该质检员对该客服的复检率显著高于按量和风险的期望，改判率反而低',
    },
    {
      id: 'unwanted-gift',
      title: '没人想要的赠品',
      ...always,
      parameters: { unwanted: gift.unwanted, wanted: wantedGift, dislikes: gift.dislikes, likes: gift.likes },
      expected: '帆布双肩包被嫌弃，旅行小样礼盒被喜欢、被点名要',
    },
    {
      id: 'slow-lunch',
      title: '一家店午间响应慢',
      ...always,
      parameters: { shop: shopName(lunch.shop), hours: lunch.hours, factor: lunch.factor },
      expected: '该店 12–14 点平均响应时长约为其他时段的数倍，询单转化下降',
    },
    {
      id: 'page-contradiction',
      title: '详情页承诺与客服说法不一致',
      from: back(contradiction.from),
      to: window.end,
      parameters: {
        product: contradiction.product,
        page: contradiction.page,
        said: contradiction.said,
        shop: shopName(contradiction.shop),
      },
      expected: '买家引用详情页的「两年只换不修」，该店客服答「一年质保」，其他店客服确认两年',
    },
    {
      id: 'coupon-failure',
      title: '第一波优惠券失效',
      ...couponWindow(window),
      parameters: {
        shop: shopName(coupon.shop),
        promotion: coupon.promotion,
        phase: coupon.phase,
        coupon: '满299减40',
      },
      expected: '该店第一波期间「优惠券异常」场景突增',
    },
    {
      id: 'emerging-instalment',
      title: '新诉求：免息分期',
      from: back(instalment.from),
      to: window.end,
      parameters: { share: instalment.share, before: instalment.before },
      expected: '免息分期咨询从几乎没有上升到售前会话的约 7%',
    },
    {
      id: 'one-person-two-accounts',
      title: '私域会员就是旗舰店的买家',
      ...always,
      parameters: { shop: shopName(memberShop), same: shopName(publicShopOfMembers) },
      expected: '两家店账号末尾编号相同者为同一人：昵称主体、手机号和收货地址一致',
    },
  ]
}

function shopName(index: number): string {
  return shops[index]?.name ?? ''
}

function couponWindow(window: Window): { from: number; to: number } {
  return { from: window.end - 27 * dayMs, to: window.end - 24 * dayMs }
}
