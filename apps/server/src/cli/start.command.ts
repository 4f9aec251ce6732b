import type { Command } from './command.ts'

export const startCommand: Command = {
  usage: 'start',
  summary: { zh: '启动服务', en: 'start the server' },
  options: [
    { flags: '--empty', description: { zh: '不生成演示数据', en: 'without the demo brand' } },
    {
      flags: '--role <role>',
      description: { zh: 'api | worker | all（默认）', en: 'api | worker | all (default)' },
    },
  ],
  async run(_context, _args, options) {
    const role = options['role']
    const flags = [
      ...(options['empty'] === true ? ['--empty'] : []),
      ...(typeof role === 'string' ? ['--role', role] : []),
    ]
    const { runServer } = await import('../main/run-server.ts')
    return runServer(flags)
  },
}
