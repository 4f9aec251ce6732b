import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePinyinMatch } from '#components/pinyin-match.ts'
import { Panel } from '#components/panel.tsx'
import { Segmented } from '#components/segmented.tsx'
import { Empty, Loaded } from '#components/states.tsx'
import type { PageSearch } from '#lib/page/page-search.ts'
import { useOpinions } from './api/opinion-queries.ts'
import { OpinionBars, OpinionMap } from './components/distribution.tsx'
import { OpinionDetail } from './components/opinion-detail.tsx'
import { OpinionTable } from './components/opinion-table.tsx'
import { Switches } from './components/switches.tsx'
import styles from './opinions.module.css'
import { buildTree, findNode, matchingTree, type OpinionNode } from './prepare/opinion-tree.ts'

type OpinionsSearch = PageSearch & { node?: string | undefined; view?: 'bar' | undefined }

/** What is chosen on this page lives in the address beside the frame. */
function useOwnSearch() {
  const { node = '', view = 'treemap' } = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (own: { node?: string | undefined; view?: 'bar' | undefined }) =>
      void navigate({
        to: '.',
        search: (known: OpinionsSearch) => ({ ...known, ...own }),
        resetScroll: false,
      }),
    [navigate],
  )
  const select = useCallback((key: string) => change({ node: key }), [change])
  return { node, view, change, select }
}

function Distribution({ root }: { root: OpinionNode }) {
  const { t } = useTranslation()
  const { view, change, select } = useOwnSearch()
  const asBars = view === 'bar'
  return (
    <Panel
      title={t('opinions.mapTitle')}
      note={asBars ? t('opinions.barNote') : t('opinions.mapNote')}
      actions={
        <Segmented
          label={t('opinions.view')}
          options={[
            { value: 'treemap', label: t('opinions.treemap') },
            { value: 'bar', label: t('opinions.bar') },
          ]}
          value={view}
          onChange={(next) => change({ view: next === 'bar' ? next : undefined })}
        />
      }
    >
      {asBars ? <OpinionBars root={root} onSelect={select} /> : <OpinionMap root={root} onSelect={select} />}
    </Panel>
  )
}

function Tree({ root }: { root: OpinionNode }) {
  const { t } = useTranslation()
  const { node, select } = useOwnSearch()
  const [typed, setTyped] = useState('')
  const searching = typed.trim() !== ''
  const matches = usePinyinMatch(searching)
  const shown = searching ? matchingTree(root, (name) => matches(name, typed)) : root
  return (
    <Panel title={t('opinions.treeTitle')}>
      <p className={styles.rule}>{t('opinions.rule')}</p>
      <input
        type="search"
        className={styles.search}
        aria-label={t('opinions.search')}
        placeholder={t('opinions.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {shown ? (
        <OpinionTable
          root={shown}
          total={root.mentions}
          selected={node}
          allOpen={searching}
          onSelect={select}
        />
      ) : (
        <Empty title={t('opinions.noMatch')} />
      )}
    </Panel>
  )
}

/** What buyers say: level 1 → 2 → 3 → their own words. */
export function OpinionsPage() {
  const opinions = useOpinions()
  const { node } = useOwnSearch()
  const root = useMemo(() => opinions.data && buildTree(opinions.data), [opinions.data])
  return (
    <div className={styles.page}>
      <Switches />
      <Loaded query={{ ...opinions, data: root }} height={400}>
        {(tree) =>
          tree.mentions === 0 ? (
            <Panel>
              <Empty />
            </Panel>
          ) : (
            <>
              <Distribution root={tree} />
              <div className={styles.columns}>
                <Tree root={tree} />
                <OpinionDetail node={findNode(tree, node) ?? tree} />
              </div>
            </>
          )
        }
      </Loaded>
    </div>
  )
}
