import { common } from './common.ts'
import { evidence } from './evidence.ts'
import { filters } from './filters.ts'
import { overview } from './overview.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { values } from './values.ts'

export const messages = { common, evidence, filters, overview, session, shell, values }
