/** A text for people, in both languages of the product. */
export interface Text {
  zh: string
  en: string
}

interface Details {
  message: Text
  /** What the reader can do about it. */
  remedy?: Text
  issues?: { path: string; message: string }[]
  cause?: unknown
}

/** Base of the few named errors; `code` is the contract, the mapper in the server turns it into RFC 9457. */
export class KeshengError extends Error {
  readonly code:
    'InvalidInput' | 'NotSignedIn' | 'NotAllowed' | 'NotFound' | 'Conflict' | 'Unavailable' | 'Bug'
  readonly text: Text
  readonly remedy: Text | undefined
  readonly issues: { path: string; message: string }[] | undefined

  constructor(code: KeshengError['code'], details: Details) {
    super(details.message.en, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = code
    this.code = code
    this.text = details.message
    this.remedy = details.remedy
    this.issues = details.issues
  }
}

const named = (code: KeshengError['code']) => (details: Details) => new KeshengError(code, details)

/** What was given cannot be used (400). */
export const invalidInput = named('InvalidInput')
/** Nobody is signed in (401). */
export const notSignedIn = named('NotSignedIn')
/** Signed in, but without the right (403). */
export const notAllowed = named('NotAllowed')
/** No such thing, or not in the caller's scope (404). */
export const notFound = named('NotFound')
/** The state does not permit it (409). */
export const conflict = named('Conflict')
/** A store or service is away; trying again may work (503). */
export const unavailable = named('Unavailable')
/** Ours to mend (500). */
export const bug = named('Bug')
