import styles from './checks.module.css'

interface ChecksProps<Value extends string> {
  options: readonly { value: Value; label: string; note?: string; fixed?: boolean }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Several of a list, each with a tick. */
export function Checks<Value extends string>({ options, chosen, onChange }: ChecksProps<Value>) {
  return (
    <ul className={styles.list}>
      {options.map(({ value, label, note, fixed = false }) => (
        <li key={value}>
          <label className={styles.option}>
            <input
              type="checkbox"
              checked={fixed || chosen.includes(value)}
              disabled={fixed}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
                )
              }
            />
            <span>
              {label}
              {note && <small>{note}</small>}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
