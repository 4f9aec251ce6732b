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

function endingAt(roles: readonly RoleWord[], end: number): RoleWord | null {
  let found: RoleWord | null = null
  for (const word of roles) {
    if (word.end !== end || !['negator', 'degree', 'filler', 'question'].includes(word.role)) continue
    if (found === null || word.start < found.start) found = word
  }
  return found
}

/** Walks left from an opinion word over degree words, fillers and negators. */
export function modifiersBefore(words: ClauseWords, start: number): Modifiers {
  const result: Modifiers = { negations: 0, degree: 0, start, reach: start }
  for (let word = endingAt(words.roles, start); word !== null; word = endingAt(words.roles, word.start)) {
    if (word.role === 'question') break
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
