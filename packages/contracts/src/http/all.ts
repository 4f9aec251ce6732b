import { dataRoutes } from './data.routes.ts'
import { explorerRoutes } from './explorer.routes.ts'
import { importRoutes } from './import.routes.ts'
import { insightRoutes } from './insight.routes.ts'
import { peopleRoutes } from './people.routes.ts'
import type { Route } from './route.ts'
import { sessionRoutes } from './session.routes.ts'

/** Every operation; server, client, OpenAPI and access checks read this one table. */
export const allRoutes: readonly Route[] = [
  ...Object.values(sessionRoutes),
  ...Object.values(peopleRoutes),
  ...Object.values(importRoutes),
  ...Object.values(insightRoutes),
  ...Object.values(explorerRoutes),
  ...Object.values(dataRoutes),
]
