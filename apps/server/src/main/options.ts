import { invalidInput } from '@kesheng/core/errors/errors'

export const processRoles = ['api', 'worker', 'all'] as const
/** `api` answers requests, `worker` takes jobs, `all` does both in one process. */
export type ProcessRole = (typeof processRoles)[number]

export interface ServeOptions {
  role: ProcessRole
  /** Start without the demo brand. */
  empty: boolean
}

/** `--empty`, `--role api|worker|all`. */
export function parseServeOptions(args: readonly string[]): ServeOptions {
  const options: ServeOptions = { role: 'all', empty: false }
  for (let index = 0; index < args.length; index += 1) {
    const [name = '', inline] = (args[index] ?? '').split('=')
    if (name === '--empty') options.empty = true
    else if (name === '--role') options.role = asRole(inline ?? args[(index += 1)])
    else throw unknownOption(args[index] ?? '')
  }
  return options
}

function asRole(value: string | undefined): ProcessRole {
  const role = processRoles.find((one) => one === value)
  if (role) return role
  throw invalidInput({
    message: { zh: `--role ${value ?? ''} 不可用`, en: `--role ${value ?? ''} is not known` },
    remedy: { zh: '可用：--role api、worker 或 all', en: 'Use --role api, worker or all' },
  })
}

function unknownOption(option: string) {
  return invalidInput({
    message: { zh: `未知参数 ${option}`, en: `Unknown option ${option}` },
    remedy: { zh: '可用：--empty、--role api|worker|all', en: 'There are --empty and --role api|worker|all' },
  })
}
