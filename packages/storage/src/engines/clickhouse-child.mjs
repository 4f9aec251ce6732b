/**
 * The embedded ClickHouse: a process that loads libchdb and serves HTTP on loopback until its parent goes away.
 *
 *   node clickhouse-child.mjs <libchdb.so> <config.xml> <data directory>
 *
 * The call into the library blocks the main thread for the life of the server, so a worker thread watches stdin
 * (a pipe held by the parent) and kills the process at end of file: no server outlives its application.
 */
import { Worker } from 'node:worker_threads'
import { DataType, load, open } from 'ffi-rs'

const watcherSource = `
const fs = require('node:fs')
const buffer = Buffer.alloc(64)
require('node:worker_threads').parentPort.postMessage('ready')
const watch = () => fs.read(0, buffer, 0, 64, null, (error, count) =>
  error || !count ? process.kill(process.pid, 'SIGKILL') : watch())
watch()`

const watcher = new Worker(watcherSource, { eval: true })
await new Promise((ready) => watcher.once('message', ready))

const [library, config, directory] = process.argv.slice(2)
const serveForever =
  'SYSTEM START LISTEN HTTP; SELECT sleepEachRow(3) FROM system.numbers ' +
  'SETTINGS max_block_size = 1, max_execution_time = 0 FORMAT Null'
const commandLine = [
  'clickhouse',
  `--config-file=${config}`,
  `--path=${directory}`,
  `--query=${serveForever}`,
]

open({ library: 'chdb', path: library })
load({
  library: 'chdb',
  funcName: 'chdb_query_cmdline',
  retType: DataType.External,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [commandLine.length, commandLine],
})
