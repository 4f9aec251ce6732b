import type { StoreForm } from './store-forms.ts'
import { importContract } from './import-contract.ts'
import { intakeContract } from './intake-contract.ts'
import { peopleContract } from './people-contract.ts'

/** What every control store has to do, whatever server it is on. */
export function controlStoreContract(form: StoreForm): void {
  peopleContract(form)
  importContract(form)
  intakeContract(form)
}
