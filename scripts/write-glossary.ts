// Writes the generated part of docs/glossary.md from the metric catalogue: node --import tsx scripts/write-glossary.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { dimensions, metrics } from '@kesheng/core/metrics/catalogue'

const path = new URL('../docs/glossary.md', import.meta.url)
const marker = '<!-- generated from the catalogue below this line -->'
const [head = ''] = readFileSync(path, 'utf8').split(marker)
const metricLines = Object.values(metrics).map(
  ({ id, label, unit, description }) => `| ${label.zh} | \`${id}\` | ${unit} | ${description.zh} |`,
)
const dimensionLines = Object.values(dimensions).map(
  ({ id, label }) => `| ${label.zh} | \`${id}\` | ${label.en} |`,
)

writeFileSync(
  path,
  [
    `${head}${marker}`,
    '',
    '## 指标 Metrics',
    '',
    '| 中文 | identifier | unit | 口径 |',
    '| --- | --- | --- | --- |',
    ...metricLines,
    '',
    '## 维度 Dimensions',
    '',
    '| 中文 | identifier | English |',
    '| --- | --- | --- |',
    ...dimensionLines,
    '',
  ].join('\n'),
)
