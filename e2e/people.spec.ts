import { expect, test } from '@playwright/test'
import { signedInState } from './settings.ts'

test.use({ storageState: signedInState })

const supervisor = { name: '林主管', email: 'supervisor@example.com', password: 'quiet-harbour-42' }

test('a new supervisor gets a one-time link, sets a password and sees only the own shop', async ({
  page,
  browser,
}) => {
  await page.goto('/settings/people')
  await page.getByRole('button', { name: '添加成员' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill(supervisor.name)
  await dialog.getByLabel('邮箱').fill(supervisor.email)
  await dialog.getByLabel('角色').selectOption('supervisor')
  await dialog.getByText('青屿京东旗舰店').click()
  await dialog.getByRole('button', { name: '保存' }).click()
  const link = page
    .getByText(/\/sign-in\?token=/)
    .or(page.locator('input[value*="sign-in?token="]'))
    .first()
  const address = (await link.inputValue().catch(() => null)) ?? (await link.innerText())

  const context = await browser.newContext()
  const own = await context.newPage()
  await own.goto(address.trim())
  await own.getByLabel('新密码').fill(supervisor.password)
  await own.getByLabel('再输一次').fill(supervisor.password)
  await own.getByRole('button', { name: '设置密码' }).click()
  await expect(own.getByRole('heading', { name: '总览' })).toBeVisible()
  await expect(own.getByRole('link', { name: '成员与权限' })).toHaveCount(0)

  await own.goto('/conversations?period=all')
  const platforms = own.getByRole('listbox').getByRole('option')
  await expect(platforms.first()).toBeVisible()
  for (const text of await platforms.allInnerTexts()) expect(text).toContain('京东')
  const refused = await own.request.get('/api/v1/users')
  expect(refused.status()).toBe(403)

  await own.getByRole('button', { name: new RegExp(supervisor.name) }).click()
  await own.getByRole('button', { name: '退出登录' }).click()
  await own.getByLabel('邮箱').fill(supervisor.email)
  await own.getByLabel('密码').fill(supervisor.password)
  await own.getByRole('button', { name: '登录' }).click()
  await expect(own.getByRole('heading', { name: '总览' })).toBeVisible()
  await context.close()
})
