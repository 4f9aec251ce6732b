import { problem } from '@kesheng/contracts/http/problem'
import { KeshengError } from '@kesheng/core/errors/errors'
import type { Language } from '../http/language.ts'
import type { Call } from './call.ts'

/** The product's HTTP contract, whether it is answered by a running server or inside this process. */
export interface Connection {
  call: Call
  /** Hands a local file over; answers with the upload id. */
  upload(path: string): Promise<string>
  /** Body of a GET as text chunks. */
  download(url: string): Promise<AsyncIterable<Uint8Array>>
  /** False when the work is done by a server that goes on after this command. */
  inProcess: boolean
  close(): Promise<void>
}

export function headersFor(language: Language, token: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'accept-language': language }
}

/** Turns a refused answer back into the named error the server meant. */
export function refusal(status: number, body: string, language: Language): KeshengError {
  const parsed = problem.safeParse(parseJson(body))
  const known = parsed.success ? parsed.data : null
  const detail = known?.detail ?? `HTTP ${status}`
  const code = (known?.code ?? 'Bug') as KeshengError['code']
  const text = { zh: detail, en: detail }
  const remedy = known?.remedy === undefined ? undefined : { zh: known.remedy, en: known.remedy }
  return new KeshengError(code, { message: { ...text, [language]: detail }, ...(remedy ? { remedy } : {}) })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
