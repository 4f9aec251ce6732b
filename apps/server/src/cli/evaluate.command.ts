import { access } from 'node:fs/promises'
import { evaluateSentiment, type SentimentRecord } from '@kesheng/analysis/evaluate/sentiment'
import { sentimentScorer } from '@kesheng/analysis/models/sentiment'
import { invalidInput } from '@kesheng/core/errors/errors'
import { jsonOption, type Command } from './command.ts'
import { readLabelled } from './labelled-records.ts'
import { table } from './table.ts'

export const evaluateCommand: Command = {
  usage: 'evaluate <task>',
  summary: {
    zh: '在标注数据上评测分析效果（sentiment）',
    en: 'measure the analysis on labelled data (sentiment)',
  },
  options: [
    {
      flags: '--data <file>',
      description: {
        zh: '含 text 或 review 与 label 的 CSV / JSONL，可 .gz',
        en: 'CSV or JSONL with text or review and label, .gz too',
      },
    },
    jsonOption,
  ],
  async run(context, [task = ''], options) {
    if (task !== 'sentiment') {
      throw invalidInput({
        message: { zh: `没有评测任务 ${task}`, en: `There is no task ${task}` },
        remedy: { zh: '可用：sentiment', en: 'There is: sentiment' },
      })
    }
    const records = await recordsOf(options['data'])
    const result = evaluateSentiment(records, sentimentScorer())
    if (result.n === 0) throw nothingLabelled()
    if (options['json'] === true) context.print(JSON.stringify(result))
    else {
      const { n, skipped, version, metrics } = result
      const header = { zh: ['指标', '值', '95% 区间'], en: ['metric', 'value', '95 % interval'] }[
        context.language
      ]
      context.print(
        table(header, [
          ['accuracy', metrics.accuracy, JSON.stringify(metrics.accuracyCi)],
          ['macroF1', metrics.macroF1, JSON.stringify(metrics.macroF1Ci)],
        ]),
      )
      context.print(`n = ${n}, skipped = ${skipped}, ${version}`)
    }
    return 0
  },
}

async function recordsOf(path: string | boolean | undefined): Promise<SentimentRecord[]> {
  if (typeof path !== 'string') {
    throw invalidInput({ message: { zh: '缺少 --data FILE', en: '--data FILE is missing' } })
  }
  await access(path).catch(() => {
    throw invalidInput({ message: { zh: `没有文件 ${path}`, en: `There is no file ${path}` } })
  })
  return readLabelled(path)
}

function nothingLabelled() {
  return invalidInput({
    message: { zh: '没有可用的标注。', en: 'There is no usable label.' },
    remedy: {
      zh: '需要 text 或 review 列与 label 列（1/0、positive/negative、正面/负面）。',
      en: 'A column text or review and a column label (1/0, positive/negative, 正面/负面) are needed.',
    },
  })
}
