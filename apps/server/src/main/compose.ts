import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { conflict } from '@kesheng/core/errors/errors'
import { newToken } from '@kesheng/core/people/tokens'
import { openStores } from '@kesheng/storage/open-stores'
import type { FastifyInstance } from 'fastify'
import { startAnalysisThreads } from '../analysis/analysis-threads.ts'
import { AttemptLimit } from '../auth/attempt-limit.ts'
import type { Config } from '../config/config.ts'
import { createDemoLoader } from '../demo/demo-loader.ts'
import { createApp } from '../http/app.ts'
import type { Services } from '../http/services.ts'
import { openUploadSpool } from '../intake/upload-spool.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import type { WorkPorts } from '../jobs/work-ports.ts'
import type { Log } from '../logging/log.ts'
import { dutiesOf } from './duties.ts'
import { startHousekeeping } from './housekeeping.ts'
import type { ProcessRole } from './options.ts'
import { version } from './version.ts'

const webDirectory = fileURLToPath(new URL('../../../web/dist', import.meta.url))

export interface ComposeOptions {
  config: Config
  log: Log
  clock?: () => number
}

export interface Composed {
  services: Services
  app: FastifyInstance
  /** Starts to answer on the configured address. */
  listen(): Promise<void>
  /** Address of this process on its own machine. */
  localUrl(): string
  /** Starts to take the jobs of a role; where files are read, unfinished imports go on. */
  startWorkers(role?: ProcessRole): Promise<void>
  /** Stops jobs, requests and engines, in this order of need. */
  close(): Promise<void>
}

/** The only place where parts are put together. */
export async function compose({ config, log, clock = Date.now }: ComposeOptions): Promise<Composed> {
  const { dataDir, databaseUrl, clickhouseUrl, secretKey } = config
  const stores = await openStores({ dataDir, databaseUrl, clickhouseUrl, secretKey, log: plainLog(log) })
  const analysis = startAnalysisThreads()
  const work: WorkPorts = {
    ...stores,
    analyzerFor: analysis.analyzerFor,
    clock,
    randomId: randomUUID,
    log,
  }
  const demo = createDemoLoader({ ...work, people: stores.people })
  const stopping = new AbortController()
  let listening: AddressInfo | null = null
  let stopHousekeeping: (() => void) | null = null
  const localUrl = () => `http://${localHost(config.host)}:${listening?.port ?? config.port}`
  const services: Services = {
    config,
    log,
    version,
    stores,
    analyzerFor: analysis.analyzerFor,
    uploads: await openUploadSpool(config.uploadsDir),
    attempts: new AttemptLimit(),
    clock,
    randomId: randomUUID,
    address: () => config.publicUrl ?? localUrl(),
    peoplePorts: { people: stores.people, clock, newId: randomUUID, randomBytes },
    localToken: newToken(randomBytes),
    demo,
    stopping: stopping.signal,
  }
  const app = await createApp(services, webDirectory).catch(async (error: unknown) => {
    await stores.close()
    throw error
  })
  return {
    services,
    app,
    localUrl,
    listen: async () => {
      await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
        throw cannotListen(error, config)
      })
      listening = app.server.address() as AddressInfo
    },
    startWorkers: async (role = 'all') => {
      const duties = dutiesOf(role, config.sharedUploads)
      await startJobs(work, duties)
      stopHousekeeping = startHousekeeping(work, duties.reads ? services.uploads : null)
    },
    close: async () => {
      stopping.abort()
      stopHousekeeping?.()
      await app.close()
      await demo.stop()
      await stores.close()
      await analysis.close()
    },
  }
}

function cannotListen(cause: unknown, { host, port }: Config): unknown {
  const code = (cause as NodeJS.ErrnoException).code
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return cause
  return conflict({
    message: {
      zh: `不能使用地址 ${host}:${port}（${code}）`,
      en: `The address ${host}:${port} cannot be used (${code})`,
    },
    remedy: {
      zh: `用 PORT 指定另一个端口，例如 PORT=${port + 1}；或停止占用它的程序。`,
      en: `Name another port, e.g. PORT=${port + 1}, or stop the program that uses it.`,
    },
    cause,
  })
}

/** Storage reports texts only. */
function plainLog(log: Log) {
  return {
    debug: (message: string) => log.debug(message),
    info: (message: string) => log.info(message),
    warn: (message: string) => log.warn(message),
    error: (message: string) => log.error(message),
  }
}

/** A server that listens everywhere is reached on loopback from its own machine. */
function localHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
