import type { ButtonHTMLAttributes } from 'react'
import styles from './button.module.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'default' | 'primary' | 'danger' | 'quiet'
  /** Icon only: square; give it an `aria-label`. */
  square?: boolean
}

export function Button({
  look = 'default',
  square = false,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  const classes = [styles.button, styles[look], square && styles.square, className].filter(Boolean).join(' ')
  return <button type={type === 'submit' ? 'submit' : 'button'} className={classes} {...rest} />
}
