import { expect, test, type Page } from '@playwright/test'
import { signedInState } from './settings.ts'

test.use({ storageState: signedInState })

const digits = (text: string) => Number(text.replace(/[^\d]/g, ''))

/** The count that the open evidence drawer shows. */
async function evidenceTotal(page: Page): Promise<number> {
  const total = page.getByRole('dialog').locator('strong').first()
  await expect(total).toHaveText(/\d/)
  return digits(await total.innerText())
}

test('a count on the overview opens a list with exactly that count, and Back closes it', async ({ page }) => {
  await page.goto('/?period=30d')
  const tile = page
    .locator('main')
    .getByRole('button', { name: /^咨询量/ })
    .first()
  await expect(tile).toBeVisible()
  const shown = digits((await tile.innerText()).split('\n')[1] ?? '')
  await tile.click()
  expect(await evidenceTotal(page)).toBe(shown)
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('from the evidence list to the conversation and its sentence', async ({ page }) => {
  await page.goto('/?period=30d')
  await page
    .locator('main')
    .getByRole('button', { name: /^咨询量/ })
    .first()
    .click()
  await evidenceTotal(page)
  await page.getByRole('dialog').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/conversations\/[0-9a-f-]{36}/)
  await expect(page.getByRole('list', { name: '聊天记录' }).getByRole('listitem').first()).toBeVisible()
})

test('conversation search works in Chinese, also with one character, and lives in the address', async ({
  page,
}) => {
  await page.goto('/conversations?period=all')
  const total = page.getByRole('status').filter({ hasText: /共 .* 个会话/ })
  await expect(total).toBeVisible()
  const all = digits(await total.innerText())
  await page.getByRole('searchbox').fill('退货')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
  await expect.poll(async () => digits(await total.innerText())).toBeLessThan(all)
  expect(digits(await total.innerText())).toBeGreaterThan(0)
  await page.goto('/conversations?period=all&q=%E9%80%80')
  await expect.poll(async () => digits(await total.innerText())).toBeGreaterThan(0)
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('退货')
})

test('opinions open from level 1 to the words of the buyer', async ({ page }) => {
  await page.goto('/opinions?period=all')
  await expect(page.locator('main')).toContainText('产品')
  await expect(page.locator('main mark').first()).toBeVisible()
})
