import { neutralMark, normalise } from '../text/normalise.ts'

const marks = new RegExp(neutralMark, 'g')

/** What the sentiment model reads: the normal text without placeholders. Training and prediction share it. */
export function sentimentText(text: string): string {
  return normalise(text).text.replace(marks, '')
}
