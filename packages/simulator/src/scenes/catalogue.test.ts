import { describe, expect, it } from 'vitest'
import { buyerPhrases } from '../phrases/buyer.ts'
import { formsIn } from '../text/bank.ts'
import { faultKeys } from '../world/product.ts'
import { products } from '../world/products.ts'
import { shops } from '../world/shops.ts'
import { presaleChoice, sceneOf, scenes } from './catalogue.ts'

describe('scenes', () => {
  it('are many and have two-level paths', () => {
    expect(new Set(scenes.map((scene) => scene.path)).size).toBeGreaterThanOrEqual(35)
    for (const scene of scenes) expect(scene.path.split('/')).toHaveLength(2)
    expect(new Set(scenes.map((scene) => scene.id)).size).toBe(scenes.length)
  })

  it.each(scenes.map((scene) => [scene.id, scene] as const))('%s can be asked in twenty ways', (_, scene) => {
    expect(formsIn(scene.ask)).toBeGreaterThanOrEqual(20)
  })

  it.each(scenes.filter((scene) => scene.push.length > 0).map((scene) => [scene.id, scene] as const))(
    '%s has twenty objections and offers',
    (_, scene) => {
      expect(formsIn(scene.push)).toBeGreaterThanOrEqual(20)
      expect(formsIn(scene.fix)).toBeGreaterThanOrEqual(20)
    },
  )

  it('cover every stage, every fault and every product', () => {
    for (const stage of ['presale', 'insale', 'aftersale']) {
      expect(scenes.filter((scene) => scene.stage === stage).length).toBeGreaterThanOrEqual(9)
    }
    for (const key of faultKeys) expect(sceneOf(key).stage).toBe('aftersale')
    for (const product of products) {
      for (const shop of shops) expect(presaleChoice(product, shop, true).scenes.length).toBeGreaterThan(12)
    }
  })

  it('leave buyers twenty ways for what they say most', () => {
    for (const act of [
      'greet',
      'context',
      'ack',
      'thanks',
      'praise',
      'buy',
      'hesitate',
      'angry',
      'calm',
    ] as const) {
      expect(formsIn(buyerPhrases[act])).toBeGreaterThanOrEqual(20)
    }
  })
})
