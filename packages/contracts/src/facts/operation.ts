import { defineFact, type Row } from './columns.ts'
import { lineage, versioning } from './common.ts'

/** An agent went on line, off line or paused. */
export const agentStatusFact = defineFact(
  'agent_status',
  {
    tenantId: 'key',
    day: 'day',
    bucket: 'uint8',
    changedAt: 'time',
    statusId: 'id',
    timeAssumed: 'flag',
    platform: 'key',
    shopId: 'key',
    agentId: 'key',
    /** online | offline | paused | resumed */
    status: 'key',
    ...lineage,
    ...versioning,
  },
  { orderBy: ['tenantId', 'day', 'bucket', 'agentId', 'statusId'], partitionBy: 'day' },
)

/** Something that happened in the business: a promotion phase, a price change, a campaign, a visit count. */
export const operationEventFact = defineFact(
  'operation_event',
  {
    tenantId: 'key',
    day: 'day',
    bucket: 'uint8',
    occurredAt: 'time',
    eventId: 'id',
    timeAssumed: 'flag',
    eventType: 'key',
    name: 'text',
    platform: 'key',
    shopId: 'key',
    agentId: 'key',
    productId: 'text',
    /** Promotion phase: 预热 | 预售 | 第一波 | 第二波 | 返场 | '' */
    phase: 'key',
    endsAt: 'time?',
    value: 'float64?',
    /** Remaining source columns as JSON. */
    attributes: 'text',
    ...lineage,
    ...versioning,
  },
  { orderBy: ['tenantId', 'day', 'bucket', 'eventId'], partitionBy: 'day' },
)

export type AgentStatusRow = Row<typeof agentStatusFact.columns>
export type OperationEventRow = Row<typeof operationEventFact.columns>
