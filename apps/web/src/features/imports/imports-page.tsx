import { useState } from 'react'
import { DropZone } from './components/drop-zone.tsx'
import { ImportJobs } from './components/import-jobs.tsx'
import { UploadRow } from './components/upload-row.tsx'
import styles from './imports-page.module.css'

interface Chosen {
  key: number
  file: File
}

/** Drop files, look at what was detected, start; below, every import with its progress and rejects. */
export function ImportsPage() {
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const add = (files: readonly File[]) =>
    setChosen((known) => {
      const next = (known.at(-1)?.key ?? 0) + 1
      return [...known, ...files.map((file, index) => ({ key: next + index, file }))]
    })
  const remove = (key: number) => setChosen((known) => known.filter((entry) => entry.key !== key))
  return (
    <div className={styles.page}>
      <DropZone onFiles={add} />
      {chosen.map(({ key, file }) => (
        <UploadRow key={key} file={file} onClose={() => remove(key)} />
      ))}
      <ImportJobs />
    </div>
  )
}
