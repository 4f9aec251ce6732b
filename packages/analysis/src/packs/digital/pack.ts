import type { PackSource } from '@kesheng/contracts/analysis/pack'
export const digital: PackSource = {
  id: 'digital',
  version: 1,
  zh: '数码家电',
  en: 'Electronics and appliances',
  extends: ['base'],
  categories: [],
  aspects: [],
}
