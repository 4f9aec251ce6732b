import type { Values } from '../../files/source-row.ts'
import { textOf } from '../../mapping/values.ts'
import { withoutSite } from '../../mapping/roles.ts'
import { listAt } from '../lines.ts'
import { definePreset, type Expanded } from '../preset.ts'

/** A seller's account has a sub-account part or a shop's name; the log is asked for from the seller's side otherwise. */
function sellerOf(from: string, to: string): string {
  const sellerLike = /:|旗舰店|专卖店|专营店|官方店|企业店/
  return sellerLike.test(to) && !sellerLike.test(from) ? to : from
}

function openMessages(row: Values): Expanded[] {
  const from = withoutSite(textOf(row['from_id']).trim())
  const to = withoutSite(textOf(row['to_id']).trim())
  const seller = sellerOf(from, to)
  const [shop = '', account = ''] = seller.split(/[:：]/)
  return listAt(row, ['msgs.msg', 'msgs.roaster', 'msgs']).map((message) => {
    const sender = textOf(message['direction']) === '1' ? to : from
    return {
      values: {
        ...message,
        sender,
        role: sender === seller ? 'agent' : 'buyer',
        agent: seller,
        shop: account === '' ? '' : shop,
        buyer: seller === from ? to : from,
      },
    }
  })
}

export const taobaoWangwangChatlog = definePreset({
  id: 'taobao-wangwang-chatlog',
  kind: 'chats',
  platform: 'taobao',
  zh: '淘宝旺旺聊天记录接口',
  en: 'Taobao Wangwang chat log',
  signature: ['from_id', 'to_id', ['msgs', 'msgs.msg', 'msgs.content', 'msgs.roaster']],
  fields: {
    text: 'content',
    sentAt: 'time',
    role: 'role',
    sender: 'sender',
    agent: 'agent',
    buyer: 'buyer',
    shop: 'shop',
    messageKind: { columns: ['type'], values: { '0': 'text', '1': 'image', '2': 'voice' } },
  },
  expand: () => openMessages,
})
