import { peopleRoutes } from '@kesheng/contracts/http/people.routes'
import { notFound } from '@kesheng/core/errors/errors'
import type { Command } from './command.ts'

export const signInLinkCommand: Command = {
  usage: 'sign-in-link [email]',
  summary: {
    zh: '生成一次性登录链接（默认第一位管理员）',
    en: 'make a one-time sign-in link (first administrator by default)',
  },
  options: [],
  async run(context, [email]) {
    const connection = await context.connect()
    try {
      const { users } = await connection.call(peopleRoutes.list, {})
      const user = users.find(
        (one) =>
          one.active && (email === undefined ? one.role === 'admin' : one.email === email.toLowerCase()),
      )
      if (!user) {
        throw notFound({
          message: { zh: `没有账号 ${email ?? ''}`, en: `No account ${email ?? ''}` },
          remedy: {
            zh: `可用账号：${users.map((one) => one.email).join('、')}`,
            en: `Accounts: ${users.map((one) => one.email).join(', ')}`,
          },
        })
      }
      const { signInLink } = await connection.call(peopleRoutes.link, { params: { id: user.id } })
      context.print(signInLink)
      return 0
    } finally {
      await connection.close()
    }
  },
}
