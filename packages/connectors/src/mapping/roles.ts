import type { Role } from '@kesheng/contracts/facts/common'

const roleWords: Readonly<Record<Role, readonly string[]>> = {
  buyer:
    '买家 顾客 客户 用户 消费者 访客 会员 咨询者 来访者 买方 客人 buyer customer user visitor client contact consumer guest incoming inbound human customerservicebuyer'.split(
      ' ',
    ),
  agent:
    '客服 商家 卖家 店铺 店家 人工 人工客服 坐席 座席 员工 卖方 商户 接待客服 售前 售后 agent seller waiter staff merchant shop service server outgoing outbound assistant operator kefu cs'.split(
      ' ',
    ),
  bot: '机器人 智能客服 智能助手 店小蜜 自动回复 robot bot chatbot ai template agentbot'.split(' '),
  system: '系统 系统消息 系统通知 通知 平台 system notice notification activity event platform'.split(' '),
}

const byWord = new Map<string, Role>(
  (Object.keys(roleWords) as Role[]).flatMap((role) => roleWords[role].map((word) => [word, role] as const)),
)

/** Role that a word of the source names; undefined when it names none. */
export function roleNamed(word: string): Role | undefined {
  return byWord.get(word) ?? (word.length > 24 ? undefined : byWrittenWord(word))
}

function byWrittenWord(word: string): Role | undefined {
  return byWord.get(
    word
      .trim()
      .toLowerCase()
      .replace(/[\s_-]/g, '')
      .replace(/(?:发送|消息|端|方)$/, ''),
  )
}

export interface Party {
  sender: string
  receiver?: string
  agent: string
  buyer: string
  shop: string
}

const shopLike = /旗舰店|专卖店|专营店|官方店|企业店|自营店|客服|售前|售后|小二|^cntaobao.+:/
const botLike = /机器人|智能客服|店小蜜|^bot$|robot/i
const systemLike = /^系统|系统消息|system$/i

/** `cntaobao店铺:小美` → `店铺:小美`. */
export const withoutSite = (name: string): string => name.replace(/^cn(?:taobao|alichn|tmall)/, '')

const sameName = (a: string, b: string): boolean => withoutSite(a) === withoutSite(b)

/**
 * Which side a sender is on: the named parties of the row first, then the shop's main account and its sub-accounts
 * (`店铺:小美`), then how the name is written. When the shop or the agent is known, everybody else is the buyer.
 */
export function roleOfSender(party: Party): Role | undefined {
  const { sender, agent, buyer, shop } = party
  if (sender === '') return undefined
  if (botLike.test(sender)) return 'bot'
  if (agent !== '' && sameName(sender, agent)) return 'agent'
  if (buyer !== '' && sameName(sender, buyer)) return 'buyer'
  const account = withoutSite(sender)
  if (shop !== '' && (account === shop || account.startsWith(`${shop}:`) || account.startsWith(`${shop}：`)))
    return 'agent'
  const named = roleNamed(sender)
  if (named !== undefined) return named
  if (systemLike.test(sender)) return 'system'
  if (shopLike.test(sender) || /^[^:：]{2,30}[:：][^:：]{1,20}$/.test(account)) return 'agent'
  return shop !== '' || agent !== '' ? 'buyer' : undefined
}

/**
 * Which side sent a row: the sender's own; else the opposite of the receiver's; else, when no sender is named, the
 * only side whose column is filled.
 */
export function roleOfParties(party: Party): Role | undefined {
  const known = roleOfSender(party)
  if (known !== undefined) return known
  if (party.sender !== '') {
    const other = roleOfSender({ ...party, sender: party.receiver ?? '' })
    if (other === 'agent' || other === 'bot') return 'buyer'
    return other === 'buyer' || party.buyer !== '' ? 'agent' : undefined
  }
  if (party.agent !== '' && party.buyer === '') return 'agent'
  return party.buyer !== '' && party.agent === '' ? 'buyer' : undefined
}
