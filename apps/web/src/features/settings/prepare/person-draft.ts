import { roles, type RoleId } from '@kesheng/contracts/http/access'
import type { User } from '@kesheng/contracts/http/people.routes'

/** What the form of a person holds while it is being filled in. */
export interface PersonDraft {
  name: string
  email: string
  role: RoleId
  shopIds: string[]
  agentIds: string[]
}

export const newPerson: PersonDraft = { name: '', email: '', role: 'inspector', shopIds: [], agentIds: [] }

export function draftOf({ name, email, role, shopIds, agentIds }: User): PersonDraft {
  return { name, email, role, shopIds, agentIds }
}

/** What is sent: only the scope the role has, so a changed role leaves no stale rows behind. */
export function cleanDraft(draft: PersonDraft): PersonDraft {
  const { rows } = roles[draft.role]
  return {
    ...draft,
    name: draft.name.trim(),
    email: draft.email.trim(),
    shopIds: rows === 'shops' ? draft.shopIds : [],
    agentIds: rows === 'self' ? draft.agentIds : [],
  }
}

/** How much a person sees: everything, a number of shops or accounts, or nothing yet. */
export type Reach = { kind: 'all' } | { kind: 'shops' | 'agents'; count: number } | { kind: 'none' }

export function reachOf(user: Pick<User, 'role' | 'shopIds' | 'agentIds'>): Reach {
  const { rows } = roles[user.role]
  if (rows === 'all') return { kind: 'all' }
  const count = rows === 'shops' ? user.shopIds.length : user.agentIds.length
  if (count === 0) return { kind: 'none' }
  return { kind: rows === 'shops' ? 'shops' : 'agents', count }
}
