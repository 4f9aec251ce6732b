import type { CSSProperties, ReactNode, Ref } from 'react'

interface ScrollRegionProps {
  label: string
  className?: string | undefined
  style?: CSSProperties
  ref?: Ref<HTMLElement>
  children: ReactNode
}

/** A part of the page that scrolls by itself, reachable by keyboard and named. */
export function ScrollRegion({ label, ...rest }: ScrollRegionProps) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the arrow keys.
  return <section tabIndex={0} aria-label={label} {...rest} />
}
