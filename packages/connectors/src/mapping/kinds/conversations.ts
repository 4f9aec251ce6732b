import type { Role } from '@kesheng/contracts/facts/common'
import type { ChatRecord } from '@kesheng/contracts/intake/records'
import type { Values } from '../../files/source-row.ts'
import { mendText } from '../../parse/mojibake.ts'
import { messageKindNamed } from '../../parse/message.ts'
import { parseTime } from '../../parse/time.ts'
import { type Fields, textReaders } from '../compile.ts'
import { roleNamed, roleOfSender } from '../roles.ts'
import { fail, type RowContext } from '../row-context.ts'
import { isObject, textOf } from '../values.ts'
import { describeMessage, withPrefix } from './chats.ts'
import { parseTranscript } from './transcript.ts'

/** One message before its side is settled. */
interface Utterance {
  speaker: string
  role: Role | undefined
  text: string
  sentAt: number | null
  kindName: string
  messageId: string
}

const textKeys = ['text', 'content', 'utterance', 'message', 'msg', 'sentence', '内容', '消息']
const speakerKeys = ['role', 'speaker', 'side', 'sender', 'from', 'name', '角色', '发送方', '发送人']
const timeKeys = [
  'ts',
  'time',
  'timestamp',
  'sent_at',
  'sentAt',
  'created_at',
  'createdAt',
  'datetime',
  '时间',
]
const kindKeys = ['kind', 'type', 'msgtype', 'message_type']
const idKeys = ['message_id', 'messageId', 'msgid', 'msg_id', 'id']

const firstOf = (turn: Values, keys: readonly string[]): string => {
  for (const key of keys) {
    const value = turn[key]
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
  }
  return ''
}

/** Turns as a list, or as the text of one in a table cell. */
function turnsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'string' || !/^\s*\[/.test(value)) return []
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}

/** What the row says about the whole conversation. */
interface Setting {
  agent: string
  buyer: string
  shop: string
  startedAt: number | null
  repliedAt: number | null
}

/** With exactly two speakers one known side gives the other; with none known the one who opens is taken for the buyer. */
function settleRoles(utterances: readonly Utterance[], setting: Setting, context: RowContext): void {
  const roles = new Map<string, Role>()
  for (const { speaker, role } of utterances) {
    const known =
      role ??
      roleOfSender({ sender: speaker, agent: setting.agent, buyer: setting.buyer, shop: setting.shop })
    if (known !== undefined) roles.set(speaker, known)
  }
  const people = [...new Set(utterances.map(({ speaker }) => speaker))]
  const unknown = people.filter((speaker) => !roles.has(speaker))
  const humans = people.filter((speaker) => ['buyer', 'agent', undefined].includes(roles.get(speaker)))
  const [first, second] = humans
  if (unknown.length > 0 && humans.length === 2 && first !== undefined && second !== undefined) {
    const other = roles.get(first) ?? roles.get(second)
    const given: Role = other === undefined ? 'buyer' : other === 'agent' ? 'buyer' : 'agent'
    roles.set(unknown[0] as string, given)
    if (unknown.length === 2) {
      roles.set(unknown[1] as string, 'agent')
      context.flags.unknownRole = true
    }
  }
  for (const utterance of utterances) utterance.role = roles.get(utterance.speaker)
}

const sessionTexts = [
  'sessionId',
  'platform',
  'shop',
  'buyer',
  'channel',
  'productId',
  'productName',
  'orderId',
] as const

