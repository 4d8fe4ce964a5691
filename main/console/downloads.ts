/** Files that the page asked for and its browser fetches: each once, and soon. */
import { randomBytes } from 'node:crypto'
import type { OfferedFile } from '../share/shell'

/** The page fetches at once; whoever has not by then never will. */
const LIFETIME_MS = 60_000
/** A person saves one file at a time; an older offer gives way. */
const MOST_OFFERS = 8

/** What stands before the name of an offer in its path. */
export const DOWNLOADS = 'downloads/'

export class Downloads {
  readonly #offers = new Map<string, { readonly file: OfferedFile; readonly timer: NodeJS.Timeout }>()

  /** Offers a file, and gives its path below the console's key. */
  offer(file: OfferedFile): string {
    const name = randomBytes(12).toString('base64url')
    const timer = setTimeout(() => this.#offers.delete(name), LIFETIME_MS).unref()
    this.#offers.set(name, { file, timer })
    const [oldest] = this.#offers.keys()
    if (this.#offers.size > MOST_OFFERS && oldest !== undefined) this.take(DOWNLOADS + oldest)
    return DOWNLOADS + name
  }

  /** Takes a file out by its path; undefined when there is none any more. */
  take(path: string): OfferedFile | undefined {
    if (!path.startsWith(DOWNLOADS)) return undefined
    const name = path.slice(DOWNLOADS.length)
    const offer = this.#offers.get(name)
    if (offer === undefined) return undefined
    clearTimeout(offer.timer)
    this.#offers.delete(name)
    return offer.file
  }
}
