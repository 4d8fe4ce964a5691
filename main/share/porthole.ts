/** The whole use case, put together: what is shared, who came, what was sent, and the windows that show it. */
import type { Answer, Commands } from '../../preload/contract'
import type { Settings } from '../../preload/settings'
import type { ExchangeRow, Fault, FeedBatch, Notice, ServingView, ShareView } from '../../preload/views'
import { createCommands } from './commands'
import type { CommandParts } from './commands'
import { describeUnexpected } from './error-report'
import { toRow } from './exchange-record'
import { Feed } from './feed'
import type { FeedSource, WholePart } from './feed'
import { Notices } from './notices'
import { buildParts } from './parts'
import type { PortholeOptions } from './parts'
import { SettingsStore } from './settings'
import type { Machine, Shell } from './shell'

/** One carrier's way in: commands, and the feed that `acknowledge` and `takeSnapshot` among them belong to. */
export interface Session {
  readonly commands: Commands
  /** Calls back with every batch; returns the unsubscriber. */
  subscribe(listener: (batch: FeedBatch) => void): () => void
  /** Ends the feed. Nothing else belongs to one session alone. */
  close(): void
}

export class Porthole {
  readonly #machine: Machine
  readonly #parts: CommandParts
  readonly #feeds = new Set<Feed>()
  readonly #servingListeners = new Set<(view: ServingView) => void>()
  readonly #settingsListeners = new Set<(settings: Settings) => void>()
  readonly #noticeListeners = new Set<(notices: readonly Notice[]) => void>()
  readonly #unexpectedListeners = new Set<(report: string) => void>()
  readonly #session: Session

  private constructor(options: PortholeOptions, kept: { readonly settings: SettingsStore; readonly notices: Notices }) {
    this.#machine = options.machine
    this.#parts = buildParts(options, kept, {
      changed: (...parts) => {
        this.#changed(...parts)
      },
      unexpected: (error) => {
        this.reportUnexpected(error)
      },
    })
    this.#session = this.openSession(options.shell)
  }

  /** Reads the settings and builds everything. Nothing is shared and nothing listens yet. */
  static async open(options: PortholeOptions): Promise<Porthole> {
    const notices = new Notices({ now: Date.now })
    const settings = await SettingsStore.open({
      file: options.settingsFile,
      ...(options.settings && { initial: options.settings }),
      onFault: (fault) => {
        notices.add(fault)
      },
    })
    return new Porthole(options, { settings, notices })
  }

  /** The commands of the shell that this was opened with. */
  get commands(): Commands {
    return this.#session.commands
  }

  get serving(): ServingView {
    return this.#parts.serving.view
  }

  get settings(): Settings {
    return this.#parts.settings.settings
  }

  /** Where the shell's window stood. Kept with the settings; the shell checks what it reads. */
  get windowPlacement(): unknown {
    return this.#parts.settings.windowPlacement
  }

  set windowPlacement(placement: unknown) {
    this.#parts.settings.windowPlacement = placement
  }

  /** Calls back with every batch for the shell that this was opened with; returns the unsubscriber. */
  subscribe(listener: (batch: FeedBatch) => void): () => void {
    return this.#session.subscribe(listener)
  }

  /** Opens a session with a feed of its own, for one more carrier: each socket of the console has one. */
  openSession(shell: Shell): Session {
    const feed = new Feed({ source: this.#feedSource(), now: Date.now })
    this.#feeds.add(feed)
    return {
      commands: createCommands(this.#parts, shell, feed),
      subscribe: (listener) => feed.subscribe(listener),
      close: () => {
        feed.close()
        this.#feeds.delete(feed)
      },
    }
  }

  /**
   * Shares a folder or a file without starting to serve.
   *
   * @param path absolute, or relative to the working directory
   */
  async share(path: string): Promise<Answer<ShareView>> {
    const answer = await this.#parts.offers.add(path)
    return answer.ok ? { ok: true, value: this.#parts.shares.view(answer.value) } : answer
  }

  /** Shares the echo without starting to serve. */
  shareEcho(): ShareView {
    return this.#parts.shares.view(this.#parts.offers.addEcho())
  }

  /** What is shared, in the order in which it was. */
  get shares(): readonly ShareView[] {
    return this.#parts.shares.views()
  }

  /** Calls back with every exchange that ends and its client's address; returns the function that stops it. */
  onExchangeEnd(listener: (row: ExchangeRow, client: string) => void): () => void {
    return this.#parts.journal.onEnd((record) => {
      listener(toRow(record), record.connection.remoteAddress)
    })
  }

  /** Calls back whenever what is said of serving has changed; returns the function that stops it. */
  onServingChange(listener: (view: ServingView) => void): () => void {
    this.#servingListeners.add(listener)
    return () => this.#servingListeners.delete(listener)
  }

  /** Calls back whenever the settings have changed, whichever window did it; returns the function that stops it. */
  onSettingsChange(listener: (settings: Settings) => void): () => void {
    this.#settingsListeners.add(listener)
    return () => this.#settingsListeners.delete(listener)
  }

  /** Calls back with all notices whenever there is one more or one fewer; returns the function that stops it. */
  onNoticesChange(listener: (notices: readonly Notice[]) => void): () => void {
    this.#noticeListeners.add(listener)
    return () => this.#noticeListeners.delete(listener)
  }

  /** Tells of a fault that answers no command of a window, such as a folder that the app was started with. */
  reportFault(fault: Fault): void {
    this.#parts.notices.add(fault)
  }

  /** Turns an error that nobody expected into a notice with a report that can be copied. */
  reportUnexpected(error: unknown): void {
    const report = describeUnexpected(error, this.#machine)
    this.#parts.notices.add({ code: 'unexpected-error' }, report)
    for (const listener of this.#unexpectedListeners) listener(report)
  }

  /** Calls back with the report of every unexpected error; returns the function that stops it. */
  onUnexpected(listener: (report: string) => void): () => void {
    this.#unexpectedListeners.add(listener)
    return () => this.#unexpectedListeners.delete(listener)
  }

  /**
   * Ends everything: lets go of the port at once, gives running transfers their time, and writes the settings.
   *
   * @param options how long transfers may go on; 5 s when absent
   */
  async dispose(options?: { readonly graceMs: number }): Promise<void> {
    this.#parts.shares.close()
    this.#parts.digests.close()
    await this.#parts.serving.stop(options)
    await this.#parts.settings.flush()
    for (const feed of this.#feeds) feed.close()
    this.#feeds.clear()
  }

  #changed(...parts: readonly WholePart[]): void {
    for (const feed of this.#feeds) for (const part of parts) feed.partChanged(part)
    if (parts.includes('serving')) for (const listener of this.#servingListeners) listener(this.serving)
    if (parts.includes('settings')) for (const listener of this.#settingsListeners) listener(this.settings)
    if (parts.includes('notices')) for (const listener of this.#noticeListeners) listener(this.#parts.notices.list)
  }

  #feedSource(): FeedSource {
    const { journal, lab, notices, offers, serving, settings, shares } = this.#parts
    return {
      watch: (watcher) => journal.watch(watcher),
      totals: () => journal.totals(),
      parts: {
        shares: () => shares.views(),
        serving: () => serving.view,
        notices: () => notices.list,
        settings: () => settings.settings,
        recent: () => offers.recent(),
        lab: () => lab.views(),
      },
    }
  }
}
