import { resolve } from 'node:path'

export const port = Number(process.env.KESHENG_E2E_PORT ?? 4790)
export const address = `http://127.0.0.1:${port}`

/** Cookie file of a signed-in administrator, written before the specs. */
export const signedInState = resolve(import.meta.dirname, '../test-results/signed-in.json')
