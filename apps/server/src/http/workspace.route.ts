import { packs } from '@kesheng/analysis/packs/registry'
import { dataRoutes as contract } from '@kesheng/contracts/http/data.routes'
import { invalidInput } from '@kesheng/core/errors/errors'
import { utcDaysOf } from '../intake/local-days.ts'
import { analyseAgain } from '../intake/plan-again.ts'
import { audit } from './audit.ts'
import { defined } from './defined.ts'
import { serve, type ServedRoute } from './route.ts'
import type { Services } from './services.ts'

export function workspaceRoutes(services: Services): ServedRoute[] {
  return [...settingRoutes(services), ...analysisRoutes(services), ...demoRoutes(services)]
}

function settingRoutes(services: Services): ServedRoute[] {
  const { workspaces } = services.stores
  return [
    serve(contract.workspace, async ({ principal }) => principal.tenant.settings),

    serve(contract.changeWorkspace, async ({ principal, body }) => {
      const change = defined(body)
      if (change.timezone !== undefined) requireTimezone(change.timezone)
      const settings = { ...principal.tenant.settings, ...change }
      await workspaces.changeSettings(principal.tenant.id, settings)
      await audit(services, principal, 'workspace.change', principal.tenant.id, change)
      return settings
    }),

    serve(contract.packs, async ({ principal }) => ({
      packs: packs.map(({ id, version, zh, en, aspects, phrases }) => {
        const enabled = id === 'base' || principal.tenant.settings.packs.includes(id)
        return { id, version, zh, en, aspects, phrases, enabled }
      }),
    })),
  ]
}

function analysisRoutes(services: Services): ServedRoute[] {
  return [
    serve(contract.analyseAgain, async ({ principal, body }) => {
      const { id, settings } = principal.tenant
      const days = utcDaysOf(body, { now: services.clock(), timezone: settings.timezone })
      const jobs = await analyseAgain(services.stores, id, days)
      await audit(services, principal, 'analysis.again', id, { ...body, jobs })
      return { jobs }
    }),

    serve(contract.analysisStatus, async ({ principal }) => {
      const { waiting, running, oldestSeconds } = await services.stores.queue.backlog(principal.tenant.id)
      return { waiting, running, lagSeconds: oldestSeconds }
    }),
  ]
}

function demoRoutes({ demo }: Services): ServedRoute[] {
  return [
    serve(contract.loadDemo, async ({ principal, body }) => {
      const { seed, messages, now } = await demo.replace(principal.tenant.id, principal.actor, body)
      return { seed, messages, now }
    }),
    serve(contract.deleteDemo, async ({ principal }) => ({
      deleted: await demo.remove(principal.tenant.id, principal.actor),
    })),
  ]
}

function requireTimezone(timezone: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone: timezone })
  } catch {
    throw invalidInput({
      message: { zh: `没有时区 ${timezone}`, en: `There is no timezone ${timezone}` },
      remedy: { zh: '例如 Asia/Shanghai', en: 'For example Asia/Shanghai' },
      issues: [{ path: 'body.timezone', message: 'an IANA timezone' }],
    })
  }
}
