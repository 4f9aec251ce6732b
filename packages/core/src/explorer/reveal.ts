import type { EvidenceSubject } from '@kesheng/contracts/metrics/query'
import type { Permission } from '@kesheng/contracts/http/access'
import type { Scope } from '../access/scope.ts'
import { sql } from '../access/sql/nodes.ts'
import { notAllowed, notFound } from '../errors/errors.ts'
import type { FactStore } from '../facts/ports.ts'
import type { PeopleRepository } from '../people/ports.ts'
import type { Sealer } from '../workspace/ports.ts'
import { subjects } from '../metrics/subjects.ts'
import type { Reading, ReadingContext } from './ports.ts'
import { findRefs, loadRows } from './refs.ts'

export type OriginalKind = 'message' | 'review' | 'survey-answer'

export interface RevealPorts {
  readonly facts: Pick<FactStore, 'query'>
  readonly people: Pick<PeopleRepository, 'audit'>
  readonly sealer: Pick<Sealer, 'open'>
  readonly randomId: () => string
}

export interface RevealRequest {
  readonly kind: OriginalKind
  readonly id: string
  /** Why the reader needs it; kept in the audit log. */
  readonly reason: string
  readonly actor: string
  readonly permissions: readonly Permission[]
}

const subjectOf: Readonly<Record<OriginalKind, EvidenceSubject>> = {
  message: 'message',
  review: 'review',
  'survey-answer': 'surveyAnswer',
}

interface Original {
  id: string
  words: string
  sealed: string
}

/**
 * The unmasked original of a text. In this order: the permission, the reader's scope, the audit entry, and only then
 * is the seal opened; an original nobody signed for is never in memory.
 */
export async function reveal(
  ports: RevealPorts,
  request: RevealRequest,
  scope: Scope,
  context: ReadingContext,
): Promise<{ text: string }> {
  if (!request.permissions.includes('pii.reveal')) {
    throw notAllowed({ message: { zh: '您没有查看原文的权限', en: 'You may not see unmasked originals' } })
  }
  const { kind, id, reason, actor } = request
  const found = await readOriginal({ facts: ports.facts, scope, context }, kind, id)
  const entry = { tenantId: scope.tenantId, at: context.now, actor, action: 'original.reveal' }
  await ports.people.audit({ ...entry, id: ports.randomId(), target: `${kind}/${id}`, detail: { reason } })
  // An empty seal means that nothing in the text was masked.
  return { text: found.sealed === '' ? found.words : ports.sealer.open(found.sealed) }
}

async function readOriginal(reading: Reading, kind: OriginalKind, id: string): Promise<Original> {
  const subject = subjectOf[kind]
  const refs = await findRefs(reading, subject, id)
  const { id: column } = subjects[subject]
  const columns = [
    { as: 'id', sql: sql`toString(${column})` },
    { as: 'words', sql: sql`text` },
    { as: 'sealed', sql: sql`sealed_text` },
  ]
  const [original] = await loadRows<Original>(reading, { subject, columns, id: 'id' }, refs)
  if (original) return original
  throw notFound({
    message: { zh: '没有这条内容，或不在您的可见范围内', en: 'No such text, or not in your scope' },
  })
}
