import { CommanderError } from 'commander'
import { readConfig } from '../config/config.ts'
import type { Language } from '../http/language.ts'
import { createLog } from '../logging/log.ts'
import { findServer } from '../main/server-file.ts'
import { version } from '../main/version.ts'
import type { CommandContext } from './command.ts'
import { commands } from './commands.ts'
import type { Connection } from './connection.ts'
import { describeError } from './describe-error.ts'
import { createProgram, languageOption } from './program.ts'
import { connectToServer } from './server-connection.ts'

/** Runs one command line; resolves to the exit code (0 done, 1 failed, 2 not understood). */
export async function runCommandLine(args: string[]): Promise<number> {
  const language = languageOption(args)
  let code = 0
  try {
    const context = createContext(language)
    const program = createProgram(commands, context, version, (given) => (code = given))
    await program.parseAsync(args.length === 0 ? ['help'] : args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    process.stderr.write(`${describeError(error, language)}\n`)
    return 1
  }
}

function createContext(language: Language): CommandContext {
  const config = readConfig()
  return {
    config,
    language,
    print: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(text.startsWith('\r') ? text : `${text.trimEnd()}\n`),
    terminal: process.stderr.isTTY,
    clock: Date.now,
    connect: async (): Promise<Connection> => {
      const server = await findServer(config.dataDir)
      if (server) return connectToServer(server, language)
      // The engines and everything above them load only when they are needed.
      const { connectInProcess } = await import('./in-process-connection.ts')
      return connectInProcess(config, language, createLog({ level: 'warn', human: process.stderr.isTTY }))
    },
  }
}
