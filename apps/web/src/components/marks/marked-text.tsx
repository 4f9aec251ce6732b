import { useTranslation } from 'react-i18next'
import { segmentsOf, type Mark } from './segments.ts'
import styles from './marks.module.css'

interface MarkedTextProps {
  text: string
  marks: readonly Mark[]
  /** Mark chosen in the evidence list. */
  chosen: string | null
  onChoose: (id: string) => void
}

function lookOf(marks: readonly Mark[], chosen: string | null): string {
  const opinion = marks.find(({ kind }) => kind === 'opinion')
  const looks = [
    opinion &&
      (opinion.polarity < 0
        ? styles.negativeMark
        : opinion.polarity > 0
          ? styles.positiveMark
          : styles.neutralMark),
    marks.some(({ kind }) => kind === 'tag') && styles.tagMark,
    marks.some(({ kind }) => kind === 'mask') && styles.maskMark,
    marks.some(({ id }) => id === chosen) && styles.chosenMark,
  ]
  return looks.filter(Boolean).join(' ')
}

/** A message with opinions, intents and masks marked in place; a mark that can be explained is a button. */
export function MarkedText({ text, marks, chosen, onChoose }: MarkedTextProps) {
  const { t } = useTranslation()
  return segmentsOf(text, marks).map((segment, index) => {
    if (segment.marks.length === 0) return segment.text
    const labels = segment.marks.map(({ kind, label }) =>
      kind === 'mask'
        ? t('marks.masked', { kind: t(`marks.maskKinds.${label}` as 'marks.maskKinds.phone') })
        : label,
    )
    const explained = segment.marks.find(({ kind }) => kind !== 'mask')
    const look = lookOf(segment.marks, chosen)
    return explained ? (
      <button
        key={index}
        type="button"
        className={`${styles.mark} ${look}`}
        title={labels.join('\n')}
        onClick={() => onChoose(explained.id)}
      >
        {segment.text}
      </button>
    ) : (
      <span key={index} className={`${styles.mark} ${look}`} title={labels.join('\n')}>
        {segment.text}
      </span>
    )
  })
}
