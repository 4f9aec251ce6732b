import type { MessageKind, Role } from '@kesheng/contracts/facts/common'

/** System lines and bot lines that say a person takes over now (not that one could be asked for). */
const takenOver =
  /(?:正在|已经?|马上)?(?:为您|帮您|给您)?(?:转接?|接入|切换|分配)(?:至|到|给|了|成功)?.{0,8}(?:人工|客服)|(?:人工|客服).{0,12}(?:已接入|接入会话|为您服务|接待您|加入(?:了)?会话)/u
const offered = /回复|输入|点击|可以|如需|需要.{0,6}请|是否|要不要|稍后|排队|失败|[?？]/u

/** The moment a bot's conversation is handed to a person. */
export function isHandOver(message: { role: Role; kind: MessageKind; text: string }): boolean {
  if (message.role !== 'system' && message.role !== 'bot' && message.kind !== 'event') return false
  return takenOver.test(message.text) && !offered.test(message.text)
}
