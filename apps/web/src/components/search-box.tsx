import { useState, type ReactNode } from 'react'
import styles from './search-box.module.css'

interface SearchBoxProps {
  label: string
  placeholder: string
  value: string
  /** The words when Enter is pressed; undefined when the field was emptied. */
  onSearch: (words: string | undefined) => void
  /** Selects beside the field. */
  children?: ReactNode
}

/** A search field that keeps what is typed until Enter; emptying it searches at once. */
export function SearchBox({ label, placeholder, value, onSearch, children }: SearchBoxProps) {
  const [typed, setTyped] = useState(value)
  return (
    <form
      className={styles.bar}
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(typed.trim() === '' ? undefined : typed.trim())
      }}
    >
      <input
        key={value}
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        onChange={(event) => {
          setTyped(event.target.value)
          if (event.target.value === '' && value !== '') onSearch(undefined)
        }}
      />
      {children}
    </form>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly Value[]
  nameOf: (option: Value) => string
  onChoose: (option: Value) => void
}

/** A plain select over a few fixed options. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  nameOf,
  onChoose,
}: ChoiceProps<Value>) {
  return (
    <select
      className={styles.choice}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option === event.target.value)
        if (chosen !== undefined) onChoose(chosen)
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {nameOf(option)}
        </option>
      ))}
    </select>
  )
}
