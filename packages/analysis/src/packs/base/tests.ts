import type { PackSource } from '@kesheng/contracts/analysis/pack'

/** Sentences of our own; the pack is refused when one of them reads differently. */
export const tests: NonNullable<PackSource['tests']> = [
  {
    text: '物流特别快，第二天就到了',
    opinions: ['logistics.delivery-speed:1', 'logistics.delivery-speed:1'],
  },
  { text: '包装太差', opinions: ['product.packaging:-1'] },
  { text: '质量不是很好', opinions: ['product.quality:-1'] },
  { text: '质量真不错', opinions: ['product.quality:1'] },
  { text: '客服态度好，回复也快', opinions: ['service.attitude:1', 'service.response-speed:1'] },
  { text: '如果质量好的话我会再来', opinions: [] },
  { text: '价格不低', opinions: ['activity.price:-1'] },
  { text: '性价比很高', opinions: ['activity.value:1'] },
  { text: '特别喜欢这个颜色', opinions: ['product.color:1'] },
  { text: '别人家的质量好', opinions: [] },
  { text: '快递小哥态度很好', opinions: ['logistics.courier:1'] },
  { text: '刚买就降价，不给退差价', opinions: ['activity.price-drop:-1', 'aftersales.price-protection:-1'] },
  { text: '会掉色吗', source: 'chat', opinions: [] },
  { text: '什么时候发货', source: 'chat', intents: ['催发货'], scenes: ['售中/催发货'], opinions: [] },
  { text: '我要开专票，抬头怎么填', source: 'chat', intents: ['开发票'], scenes: ['售后/发票'] },
  { text: '地址写错了，帮我改一下地址', source: 'chat', intents: ['改地址'], scenes: ['售中/改地址'] },
]
