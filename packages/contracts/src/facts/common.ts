/** Who a source's rows belong to. Only `own` counts in the brand's figures unless a query asks for others (A6). */
export const ownerships = ['own', 'competitor', 'category'] as const
export type Ownership = (typeof ownerships)[number]

export const platforms = [
  'taobao',
  'tmall',
  'jd',
  'douyin',
  'pinduoduo',
  'kuaishou',
  'xiaohongshu',
  'wecom',
  'website',
  'phone',
  'survey',
  'other',
] as const
export type Platform = (typeof platforms)[number]

export const roles = ['buyer', 'agent', 'bot', 'system'] as const
export type Role = (typeof roles)[number]

export const messageKinds = ['text', 'image', 'card', 'voice', 'video', 'file', 'recall', 'event'] as const
export type MessageKind = (typeof messageKinds)[number]

export const sentiments = ['positive', 'neutral', 'negative'] as const
export type Sentiment = (typeof sentiments)[number]

export const stages = ['presale', 'insale', 'aftersale'] as const
export type Stage = (typeof stages)[number]

/** Who decided a derived fact. */
export const deciders = ['rule', 'model', 'llm', 'source'] as const
export type DecidedBy = (typeof deciders)[number]

/** Where a row came from: every fact can be led back to a file line or an intake batch. */
export const lineage = {
  ownership: 'key',
  /** Source (data catalogue entry) id. */
  sourceId: 'key',
  /** Import or intake batch id. */
  importId: 'id',
  /** 1-based line or row number in the file; position in the batch for intake. */
  line: 'uint32',
} as const

/** The greatest version of a key wins (ReplacingMergeTree); `deleted` rows vanish from reads. */
export const versioning = { version: 'uint64', deleted: 'flag' } as const

/**
 * PII found in a text and replaced by masks. Offsets are UTF-16 units into the masked text. `sealedText` is the
 * encrypted original, empty when nothing was masked.
 */
export const masking = {
  sealedText: 'text',
  maskStarts: 'uint32s',
  maskEnds: 'uint32s',
  maskKinds: 'keys',
} as const
