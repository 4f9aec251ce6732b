import type { values as source } from '../zh/values.ts'
import type { Translated } from '../translated.ts'

export const values: Translated<typeof source> = {
  platform: {
    taobao: 'Taobao',
    tmall: 'Tmall',
    jd: 'JD',
    douyin: 'Douyin',
    pinduoduo: 'Pinduoduo',
    kuaishou: 'Kuaishou',
    xiaohongshu: 'Xiaohongshu',
    wecom: 'WeCom',
    website: 'Website',
    phone: 'Phone',
    survey: 'Survey',
    other: 'Other',
  },
  sentiment: { positive: 'Positive', neutral: 'Neutral', negative: 'Negative' },
  polarity: {
    '1': 'Positive',
    '0': 'Neutral',
    '-1': 'Negative',
    positive: 'Positive',
    neutral: 'Neutral',
    negative: 'Negative',
  },
  channel: { im: 'live chat', phone: 'phone', wecom: 'WeCom', review: 'reviews', survey: 'surveys' },
  stage: { presale: 'Pre-sale', insale: 'In-sale', aftersale: 'After-sale' },
  dimension: {
    product: 'Product',
    service: 'Service',
    logistics: 'Logistics',
    aftersales: 'After-sales',
    activity: 'Promotion',
  },
  rating: { good: 'Good', neutral: 'Fair', bad: 'Bad' },
  purchaseIntent: { high: 'High intent', hesitating: 'Hesitating', lost: 'Lost' },
  role: { buyer: 'Buyer', agent: 'Agent', bot: 'Bot', system: 'System' },
  subjectKind: { conversation: 'Conversation', review: 'Review', survey: 'Survey' },
  ownership: { own: 'Own brand', competitor: 'Competitor', category: 'Same category' },
  decidedBy: { rule: 'Rule', model: 'Model', llm: 'LLM', source: 'Source' },
}
