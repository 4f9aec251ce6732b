import type { Text } from '@kesheng/core/errors/errors'
import type { Config } from '../config/config.ts'
import type { Language } from '../http/language.ts'
import type { Connection } from './connection.ts'

/** What a command may touch; tests give their own. */
export interface CommandContext {
  config: Config
  language: Language
  /** Results; stdout. */
  print: (text: string) => void
  /** Progress and problems; stderr. */
  note: (text: string) => void
  /** Progress is drawn over itself on a terminal only. */
  terminal: boolean
  clock: () => number
  /** The running server of this data directory, or the stores opened in this process. Closed by the caller. */
  connect(): Promise<Connection>
}

export interface CommandOption {
  /** Commander form: `--kind <kind>`, `--json`. */
  flags: string
  description: Text
}

/** A command as data: `commands.ts` lists them, `program.ts` hands them to the parser. */
export interface Command {
  /** Commander form with arguments: `import <file...>`. */
  usage: string
  summary: Text
  options: readonly CommandOption[]
  /** Resolves to the exit code. */
  run(context: CommandContext, args: string[], options: Record<string, string | boolean>): Promise<number>
}

export const jsonOption: CommandOption = {
  flags: '--json',
  description: { zh: '向标准输出写 JSON', en: 'write JSON to standard output' },
}
