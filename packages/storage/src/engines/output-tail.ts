import type { ChildProcess } from 'node:child_process'

/** Keeps the last words of a process for error messages and drains its pipes, so that it never blocks on them. */
export function tailOutput(child: ChildProcess, onLine?: (line: string) => void): () => string {
  const limit = 4_000
  let tail = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8')
    stream?.on('data', (chunk: string) => {
      tail = (tail + chunk).slice(-limit)
      if (onLine) for (const line of chunk.split('\n')) if (line.trim() !== '') onLine(line)
    })
  }
  return () => tail.trim()
}
