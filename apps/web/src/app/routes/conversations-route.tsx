import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { conversationSearch } from '../../features/conversations/prepare/conversation-search.ts'
import { appRoute } from './app-route.tsx'

const staticData = {
  title: 'shell.conversations',
  permission: 'conversations.read',
  framed: true,
  dimensions: ['agent', 'scene', 'stage', 'sentiment', 'intent', 'product'],
} as const

export const conversationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/conversations',
  validateSearch: conversationSearch,
  staticData,
  component: lazyRouteComponent(
    () => import('../../features/conversations/conversations-page.tsx'),
    'ConversationsPage',
  ),
})

export const conversationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/conversations/$id',
  validateSearch: conversationSearch,
  staticData,
  component: lazyRouteComponent(
    () => import('../../features/conversations/conversations-page.tsx'),
    'ConversationsPage',
  ),
})
