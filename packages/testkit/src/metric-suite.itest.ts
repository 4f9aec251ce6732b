import { metricSuite } from './metric-suite.ts'
import { storeForms } from './store-forms.ts'

for (const form of storeForms()) metricSuite(form)
