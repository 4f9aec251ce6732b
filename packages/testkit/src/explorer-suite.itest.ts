import { explorerSuite } from './explorer-suite.ts'
import { storeForms } from './store-forms.ts'

for (const form of storeForms()) explorerSuite(form)
