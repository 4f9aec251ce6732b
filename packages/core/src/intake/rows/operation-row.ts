import type { AgentStatusRow, OperationEventRow } from '@kesheng/contracts/facts/operation'
import type { AgentStatusRecord, OperationEventRecord } from '@kesheng/contracts/intake/records'
import { bucketOf, contentId } from '../../identity/ids.ts'
import { dayOf } from '../../time/days.ts'
import { reject } from '../rejects.ts'
import type { RowContext } from '../row-context.ts'
import type { RowResult } from '../row-sets.ts'
import { rowTime, sideTime } from '../row-time.ts'
import { lineageOf, placeOf } from './common.ts'

/** A row without a time is known by its place in the file. */
const momentOf = (time: { at: number; assumed: boolean }, context: RowContext, line: number): string =>
  time.assumed ? `${context.fileIdentity}:${line}` : String(time.at)

export function statusRow(
  record: AgentStatusRecord,
  line: number,
  context: RowContext,
): RowResult<AgentStatusRow> {
  if (!record.agent) return { reject: reject(line, 'agent', record.agent, 'missing_value') }
  const time = rowTime(record.changedAt, context, line)
  if ('problem' in time) return { reject: reject(line, 'changedAt', record.changedAt, time.problem) }
  const { platform, shopId, agentId } = placeOf(record, context)
  const { tenantId } = context
  return {
    row: {
      tenantId,
      day: dayOf(time.at),
      bucket: bucketOf(contentId('agent', tenantId, agentId)),
      changedAt: time.at,
      statusId: contentId('status', tenantId, agentId, momentOf(time, context, line), record.status),
      timeAssumed: time.assumed,
      platform,
      shopId,
      agentId,
      status: record.status,
      ...lineageOf(context, line),
    },
  }
}

export function operationRow(
  record: OperationEventRecord,
  line: number,
  context: RowContext,
): RowResult<OperationEventRow> {
  if (!record.eventType) return { reject: reject(line, 'eventType', record.eventType, 'missing_value') }
  const time = rowTime(record.occurredAt, context, line)
  if ('problem' in time) return { reject: reject(line, 'occurredAt', record.occurredAt, time.problem) }
  const { platform, shopId, agentId } = placeOf(record, context)
  const { tenantId } = context
  const content = [record.eventType, record.name, agentId, record.productId ?? '']
  const eventId = record.eventId
    ? contentId('event', tenantId, shopId, 'id', record.eventType, record.eventId)
    : contentId('event', tenantId, shopId, 'at', momentOf(time, context, line), ...content)
  return {
    row: {
      tenantId,
      day: dayOf(time.at),
      bucket: bucketOf(eventId),
      occurredAt: time.at,
      eventId,
      timeAssumed: time.assumed,
      eventType: record.eventType,
      name: record.name,
      platform,
      shopId,
      agentId,
      productId: record.productId ?? '',
      phase: record.phase ?? '',
      endsAt: sideTime(record.endsAt),
      value: record.value !== undefined && Number.isFinite(record.value) ? record.value : null,
      attributes: record.attributes === undefined ? '' : JSON.stringify(record.attributes),
      ...lineageOf(context, line),
    },
  }
}
