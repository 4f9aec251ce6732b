import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from './app-route.tsx'

export const overviewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  staticData: {
    title: 'shell.overview',
    permission: 'insights.read',
    framed: true,
    compared: true,
    dimensions: ['agent', 'scene', 'stage', 'product'],
  },
  component: lazyRouteComponent(() => import('../../features/overview/overview-page.tsx'), 'OverviewPage'),
})
