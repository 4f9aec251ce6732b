import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type {
  ChatRecord,
  IntakeRecord,
  RejectReason,
  SurveyAnswerRecord,
} from '@kesheng/contracts/intake/records'
import { IdentityCache } from '../identity/identity-cache.ts'
import { contentId } from '../identity/ids.ts'
import { SessionBuyers } from '../identity/session-buyers.ts'
import { newTally, tallyReject, type RowTally } from './counts.ts'
import { isDamaged } from './damaged-text.ts'
import { Occurrences } from './occurrences.ts'
import { emptyRowSets, type RowResult, type RowSet, type RowSets } from './row-sets.ts'
import type { RowContext, RowMemory } from './row-context.ts'
import { chatRow } from './rows/chat-row.ts'
import { operationRow, statusRow } from './rows/operation-row.ts'
import { orderRow } from './rows/order-row.ts'
import { refundRow } from './rows/refund-row.ts'
import { reviewRow } from './rows/review-row.ts'
import { ratingRow, surveyRow, type RowAnswers } from './rows/survey-row.ts'

/** Rows of a batch. `owners[set][i]` is the index of the source row that row `i` of the set came from. */
export interface MappedBatch {
  rows: RowSets
  owners: Record<RowSet, number[]>
  /** One a source row, in order. */
  tallies: RowTally[]
  rejects: RejectReason[]
}

export function newRowMemory(tenantId: string): RowMemory {
  return {
    identities: new IdentityCache(tenantId),
    occurrences: new Occurrences(),
    sessionBuyers: new SessionBuyers(),
  }
}

const noOwners = (): Record<RowSet, number[]> => ({
  messages: [],
  reviews: [],
  surveyAnswers: [],
  orderLines: [],
  refunds: [],
  agentStatuses: [],
  operationEvents: [],
})

const chatContent = (record: ChatRecord): string => `${record.role}${record.sentAt ?? ''}${record.text}`

/**
 * A row that holds a whole conversation but names no session is a session of its own: known by its content when it
 * has times (so an overlapping export finds it again), else by its place in the file.
 */
function sessionOfRow(records: readonly IntakeRecord[], line: number, context: RowContext): string {
  if (context.kind !== 'conversations') return ''
  const chats = records.filter((record) => record.kind === 'chats')
  const timed = chats.some((record) => record.sentAt !== null)
  const place = timed ? [] : [context.fileIdentity, line]
  return `row-${contentId('transcript', ...place, ...chats.map(chatContent)).slice(0, 18)}`
}

const answerContent = (record: SurveyAnswerRecord): string =>
  [record.questionId, record.score ?? '', record.choice ?? '', record.text ?? ''].join('=')

/** Answers of one source row in one text, and how many such rows there were: counted once for the whole row. */
function answersOf(records: readonly IntakeRecord[], memory: RowMemory): RowAnswers {
  const content = records
    .filter((record) => record.kind === 'survey-answers')
    .map(answerContent)
    .join('\n')
  let occurrence: number | undefined
  return {
    content,
    occurrence: (group, at) => (occurrence ??= memory.occurrences.next(group, at, content)),
  }
}

/** What the records of one source row share. */
interface RowShare {
  line: number
  session: () => string
  answers: () => RowAnswers
}

const once = <T>(make: () => T): (() => T) => {
  let value: T | undefined
  return () => (value ??= make())
}

class BatchMapper {
  readonly batch: MappedBatch = { rows: emptyRowSets(), owners: noOwners(), tallies: [], rejects: [] }
  private readonly context: RowContext
  private readonly memory: RowMemory
  /** Problems of the present row that are listed already: what all its parts lack is said once. */
  private told = new Set<string>()

  constructor(context: RowContext, memory: RowMemory) {
    this.context = context
    this.memory = memory
  }

  add(outcome: RowOutcome): void {
    const tally = this.tallyOf(outcome)
    if (outcome.flags?.unknownRole) tally.unknownRole = true
    if (outcome.flags?.mojibake) tally.mojibake = true
    if ('reject' in outcome) {
      this.refuse(outcome.reject, tally)
      return
    }
    const { records, line } = outcome
    const share: RowShare = {
      line,
      session: once(() => sessionOfRow(records, line, this.context)),
      answers: once(() => answersOf(records, this.memory)),
    }
    for (const record of records) this.addRecord(record, share, tally)
  }

  private tallyOf(outcome: RowOutcome): RowTally {
    const last = this.batch.tallies.at(-1)
    if (outcome.sameRow === true && last !== undefined) return last
    const tally = newTally()
    this.batch.tallies.push(tally)
    this.told.clear()
    return tally
  }

  private refuse(reason: RejectReason, tally: RowTally): void {
    tallyReject(tally, reason.reason)
    const problem = `${reason.field}\u001f${reason.reason}\u001f${reason.value}`
    if (this.told.has(problem)) return
    this.told.add(problem)
    this.batch.rejects.push(reason)
  }

  private addRecord(record: IntakeRecord, share: RowShare, tally: RowTally): void {
    const { context, memory } = this
    const { line } = share
    switch (record.kind) {
      case 'chats': {
        const session = record.sessionId || share.session()
        return this.keep('messages', chatRow(record, line, session, context, memory), tally)
      }
      case 'reviews':
        return this.keep('reviews', reviewRow(record, line, context, memory), tally)
      case 'orders':
        return this.keep('orderLines', orderRow(record, line, context, memory), tally)
      case 'refunds':
        return this.keep('refunds', refundRow(record, line, context, memory), tally)
      case 'survey-answers':
        return this.keep('surveyAnswers', surveyRow(record, line, share.answers(), context, memory), tally)
      case 'agent-ratings':
        return this.keep('surveyAnswers', ratingRow(record, line, context, memory), tally)
      case 'agent-status':
        return this.keep('agentStatuses', statusRow(record, line, context), tally)
      case 'operation-events':
        return this.keep('operationEvents', operationRow(record, line, context), tally)
    }
  }

  private keep<S extends RowSet>(set: S, result: RowResult<RowSets[S][number]>, tally: RowTally): void {
    if ('reject' in result) {
      this.refuse(result.reject, tally)
      return
    }
    const { row } = result
    if (row.timeAssumed) tally.assumedTime = true
    if ('text' in row && isDamaged(row.text)) tally.mojibake = true
    tally.kept++
    ;(this.batch.rows[set] as RowSets[S][number][]).push(row)
    this.batch.owners[set].push(this.batch.tallies.length - 1)
  }
}

/**
 * Turns what a connector read into rows: checks, identifies, masks and seals. Pure but for `memory`, which carries
 * recent identities and repeats from batch to batch of one file.
 */
export function toRows(outcomes: readonly RowOutcome[], context: RowContext, memory: RowMemory): MappedBatch {
  const mapper = new BatchMapper(context, memory)
  if (context.kind === 'chats') memory.sessionBuyers.learn(outcomes)
  for (const outcome of outcomes) mapper.add(outcome)
  return mapper.batch
}
