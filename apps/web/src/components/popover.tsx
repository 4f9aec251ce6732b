import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Button } from './button.tsx'
import styles from './popover.module.css'

interface PopoverProps {
  /** What the button shows. */
  label: ReactNode
  /** What the button and the panel are called for assistive technology. */
  name: string
  look?: 'default' | 'quiet'
  arrow?: boolean
  /** Content is only drawn while open. */
  children: (close: () => void) => ReactNode
}

const gap = 6
const edge = 8

/** Keeps the panel under its button and inside the window. */
function place(button: HTMLElement, panel: HTMLElement): void {
  const anchor = button.getBoundingClientRect()
  const { offsetWidth, offsetHeight } = panel
  const left = Math.max(edge, Math.min(anchor.left, window.innerWidth - offsetWidth - edge))
  const below = anchor.bottom + gap
  const fits = below + offsetHeight <= window.innerHeight - edge
  const top = fits ? below : Math.max(edge, anchor.top - gap - offsetHeight)
  panel.style.left = `${left}px`
  panel.style.top = `${top}px`
}

const focusable = 'input:not([disabled]), button:not([disabled]), select, textarea, a[href]'

function usePanel(open: boolean, close: () => void, anchor: RefObject<HTMLElement | null>) {
  const panel = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const button = anchor.current?.querySelector('button')
    const shown = panel.current
    if (!open || !button || !shown) return undefined
    const move = () => place(button, shown)
    move()
    shown.querySelector<HTMLElement>(focusable)?.focus()
    const observer = new ResizeObserver(move)
    observer.observe(shown)
    window.addEventListener('resize', move)
    window.addEventListener('scroll', move, true)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', move)
      window.removeEventListener('scroll', move, true)
    }
  }, [open, anchor])
  useEffect(() => {
    if (!open) return undefined
    const outside = (event: Event) => {
      if (!anchor.current?.contains(event.target as Node)) close()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    const button = anchor.current?.querySelector('button')
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      // The focus was in the panel that is gone: back to the button.
      if (document.activeElement === document.body) button?.focus()
    }
  }, [open, close, anchor])
  return panel
}

/** A button that opens a small panel. Escape, a click outside or leaving by Tab closes it. */
export function Popover({ label, name, look = 'default', arrow = true, children }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const [close] = useState(() => () => setOpen(false))
  const anchor = useRef<HTMLSpanElement>(null)
  const panel = usePanel(open, close, anchor)
  const id = useId()
  return (
    <span
      ref={anchor}
      className={styles.anchor}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
      role="presentation"
    >
      <Button
        look={look}
        aria-label={typeof label === 'string' && label.includes(name) ? undefined : name}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.label}>{label}</span>
        {arrow && <span className={styles.arrow} aria-hidden="true" />}
      </Button>
      {open && (
        <dialog open ref={panel} id={id} aria-label={name} className={styles.panel}>
          {children(close)}
        </dialog>
      )}
    </span>
  )
}
