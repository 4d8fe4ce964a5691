/** The desktop app, launched as a user would, on a settings folder of its own. */
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { DEFAULT_SETTINGS } from '../../../main/share/settings'
import type { Settings } from '../../../preload/settings'
import { obtainBrowser } from '../../../build/browser.mjs'
import { APP, electronPath, ROOT } from './electron'

export interface LaunchOptions {
  /** Folders and files on the command line. */
  readonly paths?: readonly string[]
  /** What will be dropped: the stand-in must know beforehand. */
  readonly droppable?: readonly string[]
  /** Settings to start with, beside serving on loopback and any free port; a string is the file's text as it is. */
  readonly settings?: Partial<Settings> | string
  /** The system's language as a BCP 47 tag. */
  readonly locale?: string
  /** Of an earlier launch, to start where it ended. */
  readonly userData?: string
}

/** Tests reach nobody but this computer, and take no port that somebody else may want. */
const SAFE: Partial<Settings> = { reach: 'this-computer', port: 0 }

export class Desktop {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** Errors on the page's console and exceptions in the page, in the order they came. */
  readonly problems: string[]
  readonly #arguments: readonly string[]
  readonly #environment: Record<string, string>

  private constructor(parts: Pick<Desktop, 'app' | 'page' | 'userData' | 'problems'>, launch: Launch) {
    this.app = parts.app
    this.page = parts.page
    this.userData = parts.userData
    this.problems = parts.problems
    this.#arguments = launch.args
    this.#environment = launch.env
  }

  static async launch(options: LaunchOptions = {}): Promise<Desktop> {
    const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'porthole-e2e-')))
    if (options.userData === undefined || options.settings !== undefined) await writeSettings(userData, options)
    const launch = await launchOf(userData, options)
    const app = await _electron.launch({ ...launch, executablePath: electronPath, cwd: ROOT, colorScheme: null })
    const problems: string[] = []
    app.context().on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    app.context().on('weberror', (error) => problems.push(String(error.error())))
    const page = await app.firstWindow()
    await page.locator('main').first().waitFor()
    return new Desktop({ app, page, userData, problems }, launch)
  }

  /** Arguments and environment for one more launch of the same app, with other paths. */
  again(...paths: readonly string[]): { readonly args: readonly string[]; readonly env: Record<string, string> } {
    return { args: [...this.#arguments, ...paths], env: this.#environment }
  }

  /** The names of the files in its settings folder that are ours. */
  async settingsFiles(): Promise<readonly string[]> {
    return (await readdir(this.userData)).filter((name) => name.startsWith('settings'))
  }

  /** Quits, and waits until the process has gone. */
  async close(): Promise<void> {
    await this.app.close().catch(() => undefined)
  }

  /** Quits and removes what it has left. */
  async dispose(): Promise<void> {
    await this.close()
    await rm(this.userData, { recursive: true, force: true })
  }
}

interface Launch {
  readonly args: string[]
  readonly env: Record<string, string>
}

async function launchOf(userData: string, options: LaunchOptions): Promise<Launch> {
  const browser = await obtainBrowser()
  const env = {
    ...(process.env as Record<string, string>),
    PORTHOLE_CHROMIUM: browser?.path ?? '',
    STANDIN_PATHS: (options.droppable ?? []).join(delimiter),
    STANDIN_LOCALE: options.locale ?? 'en-US',
  }
  const language = options.locale === undefined ? [] : [`--lang=${options.locale}`]
  return { args: [`--user-data-dir=${userData}`, ...language, APP, ...(options.paths ?? [])], env }
}

async function writeSettings(userData: string, { settings = {} }: LaunchOptions): Promise<void> {
  const whole = { version: 1, settings: { ...DEFAULT_SETTINGS, ...SAFE, ...(settings as object) }, recent: [] }
  await mkdir(userData, { recursive: true })
  const text = typeof settings === 'string' ? settings : JSON.stringify(whole)
  await writeFile(join(userData, 'settings.json'), text)
}
