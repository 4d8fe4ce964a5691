/** What is offered on our address: folders, files and the echo, each with its place, its state and its size. */
import { basename, parse, resolve } from 'node:path'
import type { ShareKind, ShareView } from '../../preload/views'
import type { Measure, ServedContent } from '../files/served-content'
import { distinctName, mountOf } from './mounts'

/** How often it is looked whether what is shared is still there. */
export const PRESENCE_INTERVAL_MS = 2000
/** A drive that does not answer for so long is as good as gone. */
const PRESENCE_TIMEOUT_MS = 5000

const ECHO_NAME = 'echo'

export interface Share {
  readonly id: number
  readonly kind: ShareKind
  readonly name: string
  /** Absolute path as it was asked for; empty for the echo. */
  readonly path: string
  /** Null for the echo, which is nowhere on the disk. */
  readonly content: ServedContent | null
  state: ShareView['state']
  measure: Measure | null
}

export interface SharesOptions {
  /** Rejects when the path cannot be shared. */
  readonly openContent: (path: string) => Promise<ServedContent>
  readonly showHidden: () => boolean
  readonly onChange: () => void
}

export class Shares {
  readonly #options: SharesOptions
  #list: readonly Share[] = []
  #nextId = 1
  #presenceTimer: NodeJS.Timeout | undefined
  readonly #asking = new Set<Share>()
  #toMeasure: Share[] = []
  #measuring: { readonly share: Share; readonly abort: AbortController } | undefined

  constructor(options: SharesOptions) {
    this.#options = options
  }

  get list(): readonly Share[] {
    return this.#list
  }

  find(id: number): Share | undefined {
    return this.#list.find((share) => share.id === id)
  }

  mountOf(share: Share): string {
    return mountOf(share, this.#list.length)
  }

  views(): readonly ShareView[] {
    return this.#list.map((share) => this.view(share))
  }

  view(share: Share): ShareView {
    const { id, kind, name, state, measure } = share
    return {
      id,
      kind,
      name,
      mount: this.mountOf(share),
      state,
      size: measure?.size ?? null,
      fileCount: measure?.fileCount ?? null,
      sample: measure?.sample ?? null,
    }
  }

  /**
   * Offers a folder or a file; one that is offered already is given back as it is.
   *
   * @param path absolute
   * @throws what `openContent` rejects with
   */
  async add(path: string): Promise<Share> {
    const whole = resolve(path)
    const content = await this.#options.openContent(whole)
    const known = this.#list.find((share) => share.content?.path === content.path)
    if (known !== undefined) return known
    return this.#append({ kind: content.kind, name: nameOf(whole), path: whole, content })
  }

  /** Offers the echo; there is one at most. */
  addEcho(): Share {
    const known = this.#list.find(({ kind }) => kind === 'echo')
    return known ?? this.#append({ kind: 'echo', name: ECHO_NAME, path: '', content: null })
  }

  /** Takes a share off our address and gives it back; undefined when there is none with this id. */
  remove(id: number): Share | undefined {
    const share = this.find(id)
    if (share === undefined) return undefined
    this.#list = this.#list.filter((each) => each !== share)
    if (this.#measuring?.share === share) this.#measuring.abort.abort()
    if (this.#list.length === 0) this.#stopWatching()
    this.#options.onChange()
    return share
  }

  /** Counts everything anew, because what is hidden has changed. */
  measureAgain(): void {
    this.#toMeasure = [...this.#list]
    this.#measuring?.abort.abort()
    void this.#measureAll()
  }

  /** Ends all work in the background. */
  close(): void {
    this.#stopWatching()
    this.#toMeasure = []
    this.#measuring?.abort.abort()
  }

  #append(offer: Pick<Share, 'kind' | 'name' | 'path' | 'content'>): Share {
    const name = distinctName(offer.name, offer.kind, new Set(this.#list.map((each) => each.name)))
    const share: Share = { ...offer, id: this.#nextId, name, state: 'available', measure: null }
    this.#nextId += 1
    this.#list = [...this.#list, share]
    this.#presenceTimer ??= setInterval(() => {
      this.#lookForAll()
    }, PRESENCE_INTERVAL_MS).unref()
    this.#options.onChange()
    this.#toMeasure.push(share)
    void this.#measureAll()
    return share
  }

  #stopWatching(): void {
    clearInterval(this.#presenceTimer)
    this.#presenceTimer = undefined
  }

  #lookForAll(): void {
    for (const share of this.#list) void this.#lookFor(share)
  }

  async #lookFor(share: Share): Promise<void> {
    // A question that a dead drive has not answered is not asked again.
    if (share.content === null || this.#asking.has(share)) return
    this.#asking.add(share)
    const timer = setTimeout(() => {
      this.#setState(share, 'vanished')
    }, PRESENCE_TIMEOUT_MS).unref()
    const isThere = await share.content.isAvailable().catch(() => false)
    clearTimeout(timer)
    this.#asking.delete(share)
    this.#setState(share, isThere ? 'available' : 'vanished')
  }

  #setState(share: Share, state: ShareView['state']): void {
    if (share.state === state || !this.#list.includes(share)) return
    share.state = state
    this.#options.onChange()
    if (state === 'vanished') return
    this.#toMeasure.push(share)
    void this.#measureAll()
  }

  /** Counts one share after another, so that several large folders do not keep the disk from visitors. */
  async #measureAll(): Promise<void> {
    if (this.#measuring !== undefined) return
    for (let share = this.#toMeasure.shift(); share !== undefined; share = this.#toMeasure.shift()) {
      if (share.content === null || !this.#list.includes(share)) continue
      this.#measuring = { share, abort: new AbortController() }
      const measure = await this.#measure(share.content, this.#measuring.abort.signal)
      this.#measuring = undefined
      // It may have gone meanwhile, or stand in the queue again because the rules have changed.
      if (measure === null || !this.#list.includes(share) || this.#toMeasure.includes(share)) continue
      share.measure = measure
      this.#options.onChange()
    }
  }

  /** Gives null when the counting was ended, or came upon something that cannot be read. */
  async #measure(content: ServedContent, signal: AbortSignal): Promise<Measure | null> {
    try {
      return await content.measure({ showHidden: this.#options.showHidden() }, signal)
    } catch {
      return null
    }
  }
}

/** The last name of a path; of a whole drive, its letter; of the root, a word. */
function nameOf(path: string): string {
  const name = basename(path)
  if (name !== '') return name
  return parse(path).root.replace(/[:/\\]/g, '') || 'root'
}
