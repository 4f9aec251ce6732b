import type { Stores } from '@kesheng/storage/open-stores'
import { afterAll, beforeAll, describe } from 'vitest'
import type { StoreForm } from './store-forms.ts'

/** A suite on one form of the stores; a form that cannot be had is skipped with its reason in the title. */
export function describeForm(
  what: string,
  form: StoreForm,
  suite: (stores: () => Stores, beside: () => Promise<Stores>) => void,
): void {
  if (form.skipped !== undefined) {
    describe.skip(`${what}, ${form.name}: ${form.skipped}`, () => suite(neverOpened, neverOpened))
    return
  }
  describe(`${what}, ${form.name}`, () => {
    let opened: Awaited<ReturnType<StoreForm['open']>> | undefined
    beforeAll(async () => {
      opened = await form.open()
    })
    afterAll(async () => opened?.close())
    suite(
      () => opened?.stores ?? neverOpened(),
      () => opened?.beside() ?? neverOpened(),
    )
  })
}

function neverOpened(): never {
  throw new Error('the stores are not open')
}
