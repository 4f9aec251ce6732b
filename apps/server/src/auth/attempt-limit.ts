interface Attempts {
  failures: number
  /** Epoch ms when the count is forgotten. */
  until: number
}

/**
 * Counts failed sign-ins per key (e-mail, or address of the caller). 10 failures in 15 minutes close the door until
 * the 15 minutes are over: a guesser gets 960 tries a day, a person who mistypes never notices.
 */
export class AttemptLimit {
  readonly #attempts = new Map<string, Attempts>()
  readonly #allowed: number
  readonly #windowMs: number

  constructor(allowed = 10, windowMs = 15 * 60_000) {
    this.#allowed = allowed
    this.#windowMs = windowMs
  }

  /** Milliseconds until the key may try again; 0 when it may now. */
  wait(key: string, now: number): number {
    const attempts = this.#attempts.get(key)
    if (!attempts || attempts.until <= now) return 0
    return attempts.failures >= this.#allowed ? attempts.until - now : 0
  }

  fail(key: string, now: number): void {
    const attempts = this.#attempts.get(key)
    if (attempts && attempts.until > now) attempts.failures += 1
    else this.#attempts.set(key, { failures: 1, until: now + this.#windowMs })
    if (this.#attempts.size > 10_000) this.#forget(now)
  }

  succeed(key: string): void {
    this.#attempts.delete(key)
  }

  #forget(now: number): void {
    for (const [key, attempts] of this.#attempts) if (attempts.until <= now) this.#attempts.delete(key)
  }
}
