import { neutralMark, normalise, type NormalText } from '../text/normalise.ts'

const marks = new RegExp(neutralMark, 'g')

/** What the sentiment model reads of a normal text: everything but placeholders. */
export function modelText(normal: NormalText): string {
  return normal.text.replace(marks, '')
}

/** The same from the original text. Training and prediction share it. */
export function sentimentText(text: string): string {
  return modelText(normalise(text))
}
