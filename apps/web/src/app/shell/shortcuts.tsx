import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#components/dialog.tsx'
import { keepFrame } from '#lib/page/page-search.ts'
import type { NavGroup } from './nav-items.ts'
import { chordMs, isTyping, shortcutOf } from './shortcut-keys.ts'
import styles from './shell.module.css'

/** `g` then a letter goes to a page, `/` to the page's search field, `?` shows the list. */
export function useShortcuts(groups: readonly NavGroup[], onHelp: () => void): void {
  const navigate = useNavigate()
  const chord = useRef({ key: '', at: 0 })
  useEffect(() => {
    const paths = Object.fromEntries(groups.flatMap(({ items }) => items.map(({ key, path }) => [key, path])))
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const fresh = event.timeStamp - chord.current.at < chordMs
      const shortcut = shortcutOf(event.key, fresh ? chord.current.key : null, paths)
      chord.current = { key: event.key, at: event.timeStamp }
      if (shortcut === null || shortcut.do === 'chord') return
      event.preventDefault()
      if (shortcut.do === 'go') void navigate({ to: shortcut.path, search: keepFrame })
      else if (shortcut.do === 'help') onHelp()
      else document.querySelector<HTMLElement>('main input[type="search"], main [role="searchbox"]')?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [groups, navigate, onHelp])
}

export function ShortcutHelp({ groups, onClose }: { groups: readonly NavGroup[]; onClose: () => void }) {
  const { t } = useTranslation()
  const pages = groups.flatMap(({ items }) => items)
  return (
    <Dialog title={t('shell.shortcuts')} onClose={onClose}>
      <dl className={styles.shortcutList}>
        {pages.map(({ path, key, label }) => (
          <div key={path}>
            <dt>
              <kbd>g</kbd> <kbd>{key}</kbd>
            </dt>
            <dd>{t('shell.shortcutGo', { page: t(label) })}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>{t('shell.shortcutSearch')}</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t('shell.shortcutHelp')}</dd>
        </div>
      </dl>
    </Dialog>
  )
}
