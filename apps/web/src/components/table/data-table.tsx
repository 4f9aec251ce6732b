/* oxlint-disable jsx-a11y/prefer-tag-over-role -- virtual rows stand absolutely; a real table drops its roles then. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './data-table.module.css'
import { nextSort, sortRows, type Sort, type SortValue } from './sort.ts'

export interface DataColumn<Row> {
  id: string
  title: string
  /** Width in pixels, or `grow` to share what is left (at least 160 px). */
  width: number | 'grow'
  /** Right-aligned figures, sorted from the top first. */
  numeric?: boolean
  render: (row: Row) => ReactNode
  /** Makes the column sortable. */
  sortValue?: (row: Row) => SortValue
}

interface DataTableProps<Row> {
  label: string
  columns: readonly DataColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Enter or a click on a row. */
  onOpen?: (row: Row) => void
  selectedKey?: string
  initialSort?: Sort
  /** Sorting decided outside, e.g. within the branches of a tree: rows are shown as given. */
  sorting?: { sort: Sort | null; onSort: (sort: Sort) => void }
  /** Pixels of the scroll area; the rows inside are virtual. */
  height?: number
  rowHeight?: number
}

/** Two lines of small type; the style sheet sets the same. */
const headerHeight = 44

function template(columns: readonly { width: number | 'grow' }[]): string {
  return columns.map(({ width }) => (width === 'grow' ? 'minmax(160px, 1fr)' : `${width}px`)).join(' ')
}

/** Smallest width at which no column is squeezed; below it the table scrolls sideways. */
function smallestWidth(columns: readonly { width: number | 'grow' }[]): number {
  return columns.reduce((sum, { width }) => sum + (width === 'grow' ? 160 : width), 0)
}

function useSorted<Row>(rows: readonly Row[], columns: readonly DataColumn<Row>[], initial: Sort | null) {
  const [sort, setSort] = useState(initial)
  const valueOf = columns.find((column) => column.id === sort?.column)?.sortValue
  const sorted = useMemo(
    () => (sort && valueOf ? sortRows(rows, valueOf, sort.direction) : rows),
    // A column's `sortValue` is written inline by callers; the column id stands for it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [rows, sort],
  )
  return { sorted, sort, setSort }
}

interface HeaderProps<Row> {
  columns: readonly DataColumn<Row>[]
  sort: Sort | null
  onSort: (sort: Sort) => void
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: { column: DataColumn<Row> } & Omit<HeaderProps<Row>, 'columns'>) {
  const { t } = useTranslation()
  const numeric = column.numeric ?? false
  const direction = sort?.column === column.id ? sort.direction : null
  const classes = `${styles.cell} ${numeric ? styles.number : ''}`
  if (!column.sortValue) {
    return (
      <span role="columnheader" className={classes}>
        {column.title}
      </span>
    )
  }
  const order = direction === null ? 'none' : direction === 'asc' ? 'ascending' : 'descending'
  return (
    <span role="columnheader" aria-sort={order} className={classes}>
      <button
        type="button"
        className={`${styles.sort} ${direction ? styles.sorted : ''}`}
        title={t('common.sortBy', { column: column.title })}
        onClick={() => onSort(nextSort(sort, column.id, numeric))}
      >
        {column.title}
        <span className={styles.mark} aria-hidden="true">
          {direction === null ? '' : direction === 'asc' ? '↑' : '↓'}
        </span>
      </button>
    </span>
  )
}

/** Row to move to for a key; null when the key does nothing here. */
export function movedRow(key: string, current: number, count: number): number | null {
  const moves: Record<string, number> = {
    ArrowDown: current + 1,
    j: current + 1,
    ArrowUp: current - 1,
    k: current - 1,
    Home: 0,
    End: count - 1,
    PageDown: current + 10,
    PageUp: current - 10,
  }
  const next = moves[key]
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next))
}

/** A table of any length: virtual rows with table roles, sortable heads, arrows or j/k to move and Enter to open. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, selectedKey, initialSort, rowHeight = 40 } = props
  const own = useSorted(rows, columns, initialSort ?? null)
  const { sorted, sort, setSort } = props.sorting
    ? { sorted: rows, sort: props.sorting.sort, setSort: props.sorting.onSort }
    : own
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const height = Math.min(props.height ?? 480, headerHeight + sorted.length * rowHeight + 3)
  // oxlint-disable-next-line react/incompatible-library -- nothing memoised is handed its functions.
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: headerHeight,
    initialRect: { width: 800, height },
    getItemKey: (index) => rowKey(sorted[index] as Row),
  })
  const focusRow = (index: number) => {
    setActive(index)
    virtual.scrollToIndex(index)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
    )
  }
  const pressed = (event: KeyboardEvent, index: number) => {
    if (event.target !== event.currentTarget) return
    const next = movedRow(event.key, index, sorted.length)
    if (next !== null) focusRow(next)
    else if (event.key === 'Enter') onOpen?.(sorted[index] as Row)
    else return
    event.preventDefault()
  }
  const grid = { gridTemplateColumns: template(columns) }
  return (
    <div ref={scroller} className={styles.scroller} style={{ height }}>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        className={styles.table}
        style={{ width: 'max-content', minWidth: `max(100%, ${smallestWidth(columns)}px)` }}
      >
        <div role="rowgroup" className={styles.header}>
          <div role="row" className={styles.row} style={grid}>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = sorted[index] as Row
            const selected = selectedKey !== undefined && rowKey(row) === selectedKey
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                tabIndex={index === Math.min(active, sorted.length - 1) ? 0 : -1}
                className={[styles.row, onOpen && styles.clickable, selected && styles.active]
                  .filter(Boolean)
                  .join(' ')}
                style={{ ...grid, height: rowHeight, transform: `translateY(${start - headerHeight}px)` }}
                onKeyDown={(event) => pressed(event, index)}
                onFocus={() => setActive(index)}
                onClick={onOpen && (() => onOpen(row))}
              >
                {columns.map((column) => (
                  <span
                    key={column.id}
                    role="cell"
                    className={`${styles.cell} ${column.numeric ? styles.number : ''}`}
                  >
                    {column.render(row)}
                  </span>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
