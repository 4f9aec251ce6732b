import { Readable } from 'node:stream'
import { buffer as readAll, text as readText } from 'node:stream/consumers'
import { createClient, type ClickHouseClient, type ClickHouseSettings } from '@clickhouse/client'
import type { ClickhouseEndpoint } from './clickhouse-endpoint.ts'
import { withRetry } from './retry.ts'

interface Request {
  sql: string
  params?: Record<string, unknown>
  settings?: ClickHouseSettings
  signal?: AbortSignal | undefined
}

/** A write is tried this long while the engine is away; the caller holds the batch in the meantime. */
const writeRetrySeconds = 60
/** A read is tried this long: enough for a restart of the embedded engine, short enough for a person who waits. */
const readRetrySeconds = 10
/** Longest a single request may take; merges and deletions of large tables take minutes. */
const requestMilliseconds = 30 * 60_000

/** The two users of a fact store over HTTP, with retries while the engine restarts. */
export class ClickhouseConnection {
  private readonly writer: ClickHouseClient
  private readonly reader: ClickHouseClient
  private readonly readerSettings: ClickHouseSettings

  constructor(endpoint: ClickhouseEndpoint) {
    const { url, database, username, password, reader } = endpoint
    const shared = {
      url,
      database,
      request_timeout: requestMilliseconds,
      application: 'kesheng',
      // Sets of ids travel as parameters: beyond 4 KB they go into the body instead of the address.
      use_multipart_params_auto: true,
      log: { level: 127 },
    } as const
    this.writer = createClient({ ...shared, username, password, max_open_connections: 8 })
    this.reader = createClient({ ...shared, ...(reader ?? { username, password }), max_open_connections: 16 })
    this.readerSettings = reader ? {} : { readonly: '2', cancel_http_readonly_queries_on_client_close: 1 }
  }

  /** Runs a reading statement and gives its whole answer in the format the statement asks for. */
  async read(request: Request & { maxSeconds: number }): Promise<string> {
    const settings: ClickHouseSettings = {
      ...this.readerSettings,
      max_execution_time: request.maxSeconds,
      do_not_merge_across_partitions_select_final: 1,
      ...request.settings,
    }
    return withRetry(() => this.run(this.reader, { ...request, settings }), {
      seconds: readRetrySeconds,
      signal: request.signal,
    })
  }

  /** Runs a statement that changes something and may be repeated. */
  async write(request: Request): Promise<void> {
    await withRetry(() => this.run(this.writer, request), {
      seconds: writeRetrySeconds,
      signal: request.signal,
    })
  }

  /** Reads as the writer: what the reader may not see, such as the layout of tables. */
  async inspect(request: Request): Promise<string> {
    return withRetry(() => this.run(this.writer, request), { seconds: writeRetrySeconds })
  }

  /** Sends a body after an INSERT statement. */
  async insert(sql: string, body: Buffer, settings: ClickHouseSettings): Promise<void> {
    await withRetry(
      async () => {
        const result = await this.writer.exec({
          query: sql,
          values: Readable.from([body], { objectMode: false }),
          clickhouse_settings: settings,
        })
        await readAll(result.stream)
      },
      { seconds: writeRetrySeconds },
    )
  }

  async close(): Promise<void> {
    await Promise.all([this.writer.close(), this.reader.close()])
  }

  private async run(client: ClickHouseClient, request: Request): Promise<string> {
    const result = await client.exec({
      query: request.sql,
      ...(request.params ? { query_params: request.params } : {}),
      ...(request.settings ? { clickhouse_settings: request.settings } : {}),
      ...(request.signal ? { abort_signal: request.signal } : {}),
    })
    return readText(result.stream)
  }
}
