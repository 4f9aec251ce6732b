import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { address, port, signedInState } from './settings.ts'

const root = resolve(import.meta.dirname, '..')

/** Resolves with the one-time link when the first run has printed it and the demo brand is there. */
async function firstRun(server: ChildProcess): Promise<string> {
  let output = ''
  server.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  server.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  for (let second = 0; second < 240; second++) {
    if (server.exitCode !== null) throw new Error(`the server ended:\n${output}`)
    const link = /https?:\/\/\S+\/sign-in\?token=[\w-]+/.exec(output)?.[0]
    const state = await fetch(`${address}/api/v1/health`)
      .then(async (answer) => (await answer.json()) as { demo: { state: string } })
      .catch(() => null)
    if (link && state?.demo.state === 'ready') return link
    await new Promise((next) => setTimeout(next, 1000))
  }
  throw new Error(`not ready after 240 s:\n${output}`)
}

/** A second one-time link, used up here: its cookie is what most specs begin with. */
async function signIn(dataDir: string): Promise<void> {
  const printed = execFileSync(process.execPath, ['apps/server/bin/kesheng.mjs', 'sign-in-link'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), KESHENG_DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  const token = /token=([\w-]+)/.exec(printed)?.[1]
  const answer = await fetch(`${address}/api/v1/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ token }),
  })
  const cookie = /^([^=]+)=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')
  if (!answer.ok || !cookie) throw new Error(`sign-in failed: ${answer.status} ${await answer.text()}`)
  const state = {
    cookies: [
      {
        name: cookie[1],
        value: cookie[2],
        domain: '127.0.0.1',
        path: '/',
        expires: -1,
        httpOnly: true,
        secure: false,
        sameSite: 'Lax',
      },
    ],
    origins: [],
  }
  mkdirSync(join(root, 'test-results'), { recursive: true })
  writeFileSync(signedInState, JSON.stringify(state))
}

/** Starts the product as a new user would, on an empty data directory. */
export default async function start(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kesheng-e2e-'))
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), KESHENG_DATA_DIR: dataDir, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGTERM')
    if (server.exitCode === null) await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    process.env.KESHENG_SIGN_IN_LINK = await firstRun(server)
    await signIn(dataDir)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
