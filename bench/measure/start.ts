// What runs in the page is written here.
/// <reference lib="dom" />
import { _electron } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { obtainBrowser } from '../../build/browser.mjs'
import { APP, electronPath, isReal, ROOT } from '../../test/e2e/support/electron'
import { spreadOf } from '../figures/statistics'
import type { Spread } from '../figures/statistics'
import { milliseconds } from './reading'
import type { Reading } from './reading'

const LAUNCHES = 5
/** Somebody who clicks on an icon takes less for at once, and more for a reason to click again. */
const MOST_MS = 1000
const WATCH = join(import.meta.dirname, 'start-watch.cjs')

/** What a launch takes of its own, without what Electron, or its stand-in, takes beside it. */
interface Launch {
  /** Main: from its first line until it has loaded, and from `ready` to the window. */
  readonly mainMs: number
  /** The page: from the first request for it to the first text or picture in it. */
  readonly pageMs: number
}

/** The desktop app, launched several times on a settings folder of its own. */
export async function measureStart(): Promise<readonly Reading[]> {
  const launches: Launch[] = []
  for (let count = 0; count < LAUNCHES; count += 1) launches.push(await launch())
  const electron = isReal ? 'Electron' : 'the stand-in'
  const sums = launches.map(({ mainMs, pageMs }) => mainMs + pageMs)
  const whole = spreadOf(sums)
  return [
    {
      under: `the app is launched on ${electron}, ${String(LAUNCHES)} times; what ${electron} takes itself is left out`,
      holds: `main and page together ≤ ${milliseconds(MOST_MS)} to the first paint`,
      found:
        `${spread(whole)}; main ${spread(spreadOf(launches.map(({ mainMs }) => mainMs)))}, ` +
        `page ${spread(spreadOf(launches.map(({ pageMs }) => pageMs)))}`,
      isHeld: whole !== undefined && whole.median <= MOST_MS,
    },
  ]
}

async function launch(): Promise<Launch> {
  const userData = await mkdtemp(join(tmpdir(), 'porthole-start-'))
  const env = { ...(process.env as Record<string, string>), PORTHOLE_CHROMIUM: (await obtainBrowser())?.path ?? '' }
  const app = await _electron.launch({
    executablePath: electronPath,
    cwd: ROOT,
    env,
    colorScheme: null,
    args: ['-r', WATCH, `--user-data-dir=${userData}`, APP],
  })
  try {
    const page = await app.firstWindow()
    await page.locator('main').first().waitFor()
    const pageMs = await page.evaluate(firstPaintMs)
    const { loadingMs, openingMs } = await app.evaluate(
      () => (globalThis as unknown as { portholeStart: { loadingMs: number; openingMs: number } }).portholeStart,
    )
    return { mainMs: loadingMs + openingMs, pageMs }
  } finally {
    await app.close()
    await rm(userData, { recursive: true, force: true })
  }
}

/** Runs in the page. */
async function firstPaintMs(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((entries) => {
      const entry = entries.getEntriesByName('first-contentful-paint')[0]
      if (entry !== undefined) resolve(entry.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
}

function spread(found: Spread | undefined): string {
  if (found === undefined) return 'nothing'
  return `${milliseconds(found.median)} (${milliseconds(found.least)} – ${milliseconds(found.most)})`
}
