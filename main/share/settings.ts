/** What is remembered between runs: settings, what was shared, and where the window stood. */
import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { limitParsers, settingParsers } from '../../preload/setting-arguments'
import { usualLimits } from '../../preload/settings'
import type { Limits, Settings, SettingsChange } from '../../preload/settings'
import type { Fault, RecentShare, ShareKind } from '../../preload/views'
import { writeAtomically } from './atomic-file'

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  keptRequests: 50_000,
  port: 8080,
  reach: 'local-network',
  showHidden: false,
  serveIndex: false,
  alwaysAttach: false,
  allowedHosts: [],
  limits: usualLimits,
  savedFilters: [],
}

/** Something that was shared before. Its path stays in main. */
export interface RememberedShare extends RecentShare {
  /** Absolute; empty for the echo share. */
  readonly path: string
}

const MOST_RECENT = 12
/** Changes that come together, as from a dragged window, are written once. */
const WRITE_DELAY_MS = 250

interface Contents {
  readonly settings: Settings
  readonly recent: readonly RememberedShare[]
  /** Belongs to the shell, which checks it. */
  readonly windowPlacement: unknown
}

export interface SettingsOptions {
  /** Absolute path of the JSON file; null keeps everything in memory. */
  readonly file: string | null
  readonly initial?: SettingsChange
  readonly onFault: (fault: Fault) => void
}

export class SettingsStore {
  readonly #file: string | null
  readonly #onFault: (fault: Fault) => void
  #contents: Contents
  #nextRecentId: number
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  #isUnwritable = false

  private constructor(options: SettingsOptions, contents: Contents) {
    this.#file = options.file
    this.#onFault = options.onFault
    this.#contents = { ...contents, settings: { ...contents.settings, ...options.initial } }
    this.#nextRecentId = 1 + Math.max(0, ...contents.recent.map(({ id }) => id))
  }

  /**
   * Reads the file. One that is missing gives the defaults; one that cannot be understood is kept aside under another
   * name, the defaults are used, and that is told as a fault.
   */
  static async open(options: SettingsOptions): Promise<SettingsStore> {
    return new SettingsStore(
      options,
      options.file === null ? EMPTY : await readOrSetAside(options.file, options.onFault),
    )
  }

  get settings(): Settings {
    return this.#contents.settings
  }

  /** What was shared before, the last one first. */
  get recent(): readonly RememberedShare[] {
    return this.#contents.recent
  }

  /** Whatever was stored last; undefined at first. May have been edited by hand: check it. */
  get windowPlacement(): unknown {
    return this.#contents.windowPlacement
  }

  set windowPlacement(placement: unknown) {
    this.#replace({ ...this.#contents, windowPlacement: placement })
  }

  change(change: SettingsChange): Settings {
    this.#replace({ ...this.#contents, settings: { ...this.settings, ...change } })
    return this.settings
  }

  /** Puts a share before all others that are remembered. One that is known keeps its id. */
  remember({ kind, name, path }: { readonly kind: ShareKind; readonly name: string; readonly path: string }): void {
    const known = this.recent.find((each) => each.kind === kind && each.path === path)
    const first = known ?? { id: this.#nextRecentId, kind, name, path }
    if (known === undefined) this.#nextRecentId += 1
    const others = this.recent.filter((each) => each !== known)
    this.#replace({ ...this.#contents, recent: [first, ...others].slice(0, MOST_RECENT) })
  }

  forget(recentId: number): void {
    this.#replace({ ...this.#contents, recent: this.recent.filter(({ id }) => id !== recentId) })
  }

  /** Writes what has changed and resolves when it is on the disk, or could not be put there. */
  async flush(): Promise<void> {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer)
      this.#startWriting()
    }
    await this.#writing
  }

  #replace(contents: Contents): void {
    this.#contents = contents
    if (this.#file === null || this.#timer !== undefined) return
    this.#timer = setTimeout(() => {
      this.#startWriting()
    }, WRITE_DELAY_MS)
    this.#timer.unref()
  }

  #startWriting(): void {
    this.#timer = undefined
    // One at a time, so that an older text never lands on a newer one.
    this.#writing = this.#writing.then(() => this.#write())
  }

  async #write(): Promise<void> {
    if (this.#file === null) return
    try {
      await mkdir(dirname(this.#file), { recursive: true })
      await writeAtomically(this.#file, `${JSON.stringify({ version: 1, ...this.#contents }, null, 2)}\n`)
      this.#isUnwritable = false
    } catch (error) {
      if (!this.#isUnwritable) this.#onFault({ code: 'settings-unwritable', about: codeOf(error) })
      this.#isUnwritable = true
    }
  }
}

const EMPTY: Contents = { settings: DEFAULT_SETTINGS, recent: [], windowPlacement: undefined }

async function readOrSetAside(file: string, onFault: (fault: Fault) => void): Promise<Contents> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') await setAside(file, onFault)
    return EMPTY
  }
  const contents = readContents(text)
  if (contents !== undefined) return contents
  await setAside(file, onFault)
  return EMPTY
}

async function setAside(file: string, onFault: (fault: Fault) => void): Promise<void> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const aside = file.replace(/(?:\.json)?$/, `.corrupt-${stamp}.json`)
  try {
    await rename(file, aside)
    onFault({ code: 'settings-corrupt', about: aside.split(/[/\\]/).at(-1) ?? '' })
  } catch (error) {
    onFault({ code: 'settings-corrupt', about: codeOf(error) })
  }
}

/** Reads the file's text; undefined when it is not ours at all. A single value that is wrong gives its default. */
function readContents(text: string): Contents | undefined {
  const root = parseJson(text)
  if (!isRecord(root) || !isRecord(root.settings)) return undefined
  return {
    settings: readSettings(root.settings),
    recent: Array.isArray(root.recent) ? root.recent.filter(isRemembered).slice(0, MOST_RECENT) : [],
    windowPlacement: root.windowPlacement,
  }
}

function readSettings(given: Record<string, unknown>): Settings {
  const limits = readEach(limitParsers, usualLimits, isRecord(given.limits) ? given.limits : {}) as Limits
  return readEach(settingParsers, DEFAULT_SETTINGS, { ...given, limits }) as Settings
}

function readEach(
  parsers: Readonly<Record<string, (value: unknown) => unknown>>,
  usual: object,
  given: Record<string, unknown>,
): unknown {
  const values: Record<string, unknown> = { ...usual }
  for (const [name, parse] of Object.entries(parsers)) {
    try {
      if (name in given) values[name] = parse(given[name])
    } catch {
      // A value of another version, or a slip of the hand: the default stands.
    }
  }
  return values
}

function isRemembered(value: unknown): value is RememberedShare {
  if (!isRecord(value)) return false
  const { id, kind, name, path } = value
  const isKind = kind === 'folder' || kind === 'file' || kind === 'echo'
  return isKind && Number.isSafeInteger(id) && typeof name === 'string' && typeof path === 'string'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
