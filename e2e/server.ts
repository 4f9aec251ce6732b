import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const port = process.env.KESHENG_E2E_PORT ?? '4790'
const health = `http://127.0.0.1:${port}/api/v1/health`

/** Resolves with the one-time link when the first run has printed it and the demo brand is there. */
async function firstRun(server: ChildProcess): Promise<string> {
  let output = ''
  let link: string | undefined
  server.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    link ??= /https?:\/\/\S+\/sign-in\?token=\S+/.exec(output)?.[0]
  })
  server.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  for (let second = 0; second < 180; second++) {
    if (server.exitCode !== null) throw new Error(`the server ended:\n${output}`)
    const state = await fetch(health)
      .then(async (answer) => (await answer.json()) as { demo: { state: string } })
      .catch(() => null)
    if (link && state?.demo.state === 'ready') return link
    await new Promise((next) => setTimeout(next, 1000))
  }
  throw new Error(`not ready after 180 s:\n${output}`)
}

/** Starts the product as a new user would, on an empty data directory; the specs sign in with the printed link. */
export default async function start(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kesheng-e2e-'))
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: resolve(import.meta.dirname, '..'),
    env: { ...process.env, PORT: port, KESHENG_DATA_DIR: dataDir, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.env.KESHENG_SIGN_IN_LINK = await firstRun(server)
  process.env.KESHENG_E2E_DATA_DIR = dataDir
  return async () => {
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}
