import { KeshengError } from '@kesheng/core/errors/errors'
import type { Language } from '../http/language.ts'

/** What a person is told on the command line: what is wrong and, on the next line, what to do. */
export function describeError(error: unknown, language: Language): string {
  if (error instanceof KeshengError) {
    const remedy = error.remedy === undefined ? '' : `\n  → ${error.remedy[language]}`
    return error.text[language] + remedy
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
