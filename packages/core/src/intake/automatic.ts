import type { ChatRecord } from '@kesheng/contracts/intake/records'

/** Marks that platforms and assistants put before machine-written replies. */
const machinePrefix =
  /^[[【(（<《]?\s*(?:自动回复|智能回复|系统自动回复|机器人(?:回复)?|智能客服|系统消息|auto[- ]?reply)\s*[\]】)）>》:：]/iu

/**
 * Written by a machine: out of every response figure. The source's own word counts first; then the role, then the
 * mark in front of the text.
 */
export function isAutomatic(record: Pick<ChatRecord, 'automatic' | 'role' | 'text'>): boolean {
  if (record.role === 'buyer') return false
  if (record.automatic !== undefined) return record.automatic || record.role === 'bot'
  return record.role !== 'agent' || machinePrefix.test(record.text)
}
