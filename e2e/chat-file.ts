/** A chat export of today with one sentence that stands nowhere else; GB18030 is what many exports really are in. */
export const uniqueWords = '青苔色礼盒压扁漏液'

const minutesAgo = (minutes: number) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(Date.now() - minutes * 60_000)

/** One row a message: four good rows and one without a time. */
export function chatFile(): string {
  const rows = [
    ['会话ID', '时间', '角色', '买家', '客服', '内容'],
    ['E2E-1', minutesAgo(9), '买家', '测试买家甲', '小周', `收到了，${uniqueWords}，包装太差了`],
    ['E2E-1', minutesAgo(8), '客服', '测试买家甲', '小周', '亲，非常抱歉，这边马上给您补发'],
    ['E2E-1', minutesAgo(7), '买家', '测试买家甲', '小周', '电话13912345678，尽快吧'],
    ['E2E-1', minutesAgo(6), '客服', '测试买家甲', '小周', '好的，已登记'],
    ['E2E-1', '', '买家', '测试买家甲', '小周', '这一行没有时间'],
  ]
  return rows.map((row) => row.join(',')).join('\n')
}
