import { basename } from 'node:path'
import type { SentimentRecord } from '@kesheng/analysis/evaluate/sentiment'
import { openFile } from '@kesheng/connectors/files/file'
import { readLayout } from '@kesheng/connectors/files/layout'
import { readRows } from '@kesheng/connectors/files/rows'
import { genericMapping } from '@kesheng/connectors/presets'

/** Where the words stand in labelled files. */
const mapping = { ...genericMapping('reviews'), fields: { text: { columns: ['text', 'review'] } } }

/** Rows of a labelled file in any format the importer reads; rows it cannot read are left out. */
export async function readLabelled(path: string): Promise<SentimentRecord[]> {
  const file = await openFile(path, basename(path))
  const layout = await readLayout(file, mapping)
  const records: SentimentRecord[] = []
  try {
    for await (const rows of readRows(file, layout, layout.tables.slice(0, 1), mapping, {}))
      for (const row of rows) if ('values' in row) records.push(row.values)
  } finally {
    if (layout.form === 'workbook') await layout.release()
  }
  return records
}
