import { definePreset } from '../preset.ts'

export const taobaoTraderates = definePreset({
  id: 'taobao-traderates',
  kind: 'reviews',
  platform: 'taobao',
  zh: '淘宝评价接口 traderates',
  en: 'Taobao trade rates',
  signature: ['content', 'created', 'result', 'nick', ['tid', 'oid']],
  fields: {
    text: 'content',
    reviewedAt: 'created',
    rating: 'result',
    buyer: 'nick',
    reviewId: 'oid',
    orderId: 'tid',
    productId: 'num_iid',
    productName: 'item_title',
    reply: 'reply',
    shop: 'rated_nick',
  },
})

export const tmallFeeds = definePreset({
  id: 'tmall-feeds',
  kind: 'reviews',
  platform: 'tmall',
  zh: '天猫评价接口 feeds',
  en: 'Tmall review feeds',
  signature: [
    'content',
    'comment_time',
    ['append_content', 'has_negtv', 'tags.tag_name', 'tags.tag.tag_name'],
  ],
  fields: {
    text: 'content',
    reviewedAt: 'comment_time',
    appendText: 'append_content',
    appendedAt: 'append_time',
    tags: ['tags.tag_name', 'tags.tag.tag_name'],
    rating: { columns: ['has_negtv'], values: { true: 'bad', false: '' } },
    reviewId: ['id', 'comment_id', 'oid'],
    orderId: ['tid', 'trade_id', 'order_id'],
    productId: ['num_iid', 'item_id'],
    productName: ['item_title', 'title'],
    buyer: ['user_nick', 'nick', 'buyer_nick'],
  },
})
