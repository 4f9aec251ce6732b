import { definePreset } from '../preset.ts'

export const jdComments = definePreset({
  id: 'jd-comments',
  kind: 'reviews',
  platform: 'jd',
  zh: '京东评价接口 comments',
  en: 'JD comments',
  signature: ['commentId', 'content', 'creationTime', ['score', 'skuid', 'skuName']],
  fields: {
    text: 'content',
    reviewedAt: 'creationTime',
    score: 'score',
    reviewId: 'commentId',
    orderId: 'orderId',
    productId: ['skuid', 'skuId'],
    productName: 'skuName',
    buyer: ['nickName', 'pin'],
    reply: ['replies.content', 'venderReply', 'reply'],
    repliedAt: ['replies.creationTime', 'replyTime'],
    imageCount: ['images', 'imageList'],
    appendText: ['afterUserComment.content', 'appendContent'],
    appendedAt: ['afterUserComment.created', 'appendTime'],
    shop: ['venderName', 'shopName'],
  },
})
