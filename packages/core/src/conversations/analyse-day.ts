import { conversationFact } from '@kesheng/contracts/facts/conversation'
import { messageFact } from '@kesheng/contracts/facts/message'
import { opinionFact, tagHitFact } from '@kesheng/contracts/facts/opinion'
import type { FactStore } from '../facts/ports.ts'
import type { ImportRepository } from '../intake/ports.ts'
import { analysisJobId } from '../intake/analysis-job-id.ts'
import type { AnalyseDayJob } from '../queue/ports.ts'
import type { WorkspaceRepository } from '../workspace/ports.ts'
import { settingsOf } from '../workspace/default-settings.ts'
import type { AnalyzerFor, AnalyzerPool } from './analyzer-pool.ts'
import { attributeEarlier, withAttribution } from './attribute.ts'
import { analyzerInput, buildFacts, type ChatFacts } from './build-facts.ts'
import type { LogSession } from './conversation-row.ts'
import type { RangeLock } from './range-lock.ts'
import { readSessions, type ThreadRange } from './read-sessions.ts'
import { addTombstones, storedConversations } from './stored-facts.ts'

export interface AnalyseDayPorts {
  facts: FactStore
  imports: Pick<ImportRepository, 'analysisDone'>
  workspaces: Pick<WorkspaceRepository, 'tenant'>
  analyzerFor: AnalyzerFor
  lock: RangeLock
  /** Epoch ms. */
  clock: () => number
}

/** Sessions handed to the analyzer at once: enough to feed a pool, little enough to keep memory flat. */
const sessionsPerCall = 500

async function analyse(
  analyzer: AnalyzerPool,
  sessions: readonly LogSession[],
  version: number,
): Promise<ChatFacts> {
  const facts: ChatFacts = { messages: [], conversations: [], opinions: [], tagHits: [] }
  for (let start = 0; start < sessions.length; start += sessionsPerCall) {
    const slice = sessions.slice(start, start + sessionsPerCall)
    const analyses = await analyzer.conversations(slice.map(analyzerInput))
    const part = buildFacts(slice, analyses, { analyzer: analyzer.id, version })
    for (const row of part.messages) facts.messages.push(row)
    for (const row of part.conversations) facts.conversations.push(row)
    for (const row of part.opinions) facts.opinions.push(row)
    for (const row of part.tagHits) facts.tagHits.push(row)
  }
  return facts
}

/** Conversations go last: while they are not there, a repeated attempt sees what the broken one left. */
async function store(facts: FactStore, produced: ChatFacts, jobId: string): Promise<void> {
  const token = (table: string): string => `analyse:${jobId}:${table}`
  const { messages, opinions, tagHits, conversations } = produced
  if (messages.length > 0) await facts.insert(messageFact, messages, token('message'))
  if (opinions.length > 0) await facts.insert(opinionFact, opinions, token('opinion'))
  if (tagHits.length > 0) await facts.insert(tagHitFact, tagHits, token('tag_hit'))
  if (conversations.length > 0) await facts.insert(conversationFact, conversations, token('conversation'))
}

/**
 * Analyses the conversations that start on the job's day within its bucket range (or threads) and puts their facts
 * in place of what stood there. May be repeated at will: ids come from the content, versions rise, and what is not
 * produced any more is taken out. The version is the time before the log was read, so of two overlapping runs the
 * one that saw more of the log wins, whichever writes last.
 */
export async function analyseDay(
  ports: AnalyseDayPorts,
  job: AnalyseDayJob,
  jobId: string,
): Promise<{ messages: number; conversations: number; opinions: number }> {
  const settings = await settingsOf(ports.workspaces, job.tenantId)
  const analyzer = await ports.analyzerFor(settings.packs)
  const range: ThreadRange = {
    tenantId: job.tenantId,
    day: job.day,
    bucketFrom: job.bucketFrom,
    bucketTo: job.bucketTo,
    ...(job.threadIds === undefined ? {} : { threadIds: job.threadIds }),
  }
  const produced = await ports.lock.withLock(range, async () => {
    const stored = await storedConversations(ports.facts, range)
    const version = stored.reduce((latest, row) => Math.max(latest, row.version + 1), ports.clock())
    const sessions = await readSessions(ports.facts, range, { gapMinutes: settings.sessionGapMinutes })
    const analysed = await analyse(analyzer, sessions, version)
    const conversations = await withAttribution(ports.facts, analysed.conversations, range, settings)
    const all = await addTombstones(ports.facts, range, { ...analysed, conversations }, stored, version)
    await store(ports.facts, all, jobId)
    return { ...analysed, conversations }
  })
  await attributeEarlier(ports, produced.conversations, range, settings)
  if (job.importId !== undefined)
    await ports.imports.analysisDone(job.importId, analysisJobId('analyse-day', job), ports.clock())
  const { messages, conversations, opinions } = produced
  return { messages: messages.length, conversations: conversations.length, opinions: opinions.length }
}
