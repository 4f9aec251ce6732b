import type { ClauseWords } from './clause-words.ts'

/** How a clause is meant. Only `stated` clauses give opinions. */
export type Stance = 'stated' | 'asked' | 'hypothetical' | 'comparison' | 'elsewhere' | 'uncertain'

/** 好吧, 没有: answers, not questions. */
const answer = /^(?:好|行|可以|是|没有|算了|就这样)?吧$|^(?:还)?没有$|^(?:好|行)呗$/
/** 充不进电了怎么办 states the fault and asks for help. */
const helpWanted = /.{3}(?:怎么办|咋办|怎么回事|什么意思|怎么解决)[啊呀呢]?$/
const closingParticle = /(?:吗|么|嘛|没有|不|没|否|呢)$/
/** Also inside longer words (怎么弄). */
const asking =
  /(.)[不没]\1|有没有|是不是|会不会|能不能|可不可以|要不要|好不好|怎么|怎样|如何|为什么|为啥|多少|哪个|哪里|什么时候|多久/
/** These carry on into the next clause of the sentence: 如果不好用，就退货. */
/** 原来用的那个，不太好用. */
const another = /原来用|之前用|以前用|原先|别家|隔壁|那个牌子/
const conditional = /如果|要是|假如|万一|若是|的话$/

/**
 * In a chat most things said about goods are questions (会过敏吗). In a review 什么 and 多少 rarely ask, so there
 * it takes a question mark or a closing particle.
 */
function isAsked(text: string, words: ClauseWords, chat: boolean): boolean {
  if (words.roles.some(({ role }) => role === 'rhetorical')) return false
  const body = text.slice(words.start, words.end)
  if (helpWanted.test(body)) return false
  if (chat && /(?:了没|了没有|没有|吧|呗)$/.test(body)) return !answer.test(body)
  if (/(?:吗|么)$/.test(body) && !/(?:什么|这么|那么|怎么)$/.test(body)) return true
  const marked = words.roles.some(({ role, nested }) => role === 'question' && !nested)
  if (words.asked) return chat || marked || closingParticle.test(body)
  return chat && (marked || asking.test(body))
}

export function stanceOf(text: string, words: ClauseWords, chat: boolean): Stance {
  if (isAsked(text, words, chat)) return 'asked'
  for (const { role, nested } of words.roles) {
    if (nested) continue
    if (role === 'hypothetical' || role === 'comparison' || role === 'elsewhere' || role === 'uncertain')
      return role
  }
  return 'stated'
}

/** Stances of all clauses; a condition and another thing also cover the clause that follows from them. */
export function stances(text: string, clauses: readonly ClauseWords[], chat: boolean): Stance[] {
  const found = clauses.map((words) => stanceOf(text, words, chat))
  clauses.forEach((words, index) => {
    if (words.final || found[index + 1] !== 'stated') return
    const body = text.slice(words.start, words.end)
    if (found[index] === 'hypothetical' && conditional.test(body)) found[index + 1] = 'hypothetical'
    if (found[index] === 'elsewhere' && words.opinions.length === 0 && another.test(body))
      found[index + 1] = 'elsewhere'
  })
  return found
}
