/** Putting things on our address: sharing them, remembering them, and going on the network with the first one. */
import type { Answer, ServingOptions } from '../../preload/contract'
import type { Fault, RecentShare, ServingView, ShareView } from '../../preload/views'
import { shareFault } from './faults'
import type { Notices } from './notices'
import type { Serving } from './serving'
import type { SettingsStore } from './settings'
import type { Share, Shares } from './shares'
import { isWide } from './wide-folder'

export interface OffersParts {
  readonly shares: Shares
  readonly serving: Serving
  readonly settings: SettingsStore
  readonly notices: Notices
  /** Takes the next free port when the preferred one is taken, where a window would ask. */
  readonly orNextFree: boolean
}

export class Offers {
  readonly #parts: OffersParts
  /** Until a person stops it, sharing something means serving it. */
  #wantsToServe = true

  constructor(parts: OffersParts) {
    this.#parts = parts
  }

  /**
   * Shares a folder or a file, and leaves it at that: whoever calls this decides when to serve.
   *
   * @param path absolute, or relative to the working directory
   */
  async add(path: string): Promise<Answer<Share>> {
    try {
      const share = await this.#parts.shares.add(path)
      this.#parts.settings.remember(share)
      await this.#warnOfWide(share)
      return { ok: true, value: share }
    } catch (error) {
      return { ok: false, fault: shareFault(error, path) }
    }
  }

  /** Shares the echo, and leaves it at that. */
  addEcho(): Share {
    const share = this.#parts.shares.addEcho()
    this.#parts.settings.remember(share)
    return share
  }

  /**
   * Shares everything that can be, and starts to serve. What cannot be shared becomes a notice beside the rest, or the
   * answer when there is no rest.
   *
   * @param paths absolute
   */
  async sharePaths(paths: readonly string[]): Promise<Answer<readonly ShareView[]>> {
    const shared: Share[] = []
    const faults: Fault[] = []
    for (const path of paths) {
      const answer = await this.add(path)
      if (answer.ok) shared.push(answer.value)
      else faults.push(answer.fault)
    }
    const [first] = faults
    if (shared.length === 0 && first !== undefined) return { ok: false, fault: first }
    for (const fault of faults) this.#parts.notices.add(fault)
    await this.#serveIfWanted()
    return { ok: true, value: shared.map((share) => this.#parts.shares.view(share)) }
  }

  async shareEcho(): Promise<Answer<ShareView>> {
    const share = this.addEcho()
    await this.#serveIfWanted()
    return { ok: true, value: this.#parts.shares.view(share) }
  }

  /** Shares again what was shared in an earlier run. */
  async reopen(recentId: number): Promise<Answer<readonly ShareView[]>> {
    const recent = this.#parts.settings.recent.find(({ id }) => id === recentId)
    if (recent === undefined) return { ok: false, fault: { code: 'unknown-id' } }
    if (recent.kind !== 'echo') return this.sharePaths([recent.path])
    const answer = await this.shareEcho()
    return answer.ok ? { ok: true, value: [answer.value] } : answer
  }

  remove(id: number): Answer<null> {
    return this.#parts.shares.remove(id) === undefined
      ? { ok: false, fault: { code: 'unknown-id' } }
      : { ok: true, value: null }
  }

  async start(options: ServingOptions): Promise<Answer<ServingView>> {
    if (this.#parts.shares.list.length === 0) return { ok: false, fault: { code: 'nothing-shared' } }
    this.#wantsToServe = true
    return this.#parts.serving.start(options)
  }

  /** Stops serving until somebody starts it again: sharing more does not. */
  async stop(): Promise<void> {
    this.#wantsToServe = false
    await this.#parts.serving.stop()
  }

  /** What was shared before and is not now, without its path. */
  recent(): readonly RecentShare[] {
    const { shares, settings } = this.#parts
    return settings.recent
      .filter(({ kind, path }) => !shares.list.some((share) => share.kind === kind && share.path === path))
      .map(({ id, kind, name }) => ({ id, kind, name }))
  }

  /** It is what the person asked for, so it is done; it may be more than they meant. */
  async #warnOfWide({ kind, name, content }: Share): Promise<void> {
    if (kind !== 'folder' || content === null || !(await isWide(content.path))) return
    this.#parts.notices.add({ code: 'share-wide', about: name })
  }

  async #serveIfWanted(): Promise<void> {
    if (!this.#wantsToServe || this.#parts.shares.list.length === 0) return
    // A fault shows in the view of serving, with what the person can do about it.
    await this.#parts.serving.start({ port: null, orNextFree: this.#parts.orNextFree })
  }
}
