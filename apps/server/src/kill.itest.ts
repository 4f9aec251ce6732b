import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { importRoutes } from '@kesheng/contracts/http/import.routes'
import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chatFile } from './testing/chat-file.ts'
import { ServerProcess } from './testing/server-process.ts'

const conversations = 8_000
const messages = conversations * 4
const day = 86_400_000

let directory: string
let server: ServerProcess
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'kesheng-kill-'))
  server = new ServerProcess(join(directory, 'data'))
})
afterAll(async () => {
  await server.kill('SIGTERM')
  rmSync(directory, { recursive: true, force: true })
})

/** What dies in each of the ten rounds. */
const victims = [
  'server',
  'server',
  'facts',
  'server',
  'control',
  'server',
  'facts',
  'server',
  'control',
  'server',
]

/** Another file each time, so that every round hits an import that is under way. */
async function startImport(number: number): Promise<string> {
  const path = join(directory, `chats-${number}.csv`)
  writeFileSync(
    path,
    chatFile(conversations, { start: Date.UTC(2026, 0, 5) + number * 20 * day, spacing: 60_000 }),
  )
  const uploadId = await server.upload(path)
  const { mapping } = await server.call(importRoutes.inspect, { params: { id: uploadId }, body: {} })
  const { id } = await server.call(importRoutes.start, { body: { uploadId, options: { mapping } } })
  return id
}

async function states(): Promise<string[]> {
  const { imports } = await server.call(importRoutes.list, {})
  return imports.map((one) => one.state)
}

/** Engines may be on their way back: what fails is asked again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      if (attempt === 100) throw error
      await sleep(200)
    }
  }
}

it(
  'loses nothing and doubles nothing when processes are killed in the middle of imports',
  { timeout: 600_000 },
  async () => {
    await server.start()
    let started = 0
    for (const victim of victims) {
      if (!(await patiently(states)).includes('running')) await startImport((started += 1))
      await sleep(Math.random() * 1500)
      if (victim === 'facts') server.killFactEngine()
      else if (victim === 'control') server.killControlEngine()
      else {
        await server.kill()
        await server.start()
      }
    }
    for (;;) {
      const now = await patiently(states)
      if (now.every((state) => state === 'done')) break
      expect(now.filter((state) => state === 'failed' || state === 'cancelled')).toEqual([])
      await sleep(500)
    }
    const { imports } = await server.call(importRoutes.list, {})
    expect(imports).toHaveLength(started)
    for (const one of imports) {
      expect(one).toMatchObject({ read: messages, accepted: messages, duplicates: 0, rejected: 0 })
    }
    const body = { metrics: ['messages', 'conversations'] }
    const { rows } = await server.call(insightRoutes.query, { body })
    expect(rows).toEqual([[started * messages, started * conversations]])
  },
)
