#!/usr/bin/env node
// The sources are TypeScript and run as they are; tsx is resolved from here, so any working directory will do.
import { register } from 'tsx/esm/api'

register()
const { runCommandLine } = await import('../src/cli/run-command-line.ts')
process.exit(await runCommandLine(process.argv.slice(2)))
