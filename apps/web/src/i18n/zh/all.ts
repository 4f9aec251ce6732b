import { catalogue } from './catalogue.ts'
import { common } from './common.ts'
import { conversations } from './conversations.ts'
import { evidence } from './evidence.ts'
import { filters } from './filters.ts'
import { imports } from './imports.ts'
import { marks } from './marks.ts'
import { opinions } from './opinions.ts'
import { overview } from './overview.ts'
import { reviews } from './reviews.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { values } from './values.ts'

export const messages = {
  catalogue,
  common,
  conversations,
  evidence,
  filters,
  imports,
  marks,
  opinions,
  overview,
  reviews,
  session,
  settings,
  shell,
  values,
}
