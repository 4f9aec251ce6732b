import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from './app-route.tsx'

export const peopleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/people',
  staticData: { title: 'shell.people', permission: 'people.manage' },
  component: lazyRouteComponent(() => import('../../features/settings/people/people-page.tsx'), 'PeoplePage'),
})

export const workspaceRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/workspace',
  staticData: { title: 'shell.workspace', permission: 'workspace.manage' },
  component: lazyRouteComponent(
    () => import('../../features/settings/workspace/workspace-page.tsx'),
    'WorkspacePage',
  ),
})

export const apiKeysRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/api-keys',
  staticData: { title: 'shell.apiKeys', permission: 'people.manage' },
  component: lazyRouteComponent(
    () => import('../../features/settings/api-keys/api-keys-page.tsx'),
    'ApiKeysPage',
  ),
})

export const auditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/audit',
  staticData: { title: 'shell.audit', permission: 'audit.read' },
  component: lazyRouteComponent(() => import('../../features/settings/audit/audit-page.tsx'), 'AuditPage'),
})
