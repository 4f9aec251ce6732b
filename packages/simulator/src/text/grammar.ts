import type { Situation } from '../dialogue/situation.ts'
import type { Random } from '../random/random.ts'

/**
 * Phrase notation, compiled once when a module loads:
 * `[a|b|]` one of the alternatives (may nest, may be empty) · `<slot>` a value of the situation ·
 * `//` next message of a burst · a trailing `?` marks a question, punctuated in the writer's own way.
 */
export type Slot = (situation: Situation) => string
export type SlotLookup = (name: string) => Slot

export type Node = string | Slot | Choice
interface Choice {
  readonly options: readonly (readonly Node[])[]
}

export interface Line {
  /** With commas, and with spaces for people who do not punctuate. */
  readonly punctuated: readonly Node[]
  readonly loose: readonly Node[]
  readonly question: boolean
}

export interface Phrase {
  readonly lines: readonly Line[]
  /** How many different texts it can make, a slot counted as one. */
  readonly forms: number
  /** Facts it speaks of: only for products that have them. */
  readonly needs: readonly string[]
}

export function compile(source: string, slotOf: SlotLookup): Phrase {
  const lines: Line[] = []
  let forms = 1
  for (const part of source.split('//')) {
    const text = part.trim()
    const question = text.endsWith('?')
    const body = question ? text.slice(0, -1) : text
    const punctuated = parse(body, slotOf)
    lines.push({ punctuated, loose: parse(body.replaceAll('，', ' '), slotOf), question })
    forms *= formsOf(punctuated)
  }
  const needs = [...source.matchAll(/<fact:(\w+)>/g)].map((match) => match[1] ?? '')
  return { lines, forms, needs }
}

interface Reader {
  readonly source: string
  readonly slotOf: SlotLookup
  at: number
}

function parse(source: string, slotOf: SlotLookup): Node[] {
  const reader: Reader = { source, slotOf, at: 0 }
  const nodes = parseSequence(reader, false)
  if (reader.at < source.length) throw new Error(`unbalanced phrase: ${source}`)
  return nodes
}

function parseSequence(reader: Reader, inside: boolean): Node[] {
  const nodes: Node[] = []
  let start = reader.at
  const flush = (): void => {
    if (reader.at > start) nodes.push(reader.source.slice(start, reader.at))
  }
  while (reader.at < reader.source.length) {
    const character = reader.source[reader.at]
    if (character === ']' || (inside && character === '|')) break
    if (character !== '[' && character !== '<') {
      reader.at++
      continue
    }
    flush()
    nodes.push(character === '[' ? parseChoice(reader) : parseSlot(reader))
    start = reader.at
  }
  flush()
  return nodes
}

function parseSlot(reader: Reader): Slot {
  const end = reader.source.indexOf('>', reader.at)
  if (end < 0) throw new Error(`unclosed slot: ${reader.source}`)
  const slot = reader.slotOf(reader.source.slice(reader.at + 1, end))
  reader.at = end + 1
  return slot
}

function parseChoice(reader: Reader): Choice {
  const options: Node[][] = []
  do {
    reader.at++
    options.push(parseSequence(reader, true))
  } while (reader.source[reader.at] === '|')
  if (reader.source[reader.at] !== ']') throw new Error(`unclosed choice: ${reader.source}`)
  reader.at++
  return { options }
}

function formsOf(nodes: readonly Node[]): number {
  let forms = 1
  for (const node of nodes) {
    if (typeof node === 'object') forms *= node.options.reduce((sum, option) => sum + formsOf(option), 0)
  }
  return forms
}

/** The text of one line. */
export function expand(nodes: readonly Node[], situation: Situation, random: Random): string {
  let text = ''
  for (const node of nodes) {
    if (typeof node === 'string') text += node
    else if (typeof node === 'function') text += node(situation)
    else text += expand(random.pick(node.options), situation, random)
  }
  return text
}

/** A phrase as one punctuated text: reviews, product facts, survey answers. */
export function join(phrase: Phrase, situation: Situation, random: Random): string {
  let text = ''
  for (const line of phrase.lines) {
    if (text !== '') text += '，'
    text += expand(line.punctuated, situation, random)
  }
  return text
}
