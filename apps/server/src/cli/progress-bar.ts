import type { ImportJob } from '@kesheng/contracts/http/import.routes'
import type { Language } from '../http/language.ts'

const cells = 24

/** One line of progress: share of the file, rows, rate and time left; then the share analysed. */
export function progressLine(job: ImportJob, language: Language): string {
  const analysing = job.state === 'analysing'
  const share = analysing ? part(job.analysed, job.toAnalyse) : part(job.bytesRead, job.bytes)
  const filled = Math.round(share * cells)
  const bar = '█'.repeat(filled) + '░'.repeat(cells - filled)
  const step = { zh: analysing ? '分析' : '读取', en: analysing ? 'analysing' : 'reading' }[language]
  const rows = { zh: `${job.read} 行`, en: `${job.read} rows` }[language]
  const rate = { zh: `${job.rowsPerSecond} 行/秒`, en: `${job.rowsPerSecond} rows/s` }[language]
  const left =
    job.secondsLeft === null
      ? ''
      : { zh: `剩余 ${clock(job.secondsLeft)}`, en: `${clock(job.secondsLeft)} left` }[language]
  return [bar, `${Math.floor(share * 100)}%`, step, rows, rate, left].filter(Boolean).join('  ')
}

function part(done: number, total: number): number {
  return total > 0 ? Math.min(1, done / total) : 0
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`
}
