import type { Mapping } from '@kesheng/contracts/intake/mapping'
import type { IntakeRecord } from '@kesheng/contracts/intake/records'
import type { Values } from '../files/source-row.ts'
import { compileFields } from './compile.ts'
import { chatBuilder } from './kinds/chats.ts'
import { conversationBuilder } from './kinds/conversations.ts'
import { operationEventBuilder } from './kinds/events.ts'
import { orderBuilder, refundBuilder } from './kinds/orders.ts'
import { reviewBuilder } from './kinds/reviews.ts'
import { agentRatingBuilder, agentStatusBuilder } from './kinds/service.ts'
import { surveyBuilder } from './kinds/surveys.ts'
import type { RowContext } from './row-context.ts'

export type RecordBuilder = (row: Values, context: RowContext) => IntakeRecord[]

/** Makes the function that turns flat rows into records of the mapping's kind. */
export function recordBuilder(mapping: Mapping, columns: readonly string[], now: number): RecordBuilder {
  const fields = compileFields(mapping, columns, now)
  switch (mapping.kind) {
    case 'chats':
      return chatBuilder(fields)
    case 'conversations':
      return conversationBuilder(fields)
    case 'reviews':
      return reviewBuilder(fields)
    case 'orders':
      return orderBuilder(fields)
    case 'refunds':
      return refundBuilder(fields)
    case 'survey-answers':
      return surveyBuilder(fields, columns)
    case 'agent-ratings':
      return agentRatingBuilder(fields)
    case 'agent-status':
      return agentStatusBuilder(fields)
    case 'operation-events':
      return operationEventBuilder(fields, columns)
  }
}
