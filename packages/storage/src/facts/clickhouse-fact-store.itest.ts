import { factStoreContract } from '@kesheng/testkit/fact-store-contract'
import { storeForms } from '@kesheng/testkit/store-forms'

for (const form of storeForms()) factStoreContract(form)
