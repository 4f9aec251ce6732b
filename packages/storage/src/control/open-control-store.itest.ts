import { controlStoreContract } from '@kesheng/testkit/control-store-contract'
import { storeForms } from '@kesheng/testkit/store-forms'

for (const form of storeForms()) controlStoreContract(form)
