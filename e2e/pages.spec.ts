import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { signedInState } from './settings.ts'

test.use({ storageState: signedInState })

const pages = [
  '/',
  '/conversations',
  '/reviews',
  '/opinions',
  '/data/import',
  '/data/catalogue',
  '/settings/people',
  '/settings/workspace',
  '/settings/api-keys',
  '/settings/audit',
] as const

/** Waits until nothing is being loaded any more. */
async function settled(page: Page): Promise<void> {
  // Not the sign-in page: without the navigation nothing below would be about the page asked for.
  await expect(page.getByRole('navigation', { name: /主导航|Main navigation/ }).first()).toBeVisible()
  await expect(page.locator('main')).toBeVisible()
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await expect(page.locator('main').getByText('正在加载')).toHaveCount(0)
}

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

for (const theme of ['light', 'dark'] as const) {
  for (const path of pages) {
    test(`${path} has no serious accessibility problem in ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.goto(path)
      await settled(page)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      expect(await seriousProblems(page)).toEqual([])
    })
  }
}

test('the sign-in page has no serious accessibility problem', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  expect(await seriousProblems(page)).toEqual([])
  await context.close()
})

test('a conversation has no serious accessibility problem', async ({ page }) => {
  await page.goto('/conversations?period=all')
  await page.getByRole('listbox').getByRole('option').first().click()
  await expect(page.getByRole('list', { name: '聊天记录' })).toBeVisible()
  expect(await seriousProblems(page)).toEqual([])
})

for (const path of pages) {
  test(`${path} fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(path)
    await settled(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
}

test('the demo brand is labelled on every page, and English is complete', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await expect(page.getByText('演示数据').first()).toBeVisible()
  await page.evaluate(() => localStorage.setItem('kesheng.language', 'en'))
  await page.goto('/reviews')
  await settled(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByText('Demo data').first()).toBeVisible()
})
