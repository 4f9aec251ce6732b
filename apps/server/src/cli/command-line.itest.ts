import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chatFile } from '../testing/chat-file.ts'
import { ServerProcess } from '../testing/server-process.ts'

const program = fileURLToPath(new URL('../../bin/kesheng.mjs', import.meta.url))

let directory: string
let dataDir: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'kesheng-cli-'))
  dataDir = join(directory, 'data')
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

interface Finished {
  code: number
  stdout: string
  stderr: string
}

/** Runs `kesheng …` in the test's directory. */
function kesheng(...args: string[]): Promise<Finished> {
  const env = { ...process.env, KESHENG_DATA_DIR: dataDir, PORT: '0' }
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: directory, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(directory, name), content)
  return name
}

const total = async (metric: string): Promise<unknown> => {
  const { stdout } = await kesheng('query', JSON.stringify({ metrics: [metric] }), '--json')
  return (JSON.parse(stdout) as { rows: unknown[][] }).rows[0]?.[0]
}

describe('without a server, on an empty directory', () => {
  it('imports, analyses, and goes on with the other files when one is missing', async () => {
    write('chats.csv', chatFile(10))
    const { code, stdout, stderr } = await kesheng('import', 'missing.csv', 'chats.csv', '--wait', '--json')
    expect(code).toBe(1)
    expect(stderr).toContain('missing.csv')
    expect(JSON.parse(stdout)).toEqual({
      files: [
        {
          file: 'chats.csv',
          kind: 'chats',
          mapping: expect.any(String) as unknown,
          read: 40,
          accepted: 40,
          duplicates: 0,
          rejected: 0,
          rejectsFile: null,
        },
      ],
      seconds: expect.any(Number) as unknown,
    })
    expect(await total('conversations')).toBe(10)
  })

  it('adds nothing the second time, and reads gzip', async () => {
    write('chats.csv.gz', gzipSync(chatFile(10)))
    const { code, stdout } = await kesheng('import', 'chats.csv.gz', '--wait', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ accepted: 0, duplicates: 40 }] })
  })

  it('asks for --default-time when no row has one, and takes it', async () => {
    const path = write('reviews.csv', '评价内容,评分\n包装很好,5\n味道刺鼻,1\n')
    const without = await kesheng('import', path, '--wait', '--json')
    const [file] = (JSON.parse(without.stdout) as { files: { rejected: number; rejectsFile: string }[] })
      .files
    expect(file?.rejected).toBe(2)
    expect(readFileSync(file?.rejectsFile ?? '', 'utf8')).toContain('--default-time')
    const given = await kesheng('import', path, '--wait', '--json', '--default-time', '2026-10-01T00:00:00Z')
    expect(JSON.parse(given.stdout)).toMatchObject({ files: [{ kind: 'reviews', accepted: 2, rejected: 0 }] })
  })

  it('measures sentiment on labelled records', async () => {
    const records = ['{"text":"非常好用，很满意","label":"正面"}', '{"review":"太差了，再也不买","label":0}']
    const path = write('labelled.jsonl', records.join('\n'))
    const { stdout } = await kesheng('evaluate', 'sentiment', '--data', path, '--json')
    const result = JSON.parse(stdout) as { metrics: { accuracy: number } }
    expect(result).toMatchObject({ task: 'sentiment', n: 2 })
    expect(result.metrics.accuracy).toBe(1)
  })

  it('generates a demo with its truth', async () => {
    const { code } = await kesheng('demo', '--seed', '7', '--messages', '2000', '--truth', 'truth.json')
    expect(code).toBe(0)
    const truth = JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8')) as {
      planted: unknown[]
      counts: { records: { chats: number } }
    }
    expect(truth.planted.length).toBeGreaterThan(0)
    expect(await total('messages')).toBe(truth.counts.records.chats + 40)
  })

  it('explains a query that is wrong', async () => {
    const { code, stderr } = await kesheng('query', '{"metrics":["conversation"]}', '--lang', 'en')
    expect(code).toBe(1)
    expect(stderr).toContain('conversations')
  })
})

describe('with a server running', () => {
  let server: ServerProcess
  beforeAll(async () => {
    server = new ServerProcess(dataDir)
    await server.start()
  })
  afterAll(() => server.kill('SIGTERM'))

  it('hands the work to it', async () => {
    write('more.csv', chatFile(5, { start: Date.UTC(2026, 9, 20) }))
    const { stdout } = await kesheng('import', 'more.csv', '--wait', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ file: 'more.csv', accepted: 20 }] })
    const link = await kesheng('sign-in-link')
    expect(link.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in\?token=\S{43}\n$/)
  })

  it('writes all of a long answer into a pipe', async () => {
    const { code, stdout } = await kesheng('metrics', '--json')
    expect(code).toBe(0)
    // More than the 64 kB a pipe takes at once.
    expect(Buffer.byteLength(stdout)).toBeGreaterThan(65_536)
    expect(() => void JSON.parse(stdout)).not.toThrow()
  })

  it('is found by its file, which goes with it', async () => {
    expect(existsSync(join(dataDir, 'server.json'))).toBe(true)
    await server.kill('SIGTERM')
    expect(existsSync(join(dataDir, 'server.json'))).toBe(false)
  })
})
