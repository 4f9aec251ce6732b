import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from './app-route.tsx'

export const importsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/data/import',
  staticData: { title: 'shell.import', permission: 'data.import' },
  component: lazyRouteComponent(() => import('../../features/imports/imports-page.tsx'), 'ImportsPage'),
})

export const catalogueRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/data/catalogue',
  staticData: { title: 'shell.catalogue', permission: 'insights.read' },
  component: lazyRouteComponent(() => import('../../features/catalogue/catalogue-page.tsx'), 'CataloguePage'),
})
