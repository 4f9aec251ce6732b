import fastify, { type FastifyBaseLogger } from 'fastify'
import { humanLine } from './human-line.ts'

export type Log = FastifyBaseLogger

/**
 * The process's one logger: fastify's own pino, so request ids and levels agree. Lines go to stderr (stdout belongs
 * to results): JSON for machines, one readable line each on a terminal.
 */
export function createLog(options: { level: string; human: boolean }): Log {
  const stream = {
    write: (line: string) => {
      process.stderr.write(options.human ? humanLine(line) : line)
    },
  }
  return fastify({ logger: { level: options.level, stream, base: null } }).log
}
