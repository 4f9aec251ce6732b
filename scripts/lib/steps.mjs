import { spawn } from 'node:child_process'

/** A failure a person can mend: printed without a stack trace, with the fix. */
export class StepFailure extends Error {
  constructor(message, fix) {
    super(message)
    this.fix = fix
  }
}

const started = Date.now()
const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`

/** Runs one named step and says how long it took. */
export async function step(name, work) {
  const from = Date.now()
  process.stdout.write(`▸ ${name}\n`)
  const result = await work()
  process.stdout.write(`✓ ${name} (${seconds(from)}, ${seconds(started)} in all)\n`)
  return result
}

/**
 * Runs a command. `capture` collects its output instead of showing it; the output is shown when the command fails.
 * Rejects with a StepFailure that names the command and the fix.
 */
export function run(command, args, { capture = false, env = {}, cwd, fix } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...(capture ? { NO_COLOR: '1', FORCE_COLOR: undefined } : {}), ...env },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    const fail = (reason) => {
      if (capture) process.stdout.write(output)
      reject(new StepFailure(`${command} ${args.join(' ')}: ${reason}`, fix))
    }
    child.on('error', (error) => fail(error.message))
    child.on('close', (code) => (code === 0 ? resolve(output) : fail(`ended with ${code}`)))
  })
}

/** Runs the whole script; a failure prints what went wrong and how to mend it, and ends with code 1. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`✗ ${error instanceof StepFailure ? error.message : error.stack}\n`)
    if (error.fix) process.stderr.write(`  Fix: ${error.fix}\n`)
    process.exit(1)
  }
}
