import { expect, test } from '@playwright/test'
import { chatFile, uniqueWords } from './chat-file.ts'

test('first run: sign in by the printed link, import a file, see the number change, read the sentence', async ({
  page,
}) => {
  await page.goto(process.env.KESHENG_SIGN_IN_LINK ?? '')
  await page.getByRole('button', { name: '以后再说' }).click()
  await expect(page.getByRole('heading', { name: '总览' })).toBeVisible()

  await page.goto('/?period=all')
  const inquiries = page
    .getByRole('group', { name: '关键指标' })
    .or(page.locator('main'))
    .getByRole('button', { name: /^咨询量/ })
    .first()
  await expect(inquiries).toBeVisible()
  const before = await inquiries.innerText()

  await page.goto('/data/import')
  await page
    .getByLabel('选择文件')
    .last()
    .setInputFiles({
      name: '今日聊天.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(chatFile()),
    })
  await expect(page.getByLabel('数据类型')).toHaveValue('chats')
  await expect(page.getByRole('region', { name: '导入后的样子' })).toContainText(uniqueWords)
  await page.getByRole('button', { name: '开始导入' }).click()
  const job = page.getByRole('listitem').filter({ hasText: '今日聊天.csv' })
  await expect(job.getByText('已完成')).toBeVisible({ timeout: 60_000 })
  await expect(job).toContainText(/读取\s*5/)
  await expect(job).toContainText(/入库\s*4/)
  await expect(job).toContainText(/退回\s*1/)

  await page.goto('/?period=all')
  await expect(inquiries).not.toHaveText(before)

  await page.goto(`/conversations?period=all&q=${encodeURIComponent(uniqueWords)}`)
  await expect(page.getByText('共 1 个会话')).toBeVisible()
  await page.getByRole('listbox').getByRole('option').first().click()
  const thread = page.getByRole('list', { name: '聊天记录' })
  await expect(thread).toContainText(uniqueWords)
  await expect(thread).not.toContainText('13912345678')
  await expect(page.getByRole('complementary', { name: '分析依据' })).toContainText('包装')
})

test('the same one-time link does not work twice', async ({ page }) => {
  await page.goto(process.env.KESHENG_SIGN_IN_LINK ?? '')
  await expect(page.getByText('这个链接不能用了')).toBeVisible()
})
