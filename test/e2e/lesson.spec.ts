/** The lesson, the palette and the keys: what leads a person through the window. */
import { expect, FOLDER, SHELLS, test } from './fixture'

for (const shell of SHELLS) {
  test.describe(`in the ${shell}`, () => {
    test.use({ shell, startWith: { paths: [FOLDER] } })

    test('the first request ever is explained once, and its story opened', async ({ porthole }) => {
      const { page } = porthole
      const origin = await porthole.origin()
      await fetch(`${origin}/readme.txt`).then((response) => response.text())
      const coach = page.getByRole('status', { name: 'This is what just happened' })
      await expect(coach).toContainText('/readme.txt')
      await coach.getByRole('button', { name: 'Show me' }).click()
      await expect(coach).toBeHidden()
      await expect(page.getByRole('tab', { name: /^Story/ })).toBeFocused()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('tab', { name: /^Story/ })).toBeHidden()
      await expect(coach).toBeHidden()
    })

    test('a chapter shows a request of the log, and what the reader makes happen', async ({ porthole }) => {
      const { page } = porthole
      const origin = await porthole.origin()
      await page.keyboard.press('F1')
      await expect(page.getByRole('heading', { name: 'What a request is made of' })).toBeFocused()
      const example = page.getByRole('region', { name: 'On the wire' })
      await expect(example).toContainText('Nothing in your log shows this yet')
      await fetch(`${origin}/readme.txt`, { headers: { 'User-Agent': 'lesson-test' } }).then((got) => got.text())
      await expect(example.getByRole('region', { name: 'Asked', exact: true })).toContainText('User-Agent: lesson-test')

      await page.getByRole('button', { name: 'Caching and validators' }).click()
      await example.getByRole('button', { name: /^Ask twice/ }).click()
      await expect(example).toContainText('Porthole asked itself this')
      await expect(example.locator('.lit', { hasText: '304' })).toBeVisible()
      await expect(example.locator('.lit', { hasText: 'If-None-Match' })).toBeVisible()

      await page.getByRole('button', { name: 'The nine methods' }).click()
      await page.getByRole('button', { name: 'Ask with DELETE' }).click()
      await expect(example.locator('.lit', { hasText: 'Allow' })).toBeVisible()
      await expect(example.getByRole('region', { name: 'Answered' })).toContainText('405')

      await page.keyboard.press('Alt+ArrowRight')
      await expect(page.getByRole('heading', { name: 'Status codes and their classes' })).toBeVisible()
      await expect(page.getByText('1 of 11 read')).toBeAttached()
      await example.getByRole('button', { name: /^Open request/ }).click()
      await expect(porthole.table).toBeFocused()
      await expect(page.getByRole('tab', { name: /^Story/ })).toBeVisible()
    })

    test('the palette finds commands, chapters and requests, and the focus comes back', async ({ porthole }) => {
      const { page } = porthole
      const origin = await porthole.origin()
      await fetch(`${origin}/readme.txt`).then((response) => response.text())
      await expect(porthole.row('GET /readme.txt')).toBeVisible()
      await porthole.table.focus()
      await page.keyboard.press('Control+K')
      const field = page.getByRole('combobox', { name: 'Commands' })
      await expect(field).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(porthole.table).toBeFocused()

      await page.keyboard.press('Control+K')
      await field.fill('ranges')
      await expect(page.getByRole('option', { name: /Ranges and resuming/ })).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Ranges and resuming' })).toBeFocused()

      await page.keyboard.press('Control+K')
      await field.fill('#1')
      await expect(page.getByRole('option', { name: /#1 GET \/readme\.txt/ })).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('Enter')
      await expect(porthole.table).toBeFocused()
      await expect(porthole.row('GET /readme.txt')).toHaveAttribute('aria-selected', 'true')
    })
  })
}

test.describe('keys', () => {
  test.use({ startWith: { paths: [FOLDER] } })

  test('single letters can be switched off, and commands go on working', async ({ porthole }) => {
    const { page } = porthole
    const origin = await porthole.origin()
    await fetch(`${origin}/readme.txt`).then((response) => response.text())
    await expect(porthole.row('GET /readme.txt')).toBeVisible()
    await page.keyboard.press('?')
    await page.getByRole('switch', { name: 'Single-letter keys' }).click()
    await page.keyboard.press('Escape')
    const follow = page.getByRole('button', { name: 'Follow', exact: true })
    await expect(follow).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('f')
    await page.keyboard.press('Control+,')
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(follow).toHaveAttribute('aria-pressed', 'true')
  })
})
