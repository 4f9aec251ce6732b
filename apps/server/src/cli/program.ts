import { Command as Program } from 'commander'
import type { Language } from '../http/language.ts'
import type { Command, CommandContext } from './command.ts'

const texts = {
  zh: { about: '客声：电商客户之声与客服智能', lang: '语言 zh | en', help: '显示帮助' },
  en: {
    about: 'Kesheng: voice of customer and service intelligence',
    lang: 'language zh | en',
    help: 'show help',
  },
}

/** Hands the commands to the parser; `finish` gets the exit code of the one that ran. */
export function createProgram(
  commands: readonly Command[],
  context: CommandContext,
  version: string,
  finish: (code: number) => void,
): Program {
  const text = texts[context.language]
  const program = new Program('kesheng')
    .description(text.about)
    .version(version)
    .option('--lang <lang>', text.lang, 'zh')
    .helpOption('-h, --help', text.help)
    .helpCommand('help [command]', text.help)
    .exitOverride()
    .configureOutput({
      writeOut: (out) => context.print(out.trimEnd()),
      writeErr: (out) => context.note(out),
    })
  for (const command of commands) addCommand(program, command, context, finish)
  return program
}

function addCommand(
  program: Program,
  command: Command,
  context: CommandContext,
  finish: (code: number) => void,
): void {
  const { language } = context
  const added = program
    .command(command.usage)
    .description(command.summary[language])
    .helpOption('-h, --help', texts[language].help)
    .option('--lang <lang>', texts[language].lang)
  for (const option of command.options) added.option(option.flags, option.description[language])
  added.action(async (...given: unknown[]) => {
    const args = given
      .slice(0, -2)
      .flat()
      .filter((one): one is string => typeof one === 'string')
    finish(await command.run(context, args, given.at(-2) as Record<string, string | boolean>))
  })
}

/** `--lang en` anywhere on the line; needed before the texts of the parser are chosen. */
export function languageOption(args: readonly string[]): Language {
  const index = args.indexOf('--lang')
  const value = index >= 0 ? args[index + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice(7)
  return value === 'en' ? 'en' : 'zh'
}
