import type { QuestionRule } from '@kesheng/contracts/intake/mapping'
import type { Values } from '../files/source-row.ts'
import { isBlank } from '../parse/blank.ts'
import { parseNumber, parseScore } from '../parse/number.ts'
import { parseTime } from '../parse/time.ts'
import { scoreKindOf } from './kinds/surveys.ts'
import { textOf, valueAt } from './values.ts'

interface Column {
  name: string
  /** Filled cells of the sample. */
  cells: string[]
  distinct: Set<string>
  numbers: number[]
}

function look(name: string, rows: readonly Values[]): Column {
  const cells = rows.map((row) => textOf(valueAt(row, name)).trim()).filter((text) => !isBlank(text))
  const numbers = cells.map(parseScore).filter((number) => number !== null)
  return { name, cells, distinct: new Set(cells), numbers }
}

const wholeBetween = (numbers: readonly number[], least: number, most: number): boolean =>
  numbers.every((number) => Number.isInteger(number) && number >= least && number <= most)

/** The usual scales by the greatest answer: 1–5, 1–7, 0/1–10, 0–100. */
function scaleOf(numbers: readonly number[], kind: string): { scaleMinimum: number; scaleMaximum: number } {
  const greatest = Math.max(...numbers)
  const least = Math.min(...numbers)
  if (kind === 'nps') return { scaleMinimum: 0, scaleMaximum: 10 }
  if (greatest <= 5) return { scaleMinimum: least < 1 ? 0 : 1, scaleMaximum: 5 }
  if (greatest <= 7) return { scaleMinimum: 1, scaleMaximum: 7 }
  return greatest <= 10
    ? { scaleMinimum: least < 1 ? 0 : 1, scaleMaximum: 10 }
    : { scaleMinimum: 0, scaleMaximum: 100 }
}

/** A date or time of day: when something happened, no answer. */
const isMoment = (cell: string): boolean => parseTime(cell, 'Asia/Shanghai', 0) !== null

const openQuestion =
  /备注|描述|建议|意见|原因|为什么|说明|其他|想法|补充|反馈|留言|comment|feedback|suggest|reason|why/i
const ids = /^(?:id|序号|编号|答卷编号|ip|来源|来自ip|来源详情|所用时间|总分)$/i

/** Ticked boxes: nothing but −1 (or 0, or blank) and small numbers, mostly not ticked. */
function isTicked(column: Column): boolean {
  if (column.numbers.length < column.cells.length || !wholeBetween(column.numbers, -1, 99)) return false
  return column.distinct.has('-1')
}

const rule = (
  column: Column,
  questionKind: QuestionRule['questionKind'],
  more: Partial<QuestionRule> = {},
): QuestionRule => ({
  column: column.name,
  questionId: column.name,
  questionText: column.name,
  questionKind,
  ...more,
})

/** What question a column asks, from its wording and its answers; null for counters, profiles and ids. */
function questionOf(column: Column): QuestionRule | null {
  if (ids.test(column.name) || column.cells.length === 0) return null
  if (isTicked(column)) return rule(column, 'choice', { emptyValues: ['-1'] })
  const allNumbers = column.numbers.length === column.cells.length
  if (!allNumbers && column.numbers.length > column.cells.length * 0.8) return null
  const asked = scoreKindOf(column.name)
  if (allNumbers) {
    const bounded = wholeBetween(column.numbers, 0, 10)
    const scored = bounded && column.distinct.size >= 5
    if (asked !== undefined && Math.max(...column.numbers) <= 100)
      return rule(column, asked, scaleOf(column.numbers, asked))
    if (scored && !/次数|数量|时长|金额|天数|count/i.test(column.name))
      return rule(column, 'score', scaleOf(column.numbers, 'score'))
    return bounded && /是否/.test(column.name) ? rule(column, 'choice') : null
  }
  if (column.cells.every(isMoment)) return null
  const words = column.cells.filter((cell) => parseNumber(cell) === null)
  const varied = column.distinct.size > Math.max(12, column.cells.length * 0.5)
  const long = words.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, words.length) >= 8
  if (openQuestion.test(column.name) || (varied && long)) return rule(column, 'text')
  return column.distinct.size <= 12 && /[?？]|是否|哪|选择|类型|渠道|星级/.test(column.name)
    ? rule(column, 'choice')
    : null
}

/** Questions of a wide survey: every column no field has taken that looks like one. */
export function guessQuestions(
  columns: readonly string[],
  taken: ReadonlySet<string>,
  rows: readonly Values[],
): QuestionRule[] {
  return columns
    .filter((column) => !taken.has(column))
    .map((column) => questionOf(look(column, rows)))
    .filter((question) => question !== null)
}
