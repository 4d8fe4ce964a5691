/** What the page may not do. Each is tried in the page itself, as a script that got into it would. */
import { runClient } from '../../support/run-client'
import { expect, FOLDER, test } from '../fixture'

test.use({ startWith: { paths: [FOLDER] } })

test('the page has no Node, no Electron, and a bridge that it cannot change', async ({ desktop }) => {
  const found = await desktop.page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', '__dirname']
    const { porthole: api } = globalThis as unknown as { porthole: Record<string, unknown> }
    return {
      globals: names.filter((name) => name in globalThis),
      frozen: Object.isFrozen(api),
      functions: Object.entries(api).filter(([, member]) => typeof member === 'function').length,
      pathCommand: 'openPaths' in api,
    }
  })
  expect(found).toEqual({ globals: [], frozen: true, functions: expect.any(Number), pathCommand: false })
  expect(found.functions).toBeGreaterThan(15)
})

test('the policy stops inline scripts, inline styles, strings as markup, and requests elsewhere', async ({
  desktop,
}) => {
  const stopped = await desktop.page.evaluate(async () => {
    const violations: string[] = []
    addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.append('globalThis.ran = true')
    document.body.append(script)
    const style = document.createElement('style')
    style.append('body { color: red }')
    document.body.append(style)
    const threw = (act: () => void): boolean => {
      try {
        act()
        return false
      } catch {
        return true
      }
    }
    const markup = threw(() => (document.createElement('div').innerHTML = '<b>x</b>'))
    const { trustedTypes } = globalThis as unknown as { trustedTypes: { createPolicy(name: string): void } }
    const policy = threw(() => {
      trustedTypes.createPolicy('mine')
    })
    const elsewhere = await fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    script.remove()
    style.remove()
    return { violations, markup, policy, elsewhere, ran: 'ran' in globalThis }
  })
  expect(stopped).toMatchObject({ markup: true, policy: true, elsewhere: 'refused', ran: false })
  expect(stopped.violations).toEqual(
    expect.arrayContaining(['require-trusted-types-for', 'trusted-types', 'style-src-elem', 'connect-src']),
  )
  // Each refusal is on the console too, as it should be.
  desktop.problems.length = 0
})

test('the page cannot leave, open windows, or embed others', async ({ desktop }) => {
  const { app, page } = desktop
  const urls = (): Promise<string[]> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.webContents.getURL()))
  const before = await urls()
  expect(before).toEqual(['app://porthole/'])
  expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull()
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.org/'
    document.body.append(link)
    link.click()
    link.remove()
  })
  await page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/'
    document.body.append(frame)
  })
  await page.waitForTimeout(300)
  expect(await urls()).toEqual(before)
  expect(page.frames().filter((frame) => frame.url().startsWith('https://example.org'))).toEqual([])
  await expect(page.getByRole('treeitem', { name: /Summer 2026/ })).toBeVisible()
  desktop.problems.length = 0
})

test('the window of one request is as closed as the other, and goes with it', async ({ desktop, porthole, folder }) => {
  const { app, page } = desktop
  await runClient('curl', ['-sS', `${await porthole.origin()}/readme.txt`], folder)
  const [detail] = await Promise.all([app.waitForEvent('window'), porthole.row('GET /readme.txt').dblclick()])
  await detail.getByRole('tabpanel').waitFor()
  const urls = (): Promise<string[]> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.webContents.getURL()))
  const before = await urls()
  expect(before.toSorted()).toEqual(['app://porthole/', 'app://porthole/#exchange-1'])

  const found = await detail.evaluate(async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', '__dirname']
    const { porthole: api } = globalThis as unknown as { porthole: Record<string, unknown> }
    const script = document.createElement('script')
    script.append('globalThis.ran = true')
    document.body.append(script)
    script.remove()
    const elsewhere = await fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    )
    const opened = window.open('https://example.org/')
    location.href = 'https://example.org/'
    return {
      globals: names.filter((name) => name in globalThis),
      frozen: Object.isFrozen(api),
      pathCommand: 'openPaths' in api,
      ran: 'ran' in globalThis,
      elsewhere,
      opened,
    }
  })
  const closed = { globals: [], frozen: true, pathCommand: false, ran: false, elsewhere: 'refused', opened: null }
  expect(found).toEqual(closed)
  await page.waitForTimeout(300)
  expect(await urls()).toEqual(before)
  await expect(detail.getByRole('heading', { level: 1 })).toHaveText('GET /readme.txt')
  desktop.problems.length = 0

  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await page.close()
  expect(await ended).toBe(0)
})

test('a command that breaks the contract rejects, and nothing happens', async ({ porthole }) => {
  const told = (command: string, argument: unknown): Promise<string> =>
    porthole.ask(command, argument).then(JSON.stringify, (error: Error) => error.message.split('\n')[0] ?? '')
  const answers = [
    await told('dismissNotice', '7'),
    await told('changeSettings', { port: 70_000 }),
    await told('changeSettings', { theme: '<b>' }),
    await told('openTypedPath', '/etc'),
    await told('listFolder', { shareId: 1, names: ['..'] }),
    await told('openAddress', 999),
    await told('openDetailWindow', 999),
    await told('openDetailWindow', 'https://example.org/'),
  ]
  expect(answers).toEqual([
    expect.stringMatching(/Cannot read "7" as an id: expected a non-negative integer$/),
    expect.stringMatching(/Cannot share on port 70000: expected an integer from 0 to 65535$/),
    expect.stringMatching(/Cannot read "<b>": expected one of system, light, dark$/),
    expect.stringMatching(/Cannot take a typed path from the window$/),
    expect.stringContaining('"ok":false'),
    '{"ok":false,"fault":{"code":"unknown-id"}}',
    '{"ok":false,"fault":{"code":"unknown-id"}}',
    expect.stringMatching(/Cannot read "https:\/\/example.org\/" as an id: expected a non-negative integer$/),
  ])
})

test('only our own address is opened outside', async ({ desktop, porthole }) => {
  const { app, page } = desktop
  const origin = await porthole.origin()
  const opened = await app.evaluateHandle(({ shell }) => {
    const urls: string[] = []
    shell.openExternal = async (url) => {
      urls.push(url)
    }
    return urls
  })
  await page.getByRole('button', { name: 'Open here' }).click()
  await expect.poll(() => opened.jsonValue()).toEqual([`${origin}/`])
})
