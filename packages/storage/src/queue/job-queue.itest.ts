import { queueContract } from '@kesheng/testkit/queue-contract'
import { storeForms } from '@kesheng/testkit/store-forms'

for (const form of storeForms()) queueContract(form)
