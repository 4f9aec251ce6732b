/** Engines in tests report only what is wrong. */
export const quietLog = {
  debug(): void {},
  info(): void {},
  warn(): void {},
  error(message: string): void {
    process.stderr.write(`${message}\n`)
  },
}
