import { applianceProducts } from './products-appliance.ts'
import { beautyProducts } from './products-beauty.ts'
import type { Product } from './product.ts'

export const products: readonly Product[] = [...beautyProducts, ...applianceProducts]

export function productOf(id: string): Product {
  const product = products.find((candidate) => candidate.id === id)
  if (product === undefined) throw new Error(`no product ${id}`)
  return product
}
