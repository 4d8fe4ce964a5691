/** Builds the harness once and opens it in Chromium, under the Content-Security-Policy of the window. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { obtainBrowser } from '../../../../build/browser.mjs'

const ROOT = join(import.meta.dirname, '../../../..')
const ORIGIN = 'https://window.invalid'
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

export interface HarnessBrowser {
  /** Opens a fresh page of the harness. What the page reports as an error fails the test that reads `errors`. */
  open: (options?: OpenOptions) => Promise<HarnessPage>
  close: () => Promise<void>
}

export interface OpenOptions {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
}

export interface HarnessPage {
  readonly page: Page
  /** Uncaught exceptions, console errors and breaches of the policy. */
  readonly errors: string[]
}

/** Builds the harness into a folder of its own and starts the browser. */
export async function startHarness(): Promise<HarnessBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'porthole-harness-'))
  await buildHarness(folder)
  const found = await obtainBrowser()
  if (found === undefined) throw new Error('Cannot find a Chromium to show the table in')
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] })
  return {
    open: (options) => openPage(browser, folder, options ?? {}),
    close: async () => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function buildHarness(folder: string): Promise<void> {
  // Vitest says that this is a test, and then Vite would build Svelte with all that helps to develop: half as fast.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    await build({
      root: import.meta.dirname,
      configFile: false,
      envDir: false,
      base: './',
      publicDir: false,
      logLevel: 'error',
      plugins: [svelte({ configFile: join(ROOT, 'svelte.config.js') })],
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: 'chrome140',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
      },
    })
  } finally {
    process.env.NODE_ENV = NODE_ENV
  }
}

async function openPage(
  browser: Browser,
  folder: string,
  { width = 1040, height = 640, theme = 'light' }: OpenOptions,
) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, timezoneId: 'UTC' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname
    const name = path === '/' ? 'index.html' : path.slice(1)
    await route.fulfill({
      body: await readFile(join(folder, name)),
      contentType: TYPES[extname(name)] ?? 'application/octet-stream',
      headers: { 'content-security-policy': POLICY },
    })
  })
  await page.goto(`${ORIGIN}/`)
  await page.locator('[role="grid"]').waitFor()
  return { page, errors }
}
