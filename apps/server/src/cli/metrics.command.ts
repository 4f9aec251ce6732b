import { insightRoutes } from '@kesheng/contracts/http/insight.routes'
import { jsonOption, type Command } from './command.ts'
import { table } from './table.ts'

export const metricsCommand: Command = {
  usage: 'metrics',
  summary: { zh: '列出指标与维度', en: 'list metrics and dimensions' },
  options: [jsonOption],
  async run(context, _args, options) {
    const connection = await context.connect()
    try {
      const catalogue = await connection.call(insightRoutes.metrics, {})
      if (options['json'] === true) context.print(JSON.stringify(catalogue))
      else {
        const { language } = context
        const header = { zh: ['分组', '指标', '名称', '单位'], en: ['group', 'metric', 'label', 'unit'] }[
          language
        ]
        context.print(
          table(
            header,
            catalogue.metrics.map((one) => [one.group, one.id, one.label[language], one.unit]),
          ),
        )
        const dimensions = { zh: ['维度', '名称'], en: ['dimension', 'label'] }[language]
        context.print(
          `\n${table(
            dimensions,
            catalogue.dimensions.map((one) => [one.id, one.label[language]]),
          )}`,
        )
      }
      return 0
    } finally {
      await connection.close()
    }
  },
}
