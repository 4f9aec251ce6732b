import type { ClauseWords, RoleWord } from './clause-words.ts'

/** What stands directly before an opinion word: 并不是很 + 好. */
export interface Modifiers {
  negations: number
  /** Sum of degree changes. */
  degree: number
  /** Where the modifiers begin. */
  start: number
  /** The same with fillers (都, 做得) counted in. */
  reach: number
}

const modifying = new Set<RoleWord['role']>(['negator', 'degree', 'filler', 'question', 'rhetorical'])

function endingAt(roles: readonly RoleWord[], end: number): RoleWord | null {
  let found: RoleWord | null = null
  for (const word of roles) {
    if (word.end !== end || !modifying.has(word.role)) continue
    if (found === null || word.start < found.start) found = word
  }
  return found
}

/** 好慢 is very slow, but in 质量好包装差 the 好 belongs to what stands before it. */
function strengthens(words: ClauseWords, degree: RoleWord, word: { start: number; end: number }): boolean {
  if (degree.end - degree.start > 1 || word.end - word.start <= 2) return true
  return !words.opinions.some(({ start, end }) => start === degree.start && end === degree.end)
}

/** Walks left from an opinion word over degree words, fillers and negators. */
export function modifiersBefore(words: ClauseWords, opinion: { start: number; end: number }): Modifiers {
  const { start } = opinion
  const result: Modifiers = { negations: 0, degree: 0, start, reach: start }
  for (let word = endingAt(words.roles, start); word !== null; word = endingAt(words.roles, word.start)) {
    if (word.role === 'question' || (word.role === 'degree' && !strengthens(words, word, opinion))) break
    if (word.role === 'negator') result.negations += 1
    if (word.role === 'degree') result.degree += word.value
    if (word.role !== 'filler') result.start = word.start
    result.reach = word.start
  }
  return result
}

/** Degree words behind: 慢死了, 好得很. */
export function degreeBehind(text: string, end: number): number {
  return /^(?:死了|得很|得不行|极了|爆了|到爆|透了|得要死|坏了|死|疯了)/.test(text.slice(end, end + 3))
    ? 1
    : 0
}
