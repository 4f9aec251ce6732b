import type { RejectReason } from '@kesheng/contracts/intake/records'

/** What a person can do about each reason; one sentence a code, so that screens and files say the same. */
const remedies = {
  missing_time:
    '这一行没有时间：请映射时间列；整个文件都没有时间时，用 --default-time（导入页“默认时间”）给一个',
  bad_time: '时间早于 2000 年或无法识别：请检查时间列和它的格式、单位（秒或毫秒）',
  future_date: '时间在未来（超过现在一天以上）：请检查时间列、时区或年份',
  unknown_role: '看不出是买家还是客服：请映射“发送方角色”列并为它的每个取值选择角色',
  empty_text: '没有内容：请映射内容列；确实是空行时可以忽略',
  empty_answer: '这道题没有分数、选项或文字：请检查题目列，未作答时可以忽略',
  missing_value: '缺少必填的值：请映射这一列或补上后重新导入',
  bad_number: '数值不合理：请检查这一列的单位和映射',
  mojibake: '文字已损坏（乱码），无法还原：请用原来的编码重新导出后再导入',
  duplicated_id: '同一编号出现了两次而内容不同：请核对编号列；订单请映射子订单号',
} as const

export type RejectCode = keyof typeof remedies

/** Long values say no more than their beginning. */
const longestValue = 200

/** A time that was read but cannot be right is shown as a time. */
function readable(value: string | number, reason: RejectCode): string {
  const isTime = reason === 'future_date' || reason === 'bad_time'
  return isTime && typeof value === 'number' && Math.abs(value) <= 8.64e15
    ? new Date(value).toISOString()
    : String(value)
}

export function reject(
  line: number,
  field: string,
  value: string | number | null | undefined,
  reason: RejectCode,
): RejectReason {
  const text = value === undefined || value === null ? '' : readable(value, reason)
  return { line, field, value: text.slice(0, longestValue), reason, remedy: remedies[reason] }
}
