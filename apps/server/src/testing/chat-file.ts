const asks = [
  '这款面霜敏感肌能用吗',
  '什么时候发货呀',
  '收到的瓶子漏了，太失望了',
  '有没有优惠券',
  '味道很好闻，还会再来',
]
const replies = [
  '您好，敏感肌建议先在耳后试用',
  '今天下单明天就能发出',
  '非常抱歉，马上为您补发',
  '满两百减二十，已为您领取',
  '谢谢您的喜欢',
]

interface ChatFileOptions {
  /** Start of the first conversation, epoch ms. */
  start?: number
  /** Milliseconds from one conversation to the next. */
  spacing?: number
}

/** A chat export of our own making: sessions of four messages with two shops. */
export function chatFile(conversations: number, options: ChatFileOptions = {}): string {
  const { start = Date.UTC(2026, 9, 1, 2), spacing = 600_000 } = options
  const lines = ['发送时间,店铺,买家,客服,角色,消息内容,会话ID']
  for (let index = 0; index < conversations; index += 1) {
    const shop = index % 2 === 0 ? '青禾旗舰店' : '青禾专营店'
    const buyer = `买家${index}`
    for (let turn = 0; turn < 4; turn += 1) {
      const role = turn % 2 === 0 ? '买家' : '客服'
      const text = (turn % 2 === 0 ? asks : replies)[(index + turn) % 5] ?? ''
      const time = new Date(start + index * spacing + turn * 20_000 + 8 * 3_600_000).toISOString()
      lines.push(
        [`${time.slice(0, 10)} ${time.slice(11, 19)}`, shop, buyer, '小禾', role, text, `s${index}`].join(
          ',',
        ),
      )
    }
  }
  return `${lines.join('\n')}\n`
}
