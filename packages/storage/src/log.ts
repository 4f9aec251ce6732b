/** What the storage layer reports about its engines; `console` and pino both fit. */
export interface Log {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}
