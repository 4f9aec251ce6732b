import { isBankCard, isIdCard, isMobile } from './checksums.ts'
import { chineseDigitRuns, digitRuns, type DigitRun } from './digit-runs.ts'
import type { Finding } from './spans.ts'

interface Piece {
  /** Indices into the run's digits, end exclusive. */
  from: number
  to: number
  kind: Finding['kind']
}

const orderCue = /(订单|单号|运单|快递号|物流号|order(?!id_)|退款编号|服务单|交易号|交易编号|付款编号)/i
const phoneCue = /(电话|手机|联系|号码|tel|致电|座机|分机|微信|拨打)/i
const platformOrder = /^\d{6}-\d{15}$/
const areaCode = /^(010|02\d|0[3-9]\d{2})$/

/**
 * Words just before a number tell what it is; twelve characters reach over `号是：`. A mask cuts them off, or the
 * 订单 inside a mask would name the number behind it.
 */
function before(text: string, start: number): string {
  const words = text.slice(Math.max(0, start - 12), start)
  return words.slice(Math.max(words.lastIndexOf(']'), words.lastIndexOf('\0')) + 1)
}

function wholeRun(run: DigitRun, text: string): Piece | null {
  const { digits } = run
  const cue = before(text, run.start)
  const all = { from: 0, to: digits.length }
  if (platformOrder.test(text.slice(run.start, run.end))) return { ...all, kind: 'orderNumber' }
  if (orderCue.test(cue) && digits.length >= 8 && run.groups.length === 1 && !isIdCard(digits)) {
    const mobile = isMobile(digits)
    return { ...all, kind: mobile && phoneCue.test(cue) ? 'phone' : 'orderNumber' }
  }
  if (isIdCard(digits)) return { ...all, kind: 'idCard' }
  if (isBankCard(digits)) return { ...all, kind: 'bankCard' }
  return null
}

/** `010-12345678`, `0755 8765 4321`, `400-820-8820`; a plain number counts when the words before say so. */
function landline(run: DigitRun, text: string): Piece | null {
  const { digits, groups } = run
  const all = { from: 0, to: digits.length, kind: 'phone' as const }
  const first = groups.length > 1 ? digits.slice(0, groups[1]) : ''
  if (areaCode.test(first) && digits.length >= 10 && digits.length <= 12) return all
  if (/^[48]00$/.test(first) && digits.length === 10) return all
  if (groups.length === 1 && /^0(10|2\d|[3-9]\d{2})\d{7,8}$/.test(digits)) return all
  const named = phoneCue.test(before(text, run.start))
  return named && groups.length === 1 && /^([48]00\d{7}|[2-8]\d{6,7})$/.test(digits) ? all : null
}

/** Pieces of a run of several groups: each mobile or card that starts and ends on group boundaries. */
function groupPieces(run: DigitRun): Piece[] {
  const bounds = [...run.groups, run.digits.length]
  const pieces: Piece[] = []
  let group = 0
  while (group < bounds.length - 1) {
    const next = pieceAt(run, bounds, group)
    if (next) {
      pieces.push(next.piece)
      group = next.group
    } else group += 1
  }
  return pieces
}

function pieceAt(run: DigitRun, bounds: number[], group: number): { piece: Piece; group: number } | null {
  const from = bounds[group]!
  let found: { piece: Piece; group: number } | null = null
  for (let end = group + 1; end < bounds.length; end += 1) {
    const to = bounds[end]!
    if (to - from > 19) break
    const digits = run.digits.slice(from, to)
    const kind = classify(digits)
    if (kind === null) continue
    found = { piece: { from, to, kind }, group: end }
    if (kind === 'phone') break
  }
  return found
}

/** Mobile (also after 86, 0086 or a stray 0), ID card or bank card. */
function classify(digits: string): Piece['kind'] | null {
  if (isMobile(digits)) return 'phone'
  if (/^(0086|086|86|0)1[3-9]\d{9}$/.test(digits)) return 'phone'
  if (isIdCard(digits)) return 'idCard'
  if (isBankCard(digits)) return 'bankCard'
  return null
}

/** Sixteen digits or more that are neither card: only orders and parcels have such numbers here. */
function longNumber(run: DigitRun): Piece | null {
  return run.groups.length === 1 && run.digits.length >= 16 && run.digits.length <= 24
    ? { from: 0, to: run.digits.length, kind: 'orderNumber' }
    : null
}

function pieces(run: DigitRun, text: string): Piece[] {
  const whole = wholeRun(run, text)
  if (whole) return [whole]
  const parts = groupPieces(run)
  if (parts.length > 0) return parts
  const other = landline(run, text) ?? longNumber(run)
  return other ? [other] : []
}

function maskOf(kind: Finding['kind'], digits: string): string {
  if (kind === 'phone') {
    const own = digits.slice(-11)
    if (isMobile(own)) return `${own.slice(0, 3)}****${own.slice(7)}`
    return `${digits.slice(0, /^(02|010)/.test(digits) ? 3 : 4)}-****${digits.slice(-2)}`
  }
  if (kind === 'idCard') return '[身份证号]'
  if (kind === 'bankCard') return `[银行卡*${digits.slice(-4)}]`
  return `[订单*${digits.slice(-4)}]`
}

/** Phones, ID cards, bank cards and order numbers of a half-width text. Linear in its length. */
export function findNumbers(text: string): (Finding & { digits: string })[] {
  const findings: (Finding & { digits: string })[] = []
  for (const run of digitRuns(text, 7)) {
    for (const piece of pieces(run, text)) {
      const digits = run.digits.slice(piece.from, piece.to)
      findings.push({
        start: run.offsets[piece.from]!,
        end: run.offsets[piece.to - 1]! + 1,
        kind: piece.kind,
        mask: maskOf(piece.kind, digits),
        digits: piece.kind === 'orderNumber' ? text.slice(run.start, run.end) : digits,
      })
    }
  }
  for (const run of chineseDigitRuns(text)) {
    if (run.digits.length !== 11 || !isMobile(run.digits)) continue
    findings.push({
      start: run.start,
      end: run.end,
      kind: 'phone',
      mask: maskOf('phone', run.digits),
      digits: run.digits,
    })
  }
  return findings
}
