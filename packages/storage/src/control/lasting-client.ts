import { Client, type ClientConfig } from 'pg'

/**
 * A connection whose loss never ends the process. While a connection is checked out for a transaction nobody listens
 * to its errors; the statement that is running (or the next one) fails with the same error, so nothing is hidden.
 */
export class LastingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }
}
