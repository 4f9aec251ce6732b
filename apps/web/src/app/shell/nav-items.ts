import type { Permission } from '@kesheng/contracts/http/access'
import {
  ApiOutlined,
  AuditOutlined,
  BulbOutlined,
  CloudUploadOutlined,
  CommentOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  SettingOutlined,
  StarOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'

export interface NavItem {
  path: string
  label:
    | 'shell.overview'
    | 'shell.conversations'
    | 'shell.reviews'
    | 'shell.opinions'
    | 'shell.import'
    | 'shell.catalogue'
    | 'shell.people'
    | 'shell.workspace'
    | 'shell.apiKeys'
    | 'shell.audit'
  icon: ComponentType
  permission: Permission
  /** Second key after `g`. */
  key: string
}

export interface NavGroup {
  label: 'shell.data' | 'shell.settings' | null
  items: readonly NavItem[]
}

export const navGroups: readonly NavGroup[] = [
  {
    label: null,
    items: [
      { path: '/', label: 'shell.overview', icon: DashboardOutlined, permission: 'insights.read', key: 'o' },
      {
        path: '/conversations',
        label: 'shell.conversations',
        icon: CommentOutlined,
        permission: 'conversations.read',
        key: 'c',
      },
      {
        path: '/reviews',
        label: 'shell.reviews',
        icon: StarOutlined,
        permission: 'conversations.read',
        key: 'r',
      },
      {
        path: '/opinions',
        label: 'shell.opinions',
        icon: BulbOutlined,
        permission: 'insights.read',
        key: 'v',
      },
    ],
  },
  {
    label: 'shell.data',
    items: [
      {
        path: '/data/import',
        label: 'shell.import',
        icon: CloudUploadOutlined,
        permission: 'data.import',
        key: 'i',
      },
      {
        path: '/data/catalogue',
        label: 'shell.catalogue',
        icon: DatabaseOutlined,
        permission: 'insights.read',
        key: 'd',
      },
    ],
  },
  {
    label: 'shell.settings',
    items: [
      {
        path: '/settings/people',
        label: 'shell.people',
        icon: TeamOutlined,
        permission: 'people.manage',
        key: 'p',
      },
      {
        path: '/settings/workspace',
        label: 'shell.workspace',
        icon: SettingOutlined,
        permission: 'workspace.manage',
        key: 'w',
      },
      {
        path: '/settings/api-keys',
        label: 'shell.apiKeys',
        icon: ApiOutlined,
        permission: 'people.manage',
        key: 'k',
      },
      {
        path: '/settings/audit',
        label: 'shell.audit',
        icon: AuditOutlined,
        permission: 'audit.read',
        key: 'a',
      },
    ],
  },
]

/** The groups a person may see; a group without an entry goes away. */
export function allowedGroups(groups: readonly NavGroup[], held: readonly Permission[]): NavGroup[] {
  return groups
    .map((group) => ({ ...group, items: group.items.filter(({ permission }) => held.includes(permission)) }))
    .filter((group) => group.items.length > 0)
}

/** Where a person starts: the first entry they may open. */
export function homePath(held: readonly Permission[]): string {
  return allowedGroups(navGroups, held)[0]?.items[0]?.path ?? '/'
}
