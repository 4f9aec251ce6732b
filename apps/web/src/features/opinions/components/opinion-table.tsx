import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SplitBar } from '#components/split-bar.tsx'
import { DataTable, type DataColumn } from '#components/table/data-table.tsx'
import type { Sort } from '#components/table/sort.ts'
import { useLanguage } from '#i18n/language.ts'
import { formatChange, formatCount, formatValue, noValue } from '#lib/format/value.ts'
import { usePageActions } from '#lib/page/page-context.ts'
import styles from '../opinions.module.css'
import { filtersOf, keyOf, negativeShare, type OpinionNode } from '../prepare/opinion-tree.ts'
import { treeRows, treeSorts } from '../prepare/tree-rows.ts'

interface OpinionTableProps {
  root: OpinionNode
  /** All mentions of the page, the base of shares. */
  total: number
  selected: string
  /** Everything is open while searching. */
  allOpen: boolean
  onSelect: (key: string) => void
}

interface NameProps {
  node: OpinionNode
  open: boolean
  onToggle: () => void
}

function Name({ node, open, onToggle }: NameProps) {
  const { t } = useTranslation()
  const name = node.path.at(-1) ?? ''
  return (
    <span className={styles.name} style={{ paddingLeft: (node.path.length - 1) * 20 }}>
      {node.children.length > 0 ? (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-label={`${t(open ? 'common.collapse' : 'common.expand')} ${name}`}
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
        >
          {open ? '▾' : '▸'}
        </button>
      ) : (
        <span className={styles.leaf} />
      )}
      <span className={node.path.length === 1 ? styles.top : undefined}>{name}</span>
    </span>
  )
}

const sortable = (id: string) => (treeSorts[id] ? { sortValue: treeSorts[id] } : {})

function useColumns(total: number, isOpen: (key: string) => boolean, toggle: (key: string) => void) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openEvidence } = usePageActions()
  const mentions = (node: OpinionNode) => (
    <button
      type="button"
      className={styles.count}
      onClick={(event) => {
        event.stopPropagation()
        openEvidence({ metric: 'mentions', filters: filtersOf(node) })
      }}
    >
      {formatCount(node.mentions, language)}
    </button>
  )
  const split = (node: OpinionNode) => (
    <SplitBar
      {...node}
      label={t('opinions.split', {
        positive: formatCount(node.positive, language),
        neutral: formatCount(node.neutral, language),
        negative: formatCount(node.negative, language),
      })}
    />
  )
  const columns: DataColumn<OpinionNode>[] = [
    {
      id: 'name',
      title: t('opinions.name'),
      width: 'grow',
      render: (node) => (
        <Name node={node} open={isOpen(keyOf(node.path))} onToggle={() => toggle(keyOf(node.path))} />
      ),
      ...sortable('name'),
    },
    {
      id: 'mentions',
      title: t('opinions.mentions'),
      width: 88,
      numeric: true,
      render: mentions,
      ...sortable('mentions'),
    },
    {
      id: 'share',
      title: t('opinions.share'),
      width: 76,
      numeric: true,
      render: (node) => formatValue(total > 0 ? node.mentions / total : null, 'share', language),
    },
    { id: 'polarity', title: t('opinions.polarity'), width: 120, render: split },
    {
      id: 'negative',
      title: t('opinions.negativeShare'),
      width: 96,
      numeric: true,
      render: (node) => formatValue(negativeShare(node), 'share', language),
      ...sortable('negative'),
    },
    {
      id: 'change',
      title: t('opinions.change'),
      width: 92,
      numeric: true,
      render: ({ mentions: now, previous }) =>
        previous === null ? noValue : formatChange(now, previous, 'count', language),
      ...sortable('change'),
    },
  ]
  return columns
}

/** The three levels as a table that opens branch by branch. */
export function OpinionTable({ root, total, selected, allOpen, onSelect }: OpinionTableProps) {
  const { t } = useTranslation()
  const [sort, setSort] = useState<Sort>({ column: 'mentions', direction: 'desc' })
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => ancestorsOf(selected))
  const isOpen = (key: string) => allOpen || opened.has(key)
  const toggle = (key: string) =>
    setOpened(
      (known) => new Set(known.has(key) ? [...known].filter((other) => other !== key) : [...known, key]),
    )
  const columns = useColumns(total, isOpen, toggle)
  return (
    <DataTable
      label={t('opinions.treeTitle')}
      columns={columns}
      rows={treeRows(root, isOpen, sort)}
      rowKey={(node) => keyOf(node.path)}
      sorting={{ sort, onSort: setSort }}
      selectedKey={selected}
      height={620}
      onOpen={(node) => {
        const key = keyOf(node.path)
        if (node.children.length > 0 && !opened.has(key)) toggle(key)
        onSelect(key)
      }}
    />
  )
}

/** `产品/包装/漏液` → the branches that must be open to see it. */
function ancestorsOf(key: string): ReadonlySet<string> {
  const names = key.split('/')
  return new Set(names.slice(0, -1).map((_, depth) => names.slice(0, depth + 1).join('/')))
}
