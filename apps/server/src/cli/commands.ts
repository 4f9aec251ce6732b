import type { Command } from './command.ts'
import { demoCommand } from './demo.command.ts'
import { evaluateCommand } from './evaluate.command.ts'
import { importCommand } from './import.command.ts'
import { metricsCommand } from './metrics.command.ts'
import { queryCommand } from './query.command.ts'
import { signInLinkCommand } from './sign-in-link.command.ts'
import { startCommand } from './start.command.ts'

export const commands: readonly Command[] = [
  importCommand,
  queryCommand,
  metricsCommand,
  evaluateCommand,
  demoCommand,
  signInLinkCommand,
  startCommand,
]
