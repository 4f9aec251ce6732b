import { invalidInput } from '@kesheng/core/errors/errors'

/** Where the fact store is and as whom to speak to it. */
export interface ClickhouseEndpoint {
  /** Without user, password and path. */
  url: string
  database: string
  username: string
  password: string
  /** A user of its own for reports; absent = the same user, held to reading by settings on every query. */
  reader?: { username: string; password: string }
}

/** From `http://user:password@host:8123/database` (KESHENG_CLICKHOUSE_URL). */
export function parseClickhouseUrl(text: string): ClickhouseEndpoint {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw invalidInput({
      message: {
        zh: 'KESHENG_CLICKHOUSE_URL 不是有效地址',
        en: 'KESHENG_CLICKHOUSE_URL is not a valid address',
      },
      remedy: {
        zh: '格式：http://用户:密码@主机:8123/数据库',
        en: 'Form: http://user:password@host:8123/database',
      },
    })
  }
  const database = decodeURIComponent(url.pathname.replace(/^\/+|\/+$/g, ''))
  return {
    url: url.origin,
    database: database === '' ? 'default' : database,
    username: decodeURIComponent(url.username) || 'default',
    password: decodeURIComponent(url.password),
  }
}
