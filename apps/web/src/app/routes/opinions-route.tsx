import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { pageSearch } from '#lib/page/page-search.ts'
import { appRoute } from './app-route.tsx'

export const opinionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/opinions',
  validateSearch: pageSearch.extend({
    /** Chosen opinion, `产品/包装/漏液`. */
    node: z.string().optional().catch(undefined),
    view: z.literal('bar').optional().catch(undefined),
  }),
  staticData: {
    title: 'shell.opinions',
    permission: 'insights.read',
    framed: true,
    compared: true,
    dimensions: ['product', 'agent', 'stage', 'scene', 'subjectKind', 'dimension', 'polarity', 'department'],
  },
  component: lazyRouteComponent(() => import('../../features/opinions/opinions-page.tsx'), 'OpinionsPage'),
})
