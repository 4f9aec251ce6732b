import type { PackSource } from '@kesheng/contracts/analysis/pack'

export const tests: NonNullable<PackSource['tests']> = [
  { text: '用了过敏，脸上又红又痒', opinions: ['beauty.allergy:-1', 'beauty.allergy:-1'] },
  { text: '很温和，敏感肌可用', opinions: ['beauty.allergy:1', 'beauty.allergy:1'] },
  { text: '会过敏吗', source: 'chat', productName: '玻尿酸精华液', opinions: [] },
  {
    text: '一点都不油腻，吸收也快',
    productName: '乳液',
    opinions: ['beauty.texture:1', 'beauty.absorption:1'],
  },
  {
    text: '洗完很柔顺，就是味道太浓',
    productName: '洗发水',
    opinions: ['beauty.hair-smooth:1', 'beauty.fragrance:-1'],
  },
  { text: '口红不沾杯，颜色显白', opinions: ['beauty.lip-stain:1', 'beauty.shade:1'] },
  { text: '泵头坏了，按不出来', productName: '洗面奶', opinions: ['beauty.bottle:-1', 'beauty.bottle:-1'] },
  { text: '没有卡粉', productName: '粉底液', opinions: ['beauty.cakey:1'] },
  { text: '用了两周长痘了', productName: '面霜', opinions: ['beauty.acne:-1'] },
]
