import type { Stage } from '@kesheng/contracts/facts/common'
import { cumulate } from '../random/random.ts'
import type { Product } from '../world/product.ts'
import type { Shop } from '../world/shops.ts'
import { products } from '../world/products.ts'
import { shops } from '../world/shops.ts'
import { aftersaleGoodsScenes } from './aftersale-goods.ts'
import { aftersaleReturnScenes } from './aftersale-returns.ts'
import { applianceFaultScenes } from './fault-appliance.ts'
import { beautyFaultScenes } from './fault-beauty.ts'
import { insaleScenes } from './insale.ts'
import { pagePromiseScenes } from './page-promise.ts'
import { presaleApplianceScenes } from './presale-appliance.ts'
import { presaleBeautyScenes } from './presale-beauty.ts'
import { presaleCommonScenes } from './presale-common.ts'
import { presaleDealScenes } from './presale-deal.ts'
import type { Scene } from './scene.ts'

export const scenes: readonly Scene[] = [
  ...presaleBeautyScenes,
  ...presaleApplianceScenes,
  ...presaleCommonScenes,
  ...presaleDealScenes,
  ...insaleScenes,
  ...aftersaleGoodsScenes,
  ...aftersaleReturnScenes,
  ...beautyFaultScenes,
  ...applianceFaultScenes,
  ...pagePromiseScenes,
]

const byId = new Map(scenes.map((scene) => [scene.id, scene]))

export function sceneOf(id: string): Scene {
  const scene = byId.get(id)
  if (scene === undefined) throw new Error(`no scene ${id}`)
  return scene
}

export function fits(scene: Scene, product: Product, shop: Shop, promotion: boolean): boolean {
  return (
    (scene.need === null || product.facts[scene.need] !== undefined) &&
    (scene.family === null || scene.family === product.family) &&
    (scene.platform === null || scene.platform === shop.platform) &&
    (promotion || !scene.promotionOnly)
  )
}

/** The scenes that can come up, with running weights for drawing one. */
export interface Choice {
  readonly scenes: readonly Scene[]
  readonly sums: Float64Array
}

const presale = new Map<string, Choice>()
for (const product of products) {
  for (const shop of shops) {
    for (const promotion of [false, true]) {
      presale.set(`${product.id} ${shop.index} ${promotion}`, choiceOf('presale', product, shop, promotion))
    }
  }
}

function choiceOf(stage: Stage, product: Product, shop: Shop, promotion: boolean): Choice {
  const found = scenes.filter(
    (scene) => scene.stage === stage && scene.weight > 0 && fits(scene, product, shop, promotion),
  )
  return { scenes: found, sums: cumulate(found.map((scene) => scene.weight)) }
}

/** What buyers ask about a product in a shop before buying. */
export function presaleChoice(product: Product, shop: Shop, promotion: boolean): Choice {
  const choice = presale.get(`${product.id} ${shop.index} ${promotion}`)
  if (choice === undefined) throw new Error(`no scenes for ${product.id}`)
  return choice
}
