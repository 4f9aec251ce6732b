/** Replacement signs, C1 controls (UTF-8 read as Latin-1) and the classic GBK read of replacement signs. */
const damage = /[\uFFFD\u0080-\u0084\u0086-\u009F]|锟斤拷|烫烫烫/gu
const anyDamage = new RegExp(damage.source, 'u')

/** Some of the text was lost to an encoding accident. */
export function isDamaged(text: string): boolean {
  return anyDamage.test(text)
}

/** So much was lost that nobody can read it: at least 30 % of the characters. */
export function isUnreadable(text: string): boolean {
  if (!anyDamage.test(text)) return false
  const damaged = (text.match(damage) ?? []).join('').length
  return damaged >= text.length * 0.3
}
