import { conversationFact } from '@kesheng/contracts/facts/conversation'
import type { FactTable } from '@kesheng/contracts/facts/columns'
import type { Scope } from './scope.ts'
import { facts, select, sql, subquery, text, texts, type Select, type Sql } from './sql/nodes.ts'

/**
 * The one place where workspace and row scope enter a statement; the renderer calls it for every table that is read.
 * What cannot be tied to a reader's shops or agents is out of sight.
 */
export function scopeConditions(table: FactTable, scope: Scope): Sql[] {
  return [
    sql`tenant_id = ${text(scope.tenantId)}`,
    ...shopConditions(scope),
    ...agentConditions(table, scope),
  ]
}

function shopConditions({ shopIds }: Scope): Sql[] {
  if (shopIds === 'all') return []
  return [shopIds.length === 0 ? sql`false` : sql`shop_id IN ${texts(shopIds)}`]
}

function agentConditions(table: FactTable, scope: Scope): Sql[] {
  if (scope.agentIds === 'all') return []
  const tie = ties[table.noun]
  if (scope.agentIds.length === 0 || tie === undefined) return [sql`false`]
  return [tie(texts(scope.agentIds), scope)]
}

type Tie = (agents: Sql, scope: Scope) => Sql

const byAgent: Tie = (agents) => sql`agent_id IN ${agents}`
const byOrder: Tie = (_, scope) =>
  sql`order_id IN ${subquery(ownConversations(scope, sql`arrayJoin(order_ids)`))}`
const bySubject: Tie = (agents, scope) =>
  sql`(agent_id IN ${agents} OR subject_id IN ${subquery(ownConversations(scope, sql`conversation_id`))})`

/** How rows of a table hang on an agent. Tables not listed (reviews) belong to no agent: nothing is seen. */
const ties: Readonly<Record<string, Tie>> = {
  conversation: (agents) => sql`(agent_id IN ${agents} OR hasAny(agent_ids, ${agents}))`,
  message: (_, scope) => sql`conversation_id IN ${subquery(ownConversations(scope, sql`conversation_id`))}`,
  opinion: bySubject,
  tag_hit: bySubject,
  survey_answer: byAgent,
  agent_status: byAgent,
  operation_event: byAgent,
  order_line: byOrder,
  refund: byOrder,
}

function ownConversations(scope: Scope, value: Sql): Select {
  return select({ columns: [{ as: 'own', sql: value }], from: facts(conversationFact, scope) })
}
