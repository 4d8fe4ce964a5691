/** Many requests: no row is lost, and the window answers meanwhile. */
import { runClient } from '../support/run-client'
import { expect, FOLDER, test } from './fixture'
import { sendLoad } from './support/load'

const LOAD = { path: '/readme.txt', requestsPerSecond: 2000, durationMs: 30_000 } as const
/** How many rows are kept in memory. */
const KEPT = 50_000

test.use({ startWith: { paths: [FOLDER] }, trace: 'off' })

test('2,000 requests a second for 30 s: every one is counted, and the window answers', async ({ porthole, folder }) => {
  test.setTimeout(180_000)
  const { page } = porthole
  const origin = await porthole.origin()
  await runClient('curl', ['-sS', `${origin}/readme.txt`], folder)
  await expect(porthole.row('GET /readme.txt')).toBeVisible()

  const delays: number[] = []
  const ended = new AbortController()
  const load = sendLoad(origin, LOAD).finally(() => {
    ended.abort()
  })
  const watching = (async () => {
    for (let turn = 0; !ended.signal.aborted; turn += 1) {
      const began = performance.now()
      // What a person does: presses a key, and waits until it shows.
      await page.getByRole('button', { name: 'Follow' }).press(turn % 2 === 0 ? 'f' : 'F')
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
      delays.push(performance.now() - began)
      await page.waitForTimeout(500)
    }
  })()
  const { answered, elapsedMs } = await load
  await watching

  const whole = 1 + answered
  expect(answered).toBe((LOAD.requestsPerSecond * LOAD.durationMs) / 1000)
  await expect(page.getByRole('contentinfo')).toContainText(`${whole.toLocaleString('en')} requests`)
  await expect.poll(() => porthole.rowCount()).toBe(Math.min(whole, KEPT))
  await expect(page.getByRole('contentinfo')).toContainText(`${(whole - KEPT).toLocaleString('en')} older left memory`)
  await porthole.table.press('End')
  await expect(page.locator(`[data-id="${String(whole)}"]`)).toBeVisible()
  delays.sort((one, other) => one - other)
  const median = delays[Math.floor(delays.length / 2)] ?? Infinity
  const worst = delays.at(-1) ?? Infinity
  console.log(
    `${String(answered)} requests in ${(elapsedMs / 1000).toFixed(1)} s; ` +
      `the window answered within ${median.toFixed(0)} ms (median), ${worst.toFixed(0)} ms (worst)`,
  )
  // Generous: the load, the server, the browser and whatever else is tested share the cores.
  expect(median).toBeLessThan(1000)
  expect(worst).toBeLessThan(5000)
})
