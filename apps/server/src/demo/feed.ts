/**
 * Hands chunks from one producer to one consumer. `push` waits while more than `capacity` entries lie unread, so a
 * generator that is faster than the store does not fill the memory.
 */
export class Feed<T> implements AsyncIterable<T[]> {
  readonly #capacity: number
  #chunks: T[][] = []
  #waiting = 0
  #ended = false
  #abandoned = false
  #wake = (): void => undefined

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  async push(chunk: T[]): Promise<void> {
    if (this.#abandoned) return
    this.#chunks.push(chunk)
    this.#waiting += chunk.length
    this.#wake()
    while (this.#waiting > this.#capacity && !this.#abandoned) await this.#change()
  }

  end(): void {
    this.#ended = true
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T[]> {
    try {
      for (;;) {
        const chunk = this.#chunks.shift()
        if (chunk) {
          this.#waiting -= chunk.length
          this.#wake()
          yield chunk
        } else if (this.#ended) return
        else await this.#change()
      }
    } finally {
      // The consumer stopped (an error, a cancellation): what still comes is dropped, the producer never waits.
      this.#abandoned = true
      this.#chunks = []
      this.#wake()
    }
  }

  /** Producer and consumer are never both waiting, so one callback is enough. */
  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}
