import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reviewSearch } from '../../features/reviews/prepare/review-search.ts'
import { appRoute } from './app-route.tsx'

export const reviewsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reviews',
  validateSearch: reviewSearch,
  staticData: {
    title: 'shell.reviews',
    permission: 'conversations.read',
    framed: true,
    dimensions: ['product', 'sentiment', 'reviewRating', 'level1', 'level3'],
  },
  component: lazyRouteComponent(() => import('../../features/reviews/reviews-page.tsx'), 'ReviewsPage'),
})
