/** Which version of which file each client was handed whole: enough to tell that it fetches the same again. */
import type { ExchangeRecord } from './exchange-record'

/** So many files of all clients are remembered; each costs some 100 octets. */
const MOST_FILES = 20_000

interface Delivered {
  readonly shareId: number
  readonly entityTag: string
}

export class Deliveries {
  readonly #most: number
  /** By client, then by the file's path below its share. */
  readonly #byClient = new Map<number, Map<string, Delivered>>()
  #count = 0

  constructor(most = MOST_FILES) {
    this.#most = most
  }

  /** Takes note of an exchange that has ended, where it handed a whole file over. */
  end({ clientId, file, entityTag, state, method, sentBytes, status }: ExchangeRecord): void {
    if (file === null || entityTag === null || status !== 200 || state !== 'complete' || method !== 'GET') return
    if (sentBytes !== file.size) return
    const paths = this.#byClient.get(clientId) ?? new Map<string, Delivered>()
    const known = paths.get(file.path)
    if (known?.entityTag === entityTag && known.shareId === file.shareId) return
    if (known === undefined) this.#makeRoom()
    paths.set(file.path, { shareId: file.shareId, entityTag })
    this.#byClient.set(clientId, paths)
  }

  /** Whether the client was handed this very version of the file before, all of it. */
  has({ clientId, file, entityTag }: ExchangeRecord): boolean {
    if (file === null || entityTag === null) return false
    const known = this.#byClient.get(clientId)?.get(file.path)
    return known?.entityTag === entityTag && known.shareId === file.shareId
  }

  /** Forgets what the client that came first was first handed, when there is no more room. */
  #makeRoom(): void {
    this.#count += 1
    if (this.#count <= this.#most) return
    for (const [client, paths] of this.#byClient) {
      for (const path of paths.keys()) {
        paths.delete(path)
        this.#count -= 1
        break
      }
      if (paths.size === 0) this.#byClient.delete(client)
      return
    }
  }
}
