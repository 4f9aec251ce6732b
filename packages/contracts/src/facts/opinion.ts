import { defineFact, type Row } from './columns.ts'
import { lineage, versioning } from './common.ts'

/** What text a derived fact is about. */
const subject = {
  tenantId: 'key',
  day: 'day',
  bucket: 'uint8',
  occurredAt: 'time',
  /** conversation | review | survey */
  subjectKind: 'key',
  /** conversationId, reviewId or responseId. */
  subjectId: 'id',
  /** The row whose text holds the span: messageId, reviewId or answerId. */
  textId: 'id',
  platform: 'key',
  shopId: 'key',
  agentId: 'key',
  buyerId: 'id',
  productId: 'text',
  productName: 'text',
  stage: 'key',
  scene: 'key',
  /** Who said it: buyer for reviews and surveys. */
  role: 'key',
} as const

/** The exact words that decided, and who decided. Offsets: UTF-16 units of the stored (masked) text, end exclusive. */
const evidence = {
  start: 'uint32',
  end: 'uint32',
  quote: 'text',
  confidence: 'float32',
  /** rule | model | llm */
  decidedBy: 'key',
  /** Pack or model with version, e.g. `base@1`. */
  decider: 'key',
} as const

/** One mention of a three-level opinion. */
export const opinionFact = defineFact(
  'opinion',
  {
    ...subject,
    opinionId: 'id',
    /** product | service | logistics | aftersales | activity */
    dimension: 'key',
    /** Responsible department, from the pack. */
    department: 'key',
    level1: 'key',
    level2: 'key',
    level3: 'key',
    aspectId: 'key',
    /** −1, 0, 1 */
    polarity: 'int8',
    /** 1 mild … 3 strong */
    strength: 'uint8',
    ...evidence,
    ...lineage,
    ...versioning,
  },
  { orderBy: ['tenantId', 'day', 'bucket', 'subjectId', 'opinionId'], partitionBy: 'day' },
)

/** One intent or scene found in a text. */
export const tagHitFact = defineFact(
  'tag_hit',
  {
    ...subject,
    hitId: 'id',
    /** intent | scene */
    tagKind: 'key',
    tagId: 'key',
    ...evidence,
    ...lineage,
    ...versioning,
  },
  { orderBy: ['tenantId', 'day', 'bucket', 'subjectId', 'hitId'], partitionBy: 'day' },
)

export type OpinionRow = Row<typeof opinionFact.columns>
export type TagHitRow = Row<typeof tagHitFact.columns>
