import { parseTime } from '../../parse/time.ts'

/** One message of a transcript cell; the speaker is as written, '' when a line names none. */
export interface TranscriptLine {
  speaker: string
  text: string
  sentAt: number | null
}

const date = String.raw`(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?`
const clock = String.raw`(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2})?`
const stamp = String.raw`(?<stamp>(?:${date}[\sT]*)?${clock})`
const name = String.raw`(?<name>[^\s:：\[\]【】()（）][^:：\n]{0,39}?)`
/** `沐光旗舰店:小禾` is one name; of other names a colon is the end. */
const sub = String.raw`(?<name>[^\s:：\[\]【】()（）]*(?:店|商城|官方)[:：][^\s:：]{1,20}|[^\s:：\[\]【】()（）][^:：\n]{0,39}?)`

/** `2026-01-02 10:00:00 小美: 您好`, `[10:00:00] 小美：您好`, `10:00:00 小美` with the words below. */
const stampFirst = new RegExp(String.raw`^[\[【(（]?${stamp}[\]】)）]?\s+${sub}\s*(?:[:：]\s*(?<text>.*))?$`)
/** `张三 10:01:22` or `张三(2026-01-02 10:01:22)：您好`. */
const stampAfter = new RegExp(
  String.raw`^${sub}\s*[\[【(（]?\s*${stamp}\s*[\]】)）]?\s*[:：]?\s*(?<text>.*)$`,
)
/** `买家：您好`. */
const nameOnly = new RegExp(String.raw`^[\[【]?${name}[\]】]?\s*[:：]\s*(?<text>.*)$`)
const dateLine = new RegExp(String.raw`^[\s\-—=*]*(?<date>${date})(?:\s*星期.)?[\s\-—=*]*$`)

export interface TranscriptContext {
  timezone: string
  now: number
  /** Start of the conversation, gives the day of times without one. */
  startedAt: number | null
  /** True for names that are a party of the row or a word for a role. */
  knows: (name: string) => boolean
}

const halfDay = 12 * 3_600_000
const wholeDay = 24 * 3_600_000

/** Gives times without a date the day of what came before; a clock that jumps back passes midnight. */
class Clock {
  private last: number | null
  private readonly context: TranscriptContext

  constructor(context: TranscriptContext) {
    this.context = context
    this.last = context.startedAt
  }

  startDay(text: string): void {
    this.last = parseTime(text, this.context.timezone, this.context.now) ?? this.last
  }

  read(text: string): number | null {
    const { timezone, now } = this.context
    const full = /^\d{4}/.test(text) ? parseTime(text, timezone, now) : null
    if (full !== null) return (this.last = full)
    if (this.last === null) return null
    const day = new Date(this.last).toLocaleDateString('sv-SE', { timeZone: timezone })
    const onDay = parseTime(`${day} ${text}`, timezone, now)
    if (onDay === null) return null
    return (this.last = this.last - onDay > halfDay ? onDay + wholeDay : onDay)
  }
}

/** Names that stand before a colon often enough to be speakers: known ones, or the same name at least twice. */
function speakersOf(lines: readonly string[], knows: (name: string) => boolean): Set<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const found = nameOnly.exec(line)?.groups?.['name']?.trim()
    if (found === undefined || found.length > 20 || /https?$/.test(found)) continue
    counts.set(found, (counts.get(found) ?? 0) + 1)
  }
  return new Set(
    [...counts].filter(([speaker, times]) => times > 1 || knows(speaker)).map(([speaker]) => speaker),
  )
}

/**
 * Reads a transcript cell. Lines that begin no message belong to the one above; date lines set the day.
 */
export function parseTranscript(text: string, context: TranscriptContext): TranscriptLine[] {
  const lines = text.split(/\r?\n|\r|<br\s*\/?>/i).map((line) => line.trim())
  const speakers = speakersOf(lines, context.knows)
  const clockOf = new Clock(context)
  const messages: TranscriptLine[] = []
  for (const line of lines) {
    if (line === '') continue
    const day = dateLine.exec(line)?.groups?.['date']
    if (day !== undefined) {
      clockOf.startDay(day)
      continue
    }
    const begun = beginMessage(line, speakers, clockOf)
    const last = messages.at(-1)
    if (begun !== null) messages.push(begun)
    else if (last !== undefined) last.text = last.text === '' ? line : `${last.text}\n${line}`
    else messages.push({ speaker: '', text: line, sentAt: null })
  }
  return messages.filter((message) => message.text !== '')
}

function beginMessage(line: string, speakers: ReadonlySet<string>, clockOf: Clock): TranscriptLine | null {
  const stamped = (stampFirst.exec(line) ?? stampAfter.exec(line))?.groups
  if (stamped !== undefined) {
    const speaker = (stamped['name'] ?? '').replace(/[:：]$/, '').trim()
    return { speaker, text: (stamped['text'] ?? '').trim(), sentAt: clockOf.read(stamped['stamp'] ?? '') }
  }
  const named = nameOnly.exec(line)?.groups
  const speaker = named?.['name']?.trim() ?? ''
  return speakers.has(speaker) ? { speaker, text: (named?.['text'] ?? '').trim(), sentAt: null } : null
}