/** Records of rows that are one conversation each: turns, a transcript, or only begin, reply and end. */
export function conversationBuilder(fields: Fields): (row: Values, context: RowContext) => ChatRecord[] {
  const { timezone } = fields.mapping
  const turns = fields.raw('turns')
  const transcript = fields.freeText('transcript')
  const times = {
    startedAt: fields.time('startedAt'),
    repliedAt: fields.time('repliedAt'),
    endedAt: fields.time('endedAt'),
  }
  const agent = fields.text('agent')
  const shared = textReaders(fields, sessionTexts)

  const readTurn = (turn: unknown, position: number, context: RowContext): Utterance | null => {
    if (typeof turn === 'string')
      return { speaker: '', role: undefined, text: turn.trim(), sentAt: null, kindName: '', messageId: '' }
    if (!isObject(turn)) return null
    const speaker = firstOf(turn, speakerKeys)
    const time = firstOf(turn, timeKeys)
    const sentAt = time === '' ? null : parseTime(time, timezone, fields.now)
    if (time !== '' && sentAt === null) {
      fail(context, `turns[${position}].time`, time, 'bad_time')
      return null
    }
    const written = firstOf(turn, textKeys)
    const kindName = firstOf(turn, kindKeys)
    if (written === '' && typeof turn['token_ids'] === 'string') {
      fail(context, `turns[${position}].text`, turn['token_ids'], 'unreadable_text')
      return null
    }
    const mended = mendText(written)
    if (mended.damaged) context.flags.mojibake = true
    return {
      speaker,
      role: roleNamed(speaker),
      text: mended.text,
      sentAt,
      kindName,
      messageId: firstOf(turn, idKeys),
    }
  }

  const utterancesOf = (row: Values, setting: Setting, context: RowContext): Utterance[] => {
    const listed = turnsOf(turns(row))
    const objects = listed.filter((turn) => typeof turn !== 'string')
    if (objects.length > 0) return listed.flatMap((turn, position) => readTurn(turn, position, context) ?? [])
    const written = listed.length > 0 ? listed.map(textOf).join('\n') : transcript(row, context)
    const knows = (name: string): boolean =>
      roleNamed(name) !== undefined || [setting.agent, setting.buyer, setting.shop].includes(name)
    const known = { timezone, now: fields.now, startedAt: setting.startedAt, knows }
    return parseTranscript(written, known).map((line) => ({
      ...line,
      role: undefined,
      kindName: '',
      messageId: '',
    }))
  }

  return (row, context) => {
    const base: Partial<ChatRecord> = shared(row)
    const setting: Setting = {
      agent: agent(row),
      buyer: base.buyer ?? '',
      shop: base.shop ?? '',
      startedAt: times.startedAt(row, context),
      repliedAt: times.repliedAt(row, context),
    }
    const endedAt = times.endedAt(row, context)
    const utterances = utterancesOf(row, setting, context)
    settleRoles(utterances, setting, context)
    const records = utterances.flatMap((utterance, position) => {
      const record = messageOf(utterance, position, setting, context)
      return record === null ? [] : [{ ...base, ...record }]
    })
    const settled = inferTimes(records, setting)
    if (settled.length > 0 || utterances.length > 0 || context.problems.length > 0) return settled
    const marks = sessionMarks({ ...setting, endedAt }, base)
    if (marks.length === 0) fail(context, 'transcript', '', 'missing_text')
    return marks
  }
}

function messageOf(
  utterance: Utterance,
  position: number,
  setting: Setting,
  context: RowContext,
): ChatRecord | null {
  const described = describeMessage(utterance.text, messageKindNamed(utterance.kindName))
  if (described === null) {
    fail(context, `turns[${position}].text`, '', 'missing_text')
    return null
  }
  if (utterance.role === undefined) {
    fail(context, `turns[${position}].role`, utterance.speaker, 'unknown_role')
    return null
  }
  const { role, automatic } = withPrefix(utterance.text, utterance.role)
  const isName = utterance.speaker !== '' && roleNamed(utterance.speaker) === undefined
  const agentName = isName && role === 'agent' ? utterance.speaker : setting.agent
  return {
    kind: 'chats',
    role,
    ...described,
    sentAt: utterance.sentAt,
    ordinal: position,
    ...(utterance.messageId === '' ? {} : { messageId: utterance.messageId }),
    ...(agentName === '' ? {} : { agent: agentName }),
    ...(isName && role === 'buyer' && setting.buyer === '' ? { buyer: utterance.speaker } : {}),
    ...(automatic ? { automatic } : {}),
  }
}

/**
 * When no message has a time and the row has a start, messages take the start, from the first answer on the time of
 * the first reply; they are marked as assumed, so no response time is made of them.
 */
function inferTimes(records: ChatRecord[], setting: Setting): ChatRecord[] {
  const buyer = records.find((record) => record.buyer !== undefined)?.buyer
  const named =
    buyer === undefined ? records : records.map((record) => ({ ...record, buyer: record.buyer ?? buyer }))
  if (setting.startedAt === null || named.some((record) => record.sentAt !== null)) return named
  const reply = named.findIndex((record) => record.role === 'agent')
  return named.map((record, at) => ({
    ...record,
    sentAt: setting.repliedAt !== null && reply !== -1 && at >= reply ? setting.repliedAt : setting.startedAt,
    timeAssumed: true,
  }))
}

/** A session list has no words: begin, first reply and end become events of the session. */
function sessionMarks(times: Setting & { endedAt: number | null }, base: Partial<ChatRecord>): ChatRecord[] {
  const marks: [string, number | null][] = [
    ['会话开始', times.startedAt],
    ['首次回复', times.repliedAt],
    ['会话结束', times.endedAt],
  ]
  return marks.flatMap(([text, sentAt], ordinal) =>
    sentAt === null
      ? []
      : [
          {
            ...base,
            ...(times.agent === '' ? {} : { agent: times.agent }),
            kind: 'chats' as const,
            role: 'system' as const,
            messageKind: 'event' as const,
            text,
            sentAt,
            ordinal,
          },
        ],
  )
}
