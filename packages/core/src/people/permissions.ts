import { roles, type Permission, type RoleId } from '@kesheng/contracts/http/access'
import { notAllowed } from '../errors/errors.ts'
import type { UserRecord } from './ports.ts'

export function may(role: RoleId, permission: Permission): boolean {
  return roles[role].permissions.includes(permission)
}

/** Refuses people whose role lacks the permission, and API keys that were not given it. */
export function requirePermission(held: readonly Permission[], permission: Permission): void {
  if (held.includes(permission)) return
  throw notAllowed({
    message: { zh: `没有“${permission}”权限`, en: `Permission ${permission} is missing` },
    remedy: { zh: '请管理员在“用户与角色”里调整', en: 'Ask an administrator to change your role' },
  })
}

/** True when the change would leave the workspace without an active administrator. */
export function losesLastAdmin(
  users: readonly UserRecord[],
  userId: string,
  next: { role: RoleId; active: boolean },
): boolean {
  const staysAdmin = next.active && next.role === 'admin'
  const others = users.some((user) => user.id !== userId && user.active && user.role === 'admin')
  const isAdmin = users.some((user) => user.id === userId && user.active && user.role === 'admin')
  return isAdmin && !staysAdmin && !others
}
