/** Offers to the shop: 刷单, running the shop for it, drawing customers off the platform. */
const advertising =
  /刷单|补单|代运营|店铺运营|运营推广|引流|涨粉|兼职招聘|招商加盟|低价代发|代发货源|货源(?:对接|合作)|(?:提升|优化)(?:店铺)?(?:权重|排名)|直播基地合作/u
const onlyLink = /^\s*https?:\/\/\S+\s*$/iu
const productLink = /taobao|tmall|jd\.com|yangkeduo|pinduoduo|douyin|jinritemai|kuaishou|xiaohongshu/iu

/** An account of the shop's own staff writes to its shop (`店铺名:小美`), for tests and training. */
export function isColleague(buyerName: string, shopId: string): boolean {
  const shop = shopId.slice(shopId.indexOf('/') + 1)
  return (
    shop !== '' &&
    (buyerName === shop || buyerName.startsWith(`${shop}:`) || buyerName.startsWith(`${shop}：`))
  )
}

function advertises(text: string): boolean {
  return advertising.test(text) || (onlyLink.test(text) && !productLink.test(text))
}

/** Nothing a buyer of the shop would write: every text advertises, or is a bare link to somewhere else. */
export function isNoise(buyerTexts: readonly string[]): boolean {
  const written = buyerTexts.filter((text) => text.trim() !== '')
  return written.length > 0 && written.every(advertises)
}
