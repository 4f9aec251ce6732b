import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { encodeModel } from '../src/models/model-file.ts'
import { binaryLabel } from '../src/evaluate/sentiment.ts'
import { wilson } from '../src/evaluate/classification.ts'
import { parseRecords } from '../src/training/parse-records.ts'
import { trainSentiment, type LabelledText } from '../src/training/train-sentiment.ts'

/**
 * `npm exec tsx packages/analysis/scripts/train-sentiment.ts -- OUT.kslm VERSION FILE…` trains on labelled CSV or
 * JSONL files (gzip too; columns `text` or `review`, and `label`) and prints what cross-validation says.
 */
function read(path: string): LabelledText[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return parseRecords(text, path.replace(/\.gz$/, '').endsWith('.csv') ? 'csv' : 'jsonl').flatMap(
    (record) => {
      const said = record['text'] ?? record['review']
      const label = binaryLabel(record['label'])
      return said && label !== null ? [{ text: said, label }] : []
    },
  )
}

const [out, version, ...files] = process.argv.slice(2)
if (out === undefined || version === undefined || files.length === 0) {
  process.stderr.write('usage: train-sentiment.ts OUT.kslm VERSION FILE…\n')
  process.exit(2)
}
const examples = files.flatMap(read)
const { model, validation } = trainSentiment(`sentiment@${version}`, examples)
writeFileSync(out, encodeModel(model))
const mean = validation.accuracies.reduce((sum, value) => sum + value, 0) / validation.accuracies.length
const right = Math.round(mean * examples.length)
process.stdout.write(
  `${JSON.stringify({
    examples: examples.length,
    folds: validation.accuracies.map((value) => value.toFixed(4)),
    accuracy: mean.toFixed(4),
    interval: wilson(right, examples.length).map((value) => value.toFixed(4)),
    calibration: { slope: model.slope.toFixed(3), intercept: model.intercept.toFixed(3) },
  })}\n`,
)
