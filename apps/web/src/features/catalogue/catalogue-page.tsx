import styles from './components/catalogue.module.css'
import { CoverageMatrix } from './components/coverage-matrix.tsx'
import { SourceTable } from './components/source-table.tsx'

/** What data there is, how fresh and good it is, and what is missing. */
export function CataloguePage() {
  return (
    <div className={styles.page}>
      <SourceTable />
      <CoverageMatrix />
    </div>
  )
}
