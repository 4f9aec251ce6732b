const levels: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info ',
  40: 'WARN ',
  50: 'ERROR',
  60: 'FATAL',
}
const silent = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err', 'req', 'res'])

/** One pino JSON line as a person reads it on a terminal: `12:03:04 info  message  key=value`. */
export function humanLine(json: string): string {
  const entry = JSON.parse(json) as Record<string, unknown> & { level: number; time: number; msg?: string }
  const time = new Date(entry.time).toTimeString().slice(0, 8)
  const details = Object.entries(entry)
    .filter(([name]) => !silent.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const failure = entry['err'] as { stack?: string } | undefined
  const line = [time, levels[entry.level] ?? entry.level, entry.msg ?? '', ...details].join(' ')
  return failure?.stack === undefined ? `${line}\n` : `${line}\n${failure.stack}\n`
}
