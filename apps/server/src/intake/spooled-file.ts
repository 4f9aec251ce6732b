import { access } from 'node:fs/promises'
import { notFound } from '@kesheng/core/errors/errors'
import type { RecordReader } from '@kesheng/core/intake/run-import'

/** The reader, with a clear end to an import whose file is not on this machine. */
export function spooled(reader: RecordReader): RecordReader {
  return {
    read: async function* (upload, record, options) {
      await present(upload.path)
      yield* reader.read(upload, record, options)
    },
    identity: async (upload, record) => {
      await present(upload.path)
      return reader.identity(upload, record)
    },
  }
}

async function present(path: string): Promise<void> {
  await access(path).catch((cause: unknown) => {
    throw notFound({
      message: {
        zh: `上传的文件不在这台机器上（${path}）。`,
        en: `The uploaded file is not on this machine (${path}).`,
      },
      remedy: {
        zh: '请重新上传。有多个接收上传的进程时，把各自的 KESHENG_UPLOADS_DIR 指向同一个共享目录。',
        en: 'Upload it again. Several processes that receive uploads need KESHENG_UPLOADS_DIR to name one shared directory.',
      },
      cause,
    })
  })
}
