import type { Text } from '@kesheng/core/errors/errors'
import type { DeadJob } from '@kesheng/core/queue/ports'

/** What pg-boss keeps of a job in the queue of dead letters. */
export interface DeadLetter {
  /** Queue it comes from. */
  sourceName: string | null
  data: unknown
  /** The last try's error with its own properties, or `{value: {message}}` when the worker was not heard of again. */
  sourceOutput: object | null
}

interface Output {
  message?: unknown
  text?: Partial<Text>
  value?: { message?: unknown }
}

const vanished: Text = { zh: '处理它的进程中途消失', en: 'the process that worked on it went away' }

/** Letters come from queues of ours only, whose jobs were sent with their types. */
export function deadJob({ sourceName, data, sourceOutput }: DeadLetter): DeadJob {
  return { name: sourceName, payload: data, error: reasonOf(sourceOutput ?? {}) } as DeadJob
}

function reasonOf({ message, text, value }: Output): Text {
  if (value?.message !== undefined) return vanished
  const plain = typeof message === 'string' && message !== '' ? message : '?'
  return { zh: text?.zh ?? plain, en: text?.en ?? plain }
}
