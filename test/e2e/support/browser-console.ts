/** The command line with its console, in a page that shares nothing with other pages. */
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { obtainBrowser } from '../../../build/browser.mjs'
import { APP } from './electron'

/** Launches the browser that shows consoles. */
export async function launchBrowser(): Promise<Browser> {
  const found = await obtainBrowser()
  return chromium.launch(found === undefined ? {} : { executablePath: found.path })
}

export class BrowserConsole {
  readonly page: Page
  /** The console's address with its key. */
  readonly url: string
  readonly problems: string[]
  readonly #browser: Browser
  readonly #child: ChildProcess
  readonly #pages: Page[]

  private constructor(parts: Pick<BrowserConsole, 'page' | 'url' | 'problems'>, owned: Owned) {
    this.page = parts.page
    this.url = parts.url
    this.problems = parts.problems
    this.#browser = owned.browser
    this.#child = owned.child
    this.#pages = [parts.page]
  }

  /**
   * @param browser stays open when the console is disposed of
   * @param paths folders and files on the command line; without any, nothing is shared yet
   */
  static async start(browser: Browser, paths: readonly string[] = []): Promise<BrowserConsole> {
    const args = [...paths, '--port', '0', '--host', '127.0.0.1', '--log', 'none', '--console=0']
    const command = join(APP, 'out/headless/index.cjs')
    const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const url = await consoleUrl(child)
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(String(error)))
    await page.goto(url)
    await page.locator('main').first().waitFor()
    return new BrowserConsole({ page, url, problems }, { browser, child })
  }

  /** Opens another page, for a reader of that language. */
  async openPage(locale: string): Promise<Page> {
    const page = await this.#browser.newPage({ locale })
    this.#pages.push(page)
    return page
  }

  /** Ends the command as Ctrl+C does, and gives its exit status. The page stays. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGINT')
      await once(this.#child, 'exit')
    }
    return this.#child.exitCode
  }

  async dispose(): Promise<void> {
    for (const page of this.#pages) await page.close()
    await this.stop()
  }
}

interface Owned {
  readonly browser: Browser
  readonly child: ChildProcess
}

/** Waits for the line that names the console. */
async function consoleUrl(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString()
      const url = /Console\s+(http:\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => {
      reject(new Error(`The command ended with ${String(code)}: ${said}`))
    })
  })
}
