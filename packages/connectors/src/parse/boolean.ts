const yes = new Set(['1', 'true', 'yes', 'y', 't', '是', '√', '✓', '有', '已', '对', 'on'])
const no = new Set(['0', 'false', 'no', 'n', 'f', '否', '×', '✗', '没有', '未', '不是', 'off', '-1'])

export function parseBoolean(text: string): boolean | null {
  const folded = text.trim().toLowerCase()
  if (yes.has(folded)) return true
  return no.has(folded) ? false : null
}
