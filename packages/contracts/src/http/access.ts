/** What a person (or API key) may do. Roles are named sets of these. */
export const permissions = [
  'insights.read',
  'conversations.read',
  'pii.reveal',
  'data.import',
  'data.manage',
  'analysis.manage',
  'people.manage',
  'workspace.manage',
  'audit.read',
] as const
export type Permission = (typeof permissions)[number]

export const roleIds = [
  'admin',
  'director',
  'manager',
  'supervisor',
  'inspector',
  'agent',
  'importer',
] as const
export type RoleId = (typeof roleIds)[number]

interface RoleDefinition {
  zh: string
  en: string
  permissions: readonly Permission[]
  /** Rows a holder sees: everything, the shops listed on the user, or only the agent accounts listed on the user. */
  rows: 'all' | 'shops' | 'self'
}

export const roles: Record<RoleId, RoleDefinition> = {
  admin: { zh: '管理员', en: 'Administrator', permissions, rows: 'all' },
  director: {
    zh: '总监',
    en: 'Director',
    permissions: ['insights.read', 'conversations.read', 'audit.read'],
    rows: 'all',
  },
  manager: {
    zh: '产品/运营/市场经理',
    en: 'Manager',
    permissions: ['insights.read', 'conversations.read', 'analysis.manage'],
    rows: 'shops',
  },
  supervisor: {
    zh: '客服主管',
    en: 'Service supervisor',
    permissions: ['insights.read', 'conversations.read', 'pii.reveal', 'data.import'],
    rows: 'shops',
  },
  inspector: {
    zh: '质检员',
    en: 'Inspector',
    permissions: ['insights.read', 'conversations.read'],
    rows: 'shops',
  },
  agent: { zh: '客服', en: 'Agent', permissions: ['insights.read', 'conversations.read'], rows: 'self' },
  importer: {
    zh: '数据接入员',
    en: 'Data engineer',
    permissions: ['insights.read', 'data.import', 'data.manage'],
    rows: 'all',
  },
}
