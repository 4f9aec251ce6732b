import type { Analyzer, MessageAnalysis, OpinionHit, TextAnalysis } from '@kesheng/analysis/engine/types'
import type { MessageLogRow } from '@kesheng/contracts/facts/message'
import type { ChatRecord } from '@kesheng/contracts/intake/records'
import { inThisThread, type AnalyzerPool } from '../conversations/analyzer-pool.ts'
import { defaultSettings } from '../workspace/default-settings.ts'
import type { Tenant } from '../workspace/ports.ts'
import type { RowContext } from '../intake/row-context.ts'

export const sampleNow = Date.UTC(2026, 2, 10)
export const tenantId = 'tenant-a'
export const importId = '00000000-0000-8000-8000-000000000001'

/** Turns `seal` into something a test can read. */
export const plainSealer = { seal: (text: string) => `sealed(${text})` }

export const workspaces = {
  tenant: (id: string): Promise<Tenant> =>
    Promise.resolve({ id, settings: defaultSettings('Test'), demo: false, createdAt: 0 }),
}

export function sampleContext(change: Partial<RowContext> = {}): RowContext {
  return {
    tenantId,
    sourceId: 'source-1',
    importId,
    kind: 'chats',
    wide: false,
    ownership: 'own',
    platform: 'tmall',
    shop: '旗舰店',
    defaultTime: null,
    fileIdentity: '',
    now: sampleNow,
    sealer: plainSealer,
    ...change,
  }
}

export function chat(change: Partial<ChatRecord> = {}): ChatRecord {
  return {
    kind: 'chats',
    role: 'buyer',
    messageKind: 'text',
    text: '这款还有货吗',
    buyer: '小鱼',
    agent: '小美',
    sentAt: Date.UTC(2026, 2, 1, 2, 0, 7),
    ordinal: 0,
    ...change,
  }
}

function opinionsIn(text: string): OpinionHit[] {
  return [...text.matchAll(/坏/gu)].map((match) => ({
    aspectId: 'quality',
    dimension: 'product',
    department: '品控',
    level1: '质量',
    level2: '做工',
    level3: '易坏',
    polarity: -1,
    strength: 2,
    start: match.index,
    end: match.index + 1,
    quote: '坏',
    confidence: 1,
    decidedBy: 'rule',
    decider: 'sample@1',
  }))
}

function analyzeText(text: string): TextAnalysis {
  const opinions = opinionsIn(text)
  const bad = opinions.length > 0
  return {
    sentiment: bad ? 'negative' : 'neutral',
    sentimentScore: bad ? -1 : 0,
    sentimentConfidence: 1,
    sentimentDecider: 'sample@1',
    intents: [],
    opinions,
  }
}

/** Finds 「坏」 and nothing else: enough to follow an opinion through the services. */
export function sampleAnalyzer(id = 'sample@1'): Analyzer {
  return {
    id,
    analyzeText: ({ text }) => analyzeText(text),
    analyzeConversation: ({ messages }) => {
      const analysed = messages.map(({ text, role }): MessageAnalysis => ({
        ...analyzeText(role === 'buyer' ? text : ''),
        stage: 'presale',
      }))
      const worst = Math.min(0, ...analysed.map((message) => message.sentimentScore))
      return {
        messages: analysed,
        sentiment: worst < 0 ? 'negative' : 'neutral',
        sentimentScore: worst,
        sentimentOpening: 0,
        sentimentClosing: worst,
        scenes: [],
        scene: '',
        stage: 'presale',
        intents: [],
        purchaseIntent: '',
      }
    },
  }
}

export const samplePool = (id?: string): AnalyzerPool => inThisThread(sampleAnalyzer(id))

let serial = 0
/** A row of the message log. */
export function logRow(change: Partial<MessageLogRow> = {}): MessageLogRow {
  serial++
  const sentAt = change.sentAt ?? Date.UTC(2026, 2, 1, 2, 0, 0)
  return {
    tenantId,
    day: Math.floor(sentAt / 86_400_000),
    bucket: 10,
    threadId: '0a000000-0000-8000-8000-0000000000aa',
    sentAt,
    messageId: `00000000-0000-8000-8000-${serial.toString(16).padStart(12, '0')}`,
    timeAssumed: false,
    platform: 'tmall',
    shopId: 'tmall/旗舰店',
    channel: '',
    agentId: 'tmall/旗舰店:小美',
    buyerId: '0a000000-0000-8000-8000-0000000000bb',
    buyerName: '小鱼',
    role: 'buyer',
    kind: 'text',
    automatic: false,
    text: '这款还有货吗',
    sealedText: '',
    maskStarts: [],
    maskEnds: [],
    maskKinds: [],
    sessionKey: '',
    ordinal: 0,
    productId: '',
    productName: '',
    orderIds: [],
    ownership: 'own',
    sourceId: 'source-1',
    importId,
    line: serial,
    version: 1,
    deleted: false,
    ...change,
  }
}
