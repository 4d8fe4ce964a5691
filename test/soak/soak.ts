/**
 * A mixed load for a long time, with the window open: every octet that arrives is compared, every exchange counted, and
 * memory and descriptors are looked at until the end.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '../fuzz/random'
import { CHANGING_FILE } from './acts/changing-file'
import { BROWSE, DOWNLOADS, PIPELINE } from './acts/downloads'
import { HOSTILE } from './acts/hostile'
import { PAGES } from './acts/pages'
import { watchFigures } from './figures'
import type { Figures } from './figures'
import { Ground } from './ground'
import { SoakWindow } from './soak-window'
import { SoakedServer } from './soaked-server'
import { Tally } from './tally'
import type { SoakFailure } from './tally'
import { Visit } from './visit'
import type { Act } from './visit'

export interface SoakOptions {
  readonly seed: number
  readonly durationMs: number
  /** Acts, each of some ten requests; fewer where the machine is slower. */
  readonly actsPerSecond: number
  readonly sampleEveryMs: number
  /** Requests before the time begins, as fast as they are answered: a log that is full has nowhere to grow. */
  readonly filling?: number
  /** Called after every look at the figures would be too often: about once a minute. */
  readonly onProgress?: (progress: { readonly elapsedMs: number; readonly exchanges: number }) => void
}

export interface SoakReport {
  readonly seed: number
  readonly elapsedMs: number
  /** How often each act was performed. */
  readonly acts: Readonly<Record<string, number>>
  readonly failures: readonly SoakFailure[]
  readonly comparedAnswers: number
  readonly comparedBytes: number
  /** Requests that visitors sent or only began, exchanges that the server counted, and those the window tells of. */
  readonly exchanges: {
    readonly sent: number
    readonly begun: number
    readonly counted: number
    readonly shown: number
  }
  /** The newest request, and the one whose details a click on the last row opens. */
  readonly newest: number
  readonly opened: number
  /** Exchanges that had not ended although all visitors had gone. */
  readonly active: number
  /** How many more descriptors are open than before; undefined where the system does not tell. */
  readonly descriptorDrift: number | undefined
  readonly figures: Figures
  /** What the page and the command complained of. */
  readonly complaints: readonly string[]
}

const ACTS: readonly Act[] = [...DOWNLOADS, ...PAGES, ...HOSTILE, ...CHANGING_FILE]
/** So many visitors at once, at most: the slow ones among them must not keep the others waiting. */
const AT_ONCE = 24
const PROGRESS_MS = 60_000
/** Longer than an idle connection is kept. */
const SETTLE_MS = 30_000

