import { importRoutes, inspection, type Inspection } from '@kesheng/contracts/http/import.routes'
import { problem } from '@kesheng/contracts/http/problem'
import { addressOf } from './call.ts'
import { ConnectionError, ProblemError } from './problem-error.ts'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function failure(request: XMLHttpRequest): Error {
  const known = problem.safeParse(parsed(request.responseText))
  return known.success ? new ProblemError(known.data) : new ConnectionError(request.statusText)
}

/** Sends a file as the raw body. XMLHttpRequest, because fetch tells nothing of how much has been sent. */
export function uploadFile(
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<Inspection> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(importRoutes.upload.path, { query: { name: file.name } }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded))
    request.addEventListener('error', () => reject(new ConnectionError('upload')))
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    request.addEventListener('load', () => {
      if (request.status >= 400) return reject(failure(request))
      const answer = inspection.safeParse(parsed(request.responseText))
      return answer.success ? resolve(answer.data) : reject(answer.error)
    })
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
