import { describeForm } from './describe-form.ts'
import { importContract } from './import-contract.ts'
import { intakeContract } from './intake-contract.ts'
import { peopleContract } from './people-contract.ts'
import type { StoreForm } from './store-forms.ts'

/** What every control store has to do, whatever server it is on. */
export function controlStoreContract(form: StoreForm): void {
  describeForm('control store', form, (stores) => {
    peopleContract(stores)
    importContract(stores)
    intakeContract(stores)
  })
}
