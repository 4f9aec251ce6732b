import { withFixedValues } from '@kesheng/contracts/intake/mapping'
import { contentOf } from '@kesheng/connectors/files/file'
import { readRecords } from '@kesheng/connectors/files/read-records'
import { contentIdentity } from '@kesheng/core/intake/content-identity'
import type { RecordReader } from '@kesheng/core/intake/run-import'

/** Reads spooled files with the connectors. */
export const fileReader: RecordReader = {
  read: (upload, record, options) => {
    const { path, name } = upload
    const mapping = withFixedValues(record.options.mapping, record.options)
    return readRecords({
      path,
      name,
      mapping,
      ...options,
      ...(record.entry === '' ? {} : { entry: record.entry }),
    })
  },
  identity: (upload, record) => contentIdentity(contentOf(upload.path, record.entry || undefined)),
}
