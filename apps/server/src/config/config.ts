import { join, resolve } from 'node:path'
import { invalidInput, type KeshengError } from '@kesheng/core/errors/errors'
import { z } from 'zod'

const optionalUrl = (protocols: readonly string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      message: `a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    })
    .optional()

/** 32 bytes as 64 hex digits or as base64. */
const secretKey = z
  .string()
  .refine((value) => decodeKey(value).length === 32, {
    message: '32 bytes as 64 hex digits or base64, e.g. from `openssl rand -hex 32`',
  })
  .optional()

/** Every setting the process reads from its environment. An empty value counts as absent. */
export const environment = z.object({
  PORT: z.coerce
    .number({ message: 'a whole number from 0 to 65535, e.g. 4700' })
    .int('a whole number from 0 to 65535, e.g. 4700')
    .min(0, 'a whole number from 0 to 65535, e.g. 4700')
    .max(65_535, 'a whole number from 0 to 65535, e.g. 4700')
    .default(4700),
  HOST: z.string().default('127.0.0.1'),
  KESHENG_DATA_DIR: z.string().default('./.kesheng'),
  KESHENG_UPLOADS_DIR: z.string().optional(),
  KESHENG_DATABASE_URL: optionalUrl(['postgres:', 'postgresql:']),
  KESHENG_CLICKHOUSE_URL: optionalUrl(['http:', 'https:']),
  KESHENG_LLM_BASE_URL: optionalUrl(['http:', 'https:']),
  KESHENG_LLM_API_KEY: z.string().optional(),
  KESHENG_LLM_MODEL: z.string().optional(),
  KESHENG_EMBEDDINGS_MODEL: z.string().optional(),
  KESHENG_SECRET_KEY: secretKey,
  KESHENG_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      message: 'one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
  KESHENG_PUBLIC_URL: optionalUrl(['http:', 'https:']),
})

export interface Config {
  port: number
  host: string
  /** Absolute path. */
  dataDir: string
  /** Absolute path of the directory where uploaded files wait to be read. */
  uploadsDir: string
  /** Every process sees the same uploads. */
  sharedUploads: boolean
  databaseUrl: string | undefined
  clickhouseUrl: string | undefined
  secretKey: Buffer | undefined
  logLevel: string
  /** Address people use, without a trailing slash; links are made with it. */
  publicUrl: string | undefined
  llm: {
    baseUrl: string | undefined
    apiKey: string | undefined
    model: string | undefined
    embeddingsModel: string | undefined
  }
}

/** Reads the environment, or says which variable is wrong and what to write instead. */
export function readConfig(
  variables: Record<string, string | undefined> = process.env,
  workingDirectory = process.cwd(),
): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw badEnvironment(parsed.error, given)
  const values = parsed.data
  const dataDir = resolve(workingDirectory, values.KESHENG_DATA_DIR)
  const uploads = values.KESHENG_UPLOADS_DIR
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir,
    uploadsDir: uploads === undefined ? join(dataDir, 'uploads') : resolve(workingDirectory, uploads),
    sharedUploads: uploads !== undefined,
    databaseUrl: values.KESHENG_DATABASE_URL,
    clickhouseUrl: values.KESHENG_CLICKHOUSE_URL,
    secretKey: values.KESHENG_SECRET_KEY === undefined ? undefined : decodeKey(values.KESHENG_SECRET_KEY),
    logLevel: values.KESHENG_LOG_LEVEL,
    publicUrl: values.KESHENG_PUBLIC_URL?.replace(/\/+$/, ''),
    llm: {
      baseUrl: values.KESHENG_LLM_BASE_URL,
      apiKey: values.KESHENG_LLM_API_KEY,
      model: values.KESHENG_LLM_MODEL,
      embeddingsModel: values.KESHENG_EMBEDDINGS_MODEL,
    },
  }
}

function decodeKey(value: string): Buffer {
  return /^[0-9a-f]{64}$/i.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64')
}

/** Secrets are named but never repeated. */
function badEnvironment(error: z.ZodError, given: Record<string, string | undefined>): KeshengError {
  const issues = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  const lines = issues.map(({ path, message }) => {
    const shown = /KEY|URL/.test(path) ? path : `${path}=${given[path] ?? ''}`
    return { zh: `${shown} 不可用，应为：${message}`, en: `${shown} cannot be used; give ${message}` }
  })
  return invalidInput({
    message: {
      zh: `环境变量有误：${lines.map((line) => line.zh).join('；')}`,
      en: `Bad environment: ${lines.map((line) => line.en).join('; ')}`,
    },
    remedy: {
      zh: '改正后重新启动；删除该变量则使用默认值。',
      en: 'Correct it and start again; without the variable the default is used.',
    },
    issues,
  })
}
