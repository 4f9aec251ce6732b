import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataRoutes } from '@kesheng/contracts/http/data.routes'
import { invalidInput, unavailable } from '@kesheng/core/errors/errors'
import { simulate } from '@kesheng/simulator/generate'
import { jsonOption, type Command } from './command.ts'

const pollMs = 500

export const demoCommand: Command = {
  usage: 'demo',
  summary: {
    zh: '生成演示品牌（替换已有的演示数据）',
    en: 'generate the demo brand (in place of the one there is)',
  },
  options: [
    { flags: '--seed <n>', description: { zh: '随机种子，默认 1', en: 'seed, 1 by default' } },
    {
      flags: '--messages <n>',
      description: { zh: '消息条数，默认 60000', en: 'messages, 60000 by default' },
    },
    {
      flags: '--truth <file>',
      description: { zh: '把埋入的事实写成 JSON', en: 'write the planted truths as JSON' },
    },
    jsonOption,
  ],
  async run(context, _args, options) {
    const started = context.clock()
    const body = { seed: wholeNumber(options, 'seed', 1), messages: wholeNumber(options, 'messages', 60_000) }
    const connection = await context.connect()
    try {
      const parameters = await connection.call(dataRoutes.loadDemo, { body })
      let { demo } = await connection.call(dataRoutes.health, {})
      while (demo.state === 'loading') {
        if (context.terminal) context.note(`\r\u001B[K${Math.floor(demo.progress * 100)}%`)
        await sleep(pollMs)
        ;({ demo } = await connection.call(dataRoutes.health, {}))
      }
      if (context.terminal) context.note('\r\u001B[K')
      if (demo.state !== 'ready') throw notLoaded()
      if (typeof options['truth'] === 'string') await writeTruth(options['truth'], parameters)
      const seconds = (context.clock() - started) / 1000
      const text = { zh: `已生成 ${body.messages} 条消息`, en: `Generated ${body.messages} messages` }[
        context.language
      ]
      context.print(
        options['json'] === true
          ? JSON.stringify({ ...parameters, seconds })
          : `${text}, ${seconds.toFixed(1)} s`,
      )
      return 0
    } finally {
      await connection.close()
    }
  },
}

/** The key is worked out from the same three numbers; its counts need one more generation, without storing anything. */
async function writeTruth(
  path: string,
  parameters: { seed: number; messages: number; now: number },
): Promise<void> {
  const simulation = simulate(parameters)
  for (const _batch of simulation.batches()) {
    // Reading to the end completes the counts.
  }
  await writeFile(path, `${JSON.stringify(simulation.truth, null, 2)}\n`)
}

function wholeNumber(options: Record<string, string | boolean>, name: string, standard: number): number {
  const given = options[name]
  if (given === undefined) return standard
  const value = Number(given)
  if (Number.isInteger(value) && value >= 0) return value
  throw invalidInput({
    message: { zh: `--${name} ${String(given)} 不可用`, en: `--${name} ${String(given)} cannot be used` },
    remedy: { zh: `例如 --${name} ${standard}`, en: `For example --${name} ${standard}` },
  })
}

function notLoaded() {
  return unavailable({
    message: { zh: '演示数据没有生成。', en: 'The demo could not be generated.' },
    remedy: {
      zh: '原因见服务日志；下次启动会继续。',
      en: 'The log says why; the next start goes on with it.',
    },
  })
}
