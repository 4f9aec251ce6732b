const unitSeconds: readonly [RegExp, number][] = [
  [/^(?:天|日|days?|d)/i, 86_400],
  [/^(?:小时|时|hours?|hrs?|h)/i, 3_600],
  [/^(?:分钟|分|minutes?|mins?|m(?!s)|')/i, 60],
  [/^(?:毫秒|milliseconds?|ms)/i, 0.001],
  [/^(?:秒钟?|seconds?|secs?|s|")/i, 1],
]

/** Seconds of `1小时2分3秒`, `2'30"`, `1h2m`, `00:02:30`, `02:30` (minutes first), `150`; null when it is none. */
export function parseDuration(text: string): number | null {
  const folded = text.normalize('NFKC').replace(/\s/g, '')
  if (/^\d+(?:\.\d+)?$/.test(folded)) return Number(folded)
  const clock = /^(?:(\d+):)?(\d{1,3}):(\d{1,2}(?:\.\d+)?)$/.exec(folded)
  if (clock !== null) return Number(clock[1] ?? 0) * 3_600 + Number(clock[2]) * 60 + Number(clock[3])
  return sumUnits(folded)
}

function sumUnits(text: string): number | null {
  let rest = text
  let seconds = 0
  while (rest !== '') {
    const amount = /^\d+(?:\.\d+)?/.exec(rest)?.[0]
    if (amount === undefined) return null
    rest = rest.slice(amount.length)
    const unit = unitSeconds.find(([pattern]) => pattern.test(rest))
    if (unit === undefined) return null
    seconds += Number(amount) * unit[1]
    rest = rest.replace(unit[0], '')
  }
  return text === '' ? null : Number(seconds.toFixed(3))
}

/** True when the text names its units or is a clock, so it cannot be a bare count. */
export function looksLikeDuration(text: string): boolean {
  return (
    /^\d[\d.:\s]*(?:[天日小时分钟秒:][\d.:天日小时分钟秒\s]*)+$/.test(text) && parseDuration(text) !== null
  )
}
