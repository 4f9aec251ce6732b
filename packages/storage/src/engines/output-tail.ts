import type { ChildProcess } from 'node:child_process'

const limit = 4_000

/** Keeps the last words of processes for error messages and drains their pipes, so that they never block on them. */
export class OutputTail {
  private tail = ''

  follow(child: ChildProcess): void {
    this.tail = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8')
      stream?.on('data', (chunk: string) => {
        this.tail = (this.tail + chunk).slice(-limit)
      })
    }
  }

  text(): string {
    return this.tail.trim()
  }
}
