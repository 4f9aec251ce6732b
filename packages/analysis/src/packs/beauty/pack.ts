import type { PackSource } from '@kesheng/contracts/analysis/pack'
export const beauty: PackSource = {
  id: 'beauty',
  version: 1,
  zh: '美妆护肤',
  en: 'Beauty and skin care',
  extends: ['base'],
  categories: [],
  aspects: [],
}
