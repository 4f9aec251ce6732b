import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import { queryRequest, type QueryInput, type QueryResult } from '@kesheng/contracts/metrics/query'
import { invalidInput } from '@kesheng/core/errors/errors'
import { jsonOption, type Command } from './command.ts'
import { table } from './table.ts'

export const queryCommand: Command = {
  usage: 'query <request>',
  summary: {
    zh: '查询指标，例如 \'{"metrics":["inquiries"],"grain":"day","timeRange":{"last":"30d"}}\'',
    en: 'query metrics, e.g. \'{"metrics":["inquiries"],"grain":"day","timeRange":{"last":"30d"}}\'',
  },
  options: [jsonOption],
  async run(context, [request = ''], options) {
    const body = parseRequest(request)
    const connection = await context.connect()
    try {
      const result = await connection.call(insightRoutes.query, { body })
      context.print(options['json'] === true ? JSON.stringify(result) : asTable(result))
      return 0
    } finally {
      await connection.close()
    }
  },
}

/** Checked before any store is opened, so a typing mistake costs nothing. */
export function parseRequest(text: string): QueryInput {
  const parsed = queryRequest.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  const list = issues.map(({ path, message }) => `${path === '' ? 'JSON' : path}: ${message}`).join('; ')
  throw invalidInput({
    message: { zh: `查询不能识别：${list}`, en: `The query is not understood: ${list}` },
    remedy: {
      zh: '运行 npx kesheng metrics 查看可用指标与维度。',
      en: 'Run npx kesheng metrics for the metrics and dimensions there are.',
    },
    issues,
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function asTable(result: QueryResult): string {
  const header = result.columns.map(({ id, unit }) =>
    unit === '' || unit === 'count' ? id : `${id} (${unit})`,
  )
  return `${table(header, result.rows)}\n${result.rows.length} × ${result.columns.length}, ${Math.round(result.elapsedMs)} ms`
}
