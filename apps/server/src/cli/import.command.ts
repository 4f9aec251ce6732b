import { ownerships, type Ownership } from '@kesheng/contracts/facts/common'
import { invalidInput } from '@kesheng/core/errors/errors'
import { jsonOption, type Command, type CommandContext } from './command.ts'
import { describeError } from './describe-error.ts'
import { importFile, type ImportedFile, type ImportRequest } from './import-file.ts'
import { table } from './table.ts'
import { readMappingOption } from './mapping-option.ts'

export const importCommand: Command = {
  usage: 'import <files...>',
  summary: {
    zh: '导入文件（CSV、TSV、XLSX、JSON、JSONL，可压缩）',
    en: 'import files (CSV, TSV, XLSX, JSON, JSONL, compressed or not)',
  },
  options: [
    {
      flags: '--kind <kind>',
      description: { zh: '数据种类，默认自动识别', en: 'kind of data, detected by default' },
    },
    {
      flags: '--mapping <mapping>',
      description: { zh: '预设名，或映射 JSON 文件', en: 'preset, or a JSON file with a mapping' },
    },
    {
      flags: '--shop <name>',
      description: {
        zh: '店铺；文件自己写了店铺的行以文件为准',
        en: 'shop of rows that name none; what the file says comes first',
      },
    },
    {
      flags: '--platform <id>',
      description: {
        zh: '平台；文件自己写了平台的行以文件为准，预设的平台则被它取代',
        en: 'platform of rows that name none, also instead of the preset’s own',
      },
    },
    {
      flags: '--ownership <whose>',
      description: {
        zh: 'own 本品（默认）| competitor 竞品 | category 同类',
        en: 'own (default) | competitor | category',
      },
    },
    {
      flags: '--default-time <iso>',
      description: {
        zh: '文件没有时间时各行的起始时间，逐行加一秒并标记为推定',
        en: 'first time of rows that have none; a second a row, marked as assumed',
      },
    },
    { flags: '--wait', description: { zh: '等到分析完成', en: 'return when analysis is done' } },
    jsonOption,
  ],
  async run(context, paths, options) {
    const started = context.clock()
    const request = await requestOf(options)
    const connection = await context.connect()
    const files: ImportedFile[] = []
    let failed = 0
    try {
      for (const path of paths) {
        try {
          for (const { file, unusable, untimed } of await importFile(context, connection, path, request)) {
            files.push(file)
            if (file.read === 0) context.note(`${file.file}: ${noRows[context.language]}`)
            if (untimed) context.note(`${file.file}: ${noTimes[context.language]}`)
            if (unusable === null) continue
            failed += 1
            context.note(`${file.file}: ${nothingRead[context.language]} ${unusable}`)
          }
        } catch (error) {
          failed += 1
          context.note(`${path}: ${describeError(error, context.language)}`)
        }
      }
    } finally {
      await connection.close()
    }
    const seconds = (context.clock() - started) / 1000
    context.print(
      options['json'] === true ? JSON.stringify({ files, seconds }) : summary(context, files, seconds),
    )
    return failed > 0 ? 1 : 0
  },
}

const noTimes = {
  zh: '没有时间的行未入库；请加 --default-time，例如 --default-time 2026-03-01T09:00:00+08:00，再导入一次。',
  en: 'Rows without a time were not stored; import again with e.g. --default-time 2026-03-01T09:00:00+08:00.',
}
const noRows = { zh: '没有数据行。', en: 'There are no rows of data.' }
const nothingRead = { zh: '没有读到任何可用的行。', en: 'No usable row was read.' }

async function requestOf(options: Record<string, string | boolean>): Promise<ImportRequest> {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined)
  const ownership = (text('ownership') ?? 'own') as Ownership
  if (!ownerships.includes(ownership)) {
    throw invalidInput({
      message: { zh: `--ownership ${ownership} 不可用`, en: `--ownership ${ownership} is not known` },
      remedy: { zh: `可用：${ownerships.join('、')}`, en: `Use one of ${ownerships.join(', ')}` },
    })
  }
  return {
    ...(await readMappingOption(text('mapping'), text('kind'))),
    shop: text('shop'),
    platform: text('platform'),
    ownership,
    defaultTime: text('defaultTime'),
    wait: options['wait'] === true,
  }
}

function summary({ language }: CommandContext, files: readonly ImportedFile[], seconds: number): string {
  const header = {
    zh: ['文件', '种类', '映射', '读取', '入库', '重复', '拒绝', '拒绝明细'],
    en: ['file', 'kind', 'mapping', 'read', 'accepted', 'duplicates', 'rejected', 'rejects file'],
  }[language]
  const rows = files.map((one) => [
    one.file,
    one.kind,
    one.mapping,
    one.read,
    one.accepted,
    one.duplicates,
    one.rejected,
    one.rejectsFile ?? '',
  ])
  return `${table(header, rows)}\n${seconds.toFixed(1)} s`
}
