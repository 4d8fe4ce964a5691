/** Language, theme and place: changed in the window, followed by the system, kept over a relaunch. */
import { expect, FOLDER, test } from '../fixture'
import { PortholeWindow } from '../support/window'

test('the language switches at once, in the window and in the menu', async ({ desktop, porthole }) => {
  const { app, page } = desktop
  const menuLabels = (): Promise<string[]> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])
  await porthole.openSettings('Appearance')
  await page.getByRole('dialog').getByText('简体中文').click()
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  expect(await menuLabels()).toContain('文件(&F)')
  await page.getByRole('dialog').getByText('English').click()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  expect(await menuLabels()).toContain('&File')
})

test.describe('on a Chinese system', () => {
  test.use({ startWith: { locale: 'zh-CN' } })

  test('the window speaks Chinese from the first screen on', async ({ desktop }) => {
    await expect(desktop.page.getByRole('heading', { name: '把文件夹拖到这里即可共享' })).toBeVisible()
    await expect(desktop.page.getByRole('button', { name: '选择文件夹…' })).toBeVisible()
  })
})

test('the theme switches at once, in the window and around it', async ({ desktop, porthole }) => {
  const { app, page } = desktop
  const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await porthole.openSettings('Appearance')
  await page.getByRole('dialog').getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  expect(await background()).not.toBe(light)
  const windowColour = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor())
  expect(windowColour?.toLowerCase()).toBe('#1b1a18')
})

test('what was set, shared and where the window stood is there after a relaunch', async ({ launch, folder }) => {
  const first = await launch({ paths: [folder] })
  await new PortholeWindow(first.page).ask('changeSettings', { theme: 'dark', language: 'zh-CN' })
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1000, height: 700 })
  })
  await first.close()

  const second = await launch({ userData: first.userData })
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(second.page.getByRole('heading', { name: '把文件夹拖到这里即可共享' })).toBeVisible()
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(bounds).toEqual({ x: 40, y: 60, width: 1000, height: 700 })
  await second.page.getByRole('button', { name: /Summer 2026/ }).click()
  await expect(second.page.getByRole('treeitem', { name: /Summer 2026/ })).toBeVisible()
})

test.describe('the path of a share', () => {
  test.use({ startWith: { paths: [FOLDER] } })

  test('is in no answer that the page gets', async ({ porthole, folder }) => {
    await porthole.origin()
    const told = JSON.stringify(await porthole.ask('takeSnapshot'))
    expect(told).toContain('Summer 2026')
    expect(told).not.toContain(folder)
  })
})
