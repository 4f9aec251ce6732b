import { dimensionInfo, dimensions, metricInfo, metrics } from '@kesheng/core/metrics/catalogue'
import { jsonOption, type Command } from './command.ts'
import { table } from './table.ts'

/** The catalogue is part of the program: no store and no server is needed to show it. */
export const metricsCommand: Command = {
  usage: 'metrics',
  summary: { zh: '列出指标与维度', en: 'list metrics and dimensions' },
  options: [jsonOption],
  async run({ language, print }, _args, options) {
    const catalogue = { metrics: metrics.map(metricInfo), dimensions: dimensions.map(dimensionInfo) }
    if (options['json'] === true) {
      print(JSON.stringify(catalogue))
      return 0
    }
    const header = { zh: ['分组', '指标', '名称', '单位'], en: ['group', 'metric', 'label', 'unit'] }[
      language
    ]
    print(
      table(
        header,
        catalogue.metrics.map((one) => [one.group, one.id, one.label[language], one.unit]),
      ),
    )
    const dimensionHeader = { zh: ['维度', '名称'], en: ['dimension', 'label'] }[language]
    print(
      `\n${table(
        dimensionHeader,
        catalogue.dimensions.map((one) => [one.id, one.label[language]]),
      )}`,
    )
    return 0
  },
}