/** Starts the command and the window, lets visitors come for the time, and says what was found. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const closers: (() => Promise<unknown>)[] = []
  try {
    const ground = await Ground.make()
    closers.unshift(() => ground.remove())
    const server = await SoakedServer.start(ground.folder)
    closers.unshift(() => server.stop())
    const window = await SoakWindow.open(server.consoleUrl)
    closers.unshift(() => window.close())
    return await new SoakRun(options, { ground, server, window }).run()
  } finally {
    for (const close of closers) await close()
  }
}

interface Parts {
  readonly ground: Ground
  readonly server: SoakedServer
  readonly window: SoakWindow
}

class SoakRun {
  readonly #options: SoakOptions
  readonly #parts: Parts
  readonly #tally = new Tally()
  #began = 0
  #next = 0

  constructor(options: SoakOptions, parts: Parts) {
    this.#options = options
    this.#parts = parts
  }

  async run(): Promise<SoakReport> {
    const { server, window } = this.#parts
    // The first row brings the table that is watched from now on.
    await this.#perform(0, BROWSE)
    await this.#fill(this.#options.filling ?? 0)
    const descriptorsBefore = await this.#settle()
    this.#began = performance.now()
    const ended = new AbortController()
    const watching = watchFigures(this.#parts, this.#options.sampleEveryMs, ended.signal)
    const telling = this.#tellProgress(ended.signal)
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#visit()))
    ended.abort()
    const [figures] = await Promise.all([watching, telling])
    const elapsedMs = performance.now() - this.#began
    const descriptorsAfter = await this.#settle(descriptorsBefore)
    const counted = await server.totals()
    const { acts, failures, comparedAnswers, comparedBytes, exchanges: sent, perhaps: begun } = this.#tally
    return {
      seed: this.#options.seed,
      elapsedMs,
      acts,
      failures,
      comparedAnswers,
      comparedBytes,
      exchanges: { sent, begun, counted: counted.exchanges, shown: await this.#shown(counted.exchanges) },
      newest: counted.exchanges,
      opened: await window.openNewest(),
      active: counted.active,
      descriptorDrift: descriptorsAfter && descriptorsBefore && descriptorsAfter - descriptorsBefore,
      figures,
      complaints: [...window.problems, ...(server.complaints === '' ? [] : [server.complaints])],
    }
  }

  async #fill(count: number): Promise<void> {
    const begun = this.#tally.exchanges
    while (this.#tally.exchanges - begun < count && !this.#tally.isHopeless) await this.#perform(0, PIPELINE)
  }

  /** One visitor after another, each when it is due. */
  async #visit(): Promise<void> {
    const { durationMs, actsPerSecond } = this.#options
    for (;;) {
      const index = (this.#next += 1)
      const dueMs = (index / actsPerSecond) * 1000
      if (dueMs >= durationMs || this.#tally.isHopeless) return
      await sleep(Math.max(0, this.#began + dueMs - performance.now()))
      // A machine that is slower than the rate would otherwise be kept at it for longer than was asked.
      if (performance.now() - this.#began >= durationMs) return
      await this.#perform(index)
    }
  }

  /** The same act with the same choices for the same seed and index. */
  async #perform(index: number, act = pickAct(new Random(this.#options.seed, index))): Promise<void> {
    const { ground, server } = this.#parts
    const random = new Random(~this.#options.seed, index)
    const visit = new Visit({ port: server.port, ground, random, tally: this.#tally, index })
    this.#tally.performed(act.name)
    try {
      await act.perform(visit)
    } catch (error) {
      this.#tally.failed({ act: act.name, index }, error)
    } finally {
      visit.leave()
    }
  }

  async #tellProgress(signal: AbortSignal): Promise<void> {
    for (;;) {
      await sleep(PROGRESS_MS, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
      this.#options.onProgress?.({
        elapsedMs: performance.now() - this.#began,
        exchanges: this.#tally.exchanges,
      })
    }
  }

  /**
   * Waits until every exchange has ended and no more descriptors are open than before, and gives how many are.
   *
   * @param before absent when nothing is known yet: then until their number stays the same
   */
  async #settle(before?: number): Promise<number | undefined> {
    const { server } = this.#parts
    const began = performance.now()
    let last: number | undefined
    for (;;) {
      const [now, { active }] = [await server.openDescriptors(), await server.totals()]
      const isSettled = now === undefined || (before === undefined ? now === last : now <= before)
      if ((active === 0 && isSettled) || performance.now() - began > SETTLE_MS) return now
      last = now
      await sleep(250)
    }
  }

  /** The window learns of the last requests within a batch or two. */
  async #shown(counted: number): Promise<number> {
    const began = performance.now()
    for (;;) {
      const shown = await this.#parts.window.requestCount()
      if (shown === counted || performance.now() - began > SETTLE_MS) return shown
      await sleep(100)
    }
  }
}

const WHOLE_WEIGHT = ACTS.reduce((sum, { weight }) => sum + weight, 0)

function pickAct(random: Random): Act {
  let left = (random.below(10_000) / 10_000) * WHOLE_WEIGHT
  for (const act of ACTS) {
    left -= act.weight
    if (left < 0) return act
  }
  return ACTS[0] as Act
}
