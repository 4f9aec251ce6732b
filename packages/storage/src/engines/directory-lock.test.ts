import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockDirectory } from './directory-lock.ts'

let directory = ''
let lockFile = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'kesheng-lock-'))
  lockFile = join(directory, 'engine.lock')
})
afterEach(() => rmSync(directory, { recursive: true }))

it('refuses a directory whose holder lives, and frees it again', () => {
  const lock = lockDirectory(lockFile)
  expect(() => lockDirectory(lockFile)).toThrow(
    expect.objectContaining({ code: 'Conflict', message: expect.stringContaining(`process ${process.pid}`) }),
  )
  lock.release()
  expect(existsSync(lockFile)).toBe(false)
  lockDirectory(lockFile).release()
})

it('takes over from a process that is gone', () => {
  const gone = spawnSync(process.execPath, ['--eval', '']).pid
  writeFileSync(lockFile, `${gone} 1 boot`)
  lockDirectory(lockFile).release()
  expect(readdirSync(directory)).toEqual([])
})

it('takes over from a process whose id now belongs to another', () => {
  writeFileSync(lockFile, `${process.pid} 1 another-boot`)
  lockDirectory(lockFile).release()
})

it('takes over a lock file without sense', () => {
  writeFileSync(lockFile, '')
  lockDirectory(lockFile).release()
})
