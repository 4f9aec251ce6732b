#!/usr/bin/env node
// The sources are TypeScript and run as they are; tsx is resolved from here, so any working directory will do.
import { register } from 'tsx/esm/api'

register()
const { runCommandLine } = await import('../src/cli/run-command-line.ts')
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))
const code = await runCommandLine(process.argv.slice(2))
// A pipe takes 64 kB at a time; what still waits behind them would be lost with the process.
await new Promise((resolve) => process.stdout.write('', resolve))
process.exit(code)
