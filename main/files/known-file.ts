import type { ByteSource } from '../http/response-plan'
import { pathBelow } from './containment'
import { fileSystemPath, nameFromLatin1 } from './file-name'
import type { SharePlace } from './file-system'
import type { FileFacts, OpenedFile, ServableFile } from './open-entry'
import { DriveTimeoutError } from './open-file-limit'
import { descriptorLink } from './opened-handle'
import type { OpenedHandle } from './opened-handle'
import type { ContentAllowance, SharedContent } from './shared-content'

/** Up to here a file is read whole, once for all who wait for it; larger ones go through a response's own buffers. */
const WHOLE_BYTES = 256 * 1024

/** What is wanted of a file: whether it is still the same, or that and its content. */
export type Wish = 'sameness' | 'content'

/** One look at the disk for all who asked before it began. */
interface Look {
  readonly promise: Promise<Seen>
  readonly begin: () => void
  /** How many of those who wait for it want content. */
  contentWishes: number
}

interface Seen {
  /** Whether the path still leads to this very file, unchanged and at the place where it was proved to be. */
  readonly isSame: boolean
  readonly content: SharedContent | undefined
}

interface KnownFileNeeds {
  readonly allowance: ContentAllowance
  readonly onIdle: () => void
  readonly onChanged: () => void
}

const GONE: Seen = { isSame: false, content: undefined }

/** Handing a file back is done at once. */
const CLOSED = Promise.resolve()

/**
 * A file that was opened and proved to be inside the share a moment ago, and is held open so that it need not be opened
 * again: what else a request costs is most of its price.
 *
 * Nothing is believed for having been true before. Each request is answered from a look at the disk that began after it
 * came: the path must lead to the same inode with the same change time, the open file must stand where it stood, and
 * content is read anew. Requests that come while a look is under way share the next one, which is why a thousand of them
 * can cost a few dozen looks.
 */
export class KnownFile {
  readonly facts: FileFacts
  readonly names: readonly string[]
  readonly #place: SharePlace
  readonly #handle: OpenedHandle
  readonly #path: string
  readonly #allowance: ContentAllowance
  readonly #onIdle: () => void
  readonly #onChanged: () => void
  #next: Look | undefined
  #isLooking = false
  #users = 0
  #isDropped = false

  /**
   * @param file opened by its real names
   * @param onIdle called each time when nobody uses it any more
   * @param onChanged called when it is found to be no longer what it was
   */
  constructor(place: SharePlace, file: OpenedFile, { allowance, onIdle, onChanged }: KnownFileNeeds) {
    this.facts = file.facts
    this.names = file.names
    this.#place = place
    this.#handle = file.source
    this.#path = pathBelow(place.root, file.names, place.platform)
    this.#allowance = allowance
    this.#onIdle = onIdle
    this.#onChanged = onChanged
  }

  /** Whether another look found the very same file in the very same state. */
  isSameAs({ device, inode, changedNs }: Pick<FileFacts, 'device' | 'inode' | 'changedNs'>): boolean {
    const { facts } = this
    return inode === facts.inode && changedNs === facts.changedNs && device === facts.device
  }

  /**
   * Looks again, and gives the file if it is still what it was; its content too where that was wished for and is small.
   *
   * @throws {DriveTimeoutError}
   */
  look(wish: Wish): Promise<ServableFile | undefined> {
    this.#users += 1
    const next = (this.#next ??= this.#plan())
    if (wish === 'sameness') return next.promise.then(this.#lendSame, this.#failed)
    next.contentWishes += 1
    return next.promise.then(this.#lendContent, this.#failed)
  }

  // One function each for all who wait, not one for each.
  readonly #lendSame = ({ isSame }: Seen): ServableFile | undefined => (isSame ? this.#lend(undefined) : this.#refuse())

  readonly #lendContent = ({ isSame, content }: Seen): ServableFile | undefined =>
    isSame ? this.#lend(content) : this.#refuse()

  readonly #failed = (error: unknown): never => {
    this.#leave()
    throw error
  }

  #refuse(): undefined {
    this.#onChanged()
    this.#leave()
  }

  /** Gives the file to one more response, which closes its source when it is done. */
  lend(): ServableFile {
    this.#users += 1
    return this.#lend(undefined)
  }

  /** Lets go of the file: it is closed now, or when the last response that uses it has ended. */
  async drop(): Promise<void> {
    this.#isDropped = true
    if (this.#users === 0) await this.#handle.close()
  }

  /** Whoever looked is counted already. */
  #lend(content: SharedContent | undefined): ServableFile {
    let isLent = true
    const source: ByteSource = {
      read: (target, position) => this.#handle.read(target, position),
      close: () => {
        if (isLent) this.#takeBack(content)
        isLent = false
        return CLOSED
      },
    }
    return { kind: 'file', source, facts: this.facts, names: this.names, ready: content }
  }

  #takeBack(content: SharedContent | undefined): void {
    content?.release()
    this.#leave()
  }

  #leave(): void {
    this.#users -= 1
    if (this.#users > 0) return
    if (this.#isDropped) void this.#handle.close()
    else this.#onIdle()
  }

  /** Plans a look that begins when all that has come in by now has been read, or when the one under way is over. */
  #plan(): Look {
    let begin = (): void => undefined
    const began = new Promise<void>((resolve) => {
      begin = resolve
    })
    const look: Look = { promise: began.then(() => this.#see(look)), begin, contentWishes: 0 }
    if (!this.#isLooking) setImmediate(this.#beginNext)
    return look
  }

  readonly #beginNext = (): void => {
    const next = this.#next
    if (next === undefined || this.#isLooking) return
    this.#next = undefined
    this.#isLooking = true
    next.begin()
  }

  async #see(look: Look): Promise<Seen> {
    const content = look.contentWishes > 0 ? this.#takeRoom() : undefined
    try {
      const [isSame, isWhole] = await Promise.all([this.#isSame(), content === undefined || this.#fill(content)])
      if (!isSame) return GONE
      if (content === undefined || !isWhole) return { isSame, content: undefined }
      for (let holder = 0; holder < look.contentWishes; holder += 1) content.hold()
      return { isSame, content }
    } catch (error) {
      if (error instanceof DriveTimeoutError) throw error
      // Whatever else the disk says, a search from the beginning finds out what it means.
      return GONE
    } finally {
      content?.release()
      this.#isLooking = false
      this.#beginNext()
    }
  }

  #takeRoom(): SharedContent | undefined {
    const { size } = this.facts
    return size > 0 && size <= WHOLE_BYTES ? this.#allowance.take(size) : undefined
  }

  /** Fills the room, and gives whether the file was as long as it should be. */
  async #fill({ bytes }: SharedContent): Promise<boolean> {
    return (await this.#handle.read(bytes, 0)) === bytes.length
  }

  /**
   * The path leads to the same file: its folders may be entered, and nobody has written to it, renamed it or changed who
   * may read it (each changes st_ctime, inode(7)). The file stands where it stood: no folder above it has been moved.
   */
  async #isSame(): Promise<boolean> {
    const { fs, limit } = this.#place
    const [stats, link] = await limit.run(() =>
      Promise.all([
        fs.stat(fileSystemPath(this.#path), { bigint: true }),
        fs.readlink(descriptorLink(this.#handle.descriptor), 'latin1'),
      ]),
    )
    const isSame = this.isSameAs({ device: stats.dev, inode: stats.ino, changedNs: stats.ctimeNs })
    return isSame && nameFromLatin1(link) === this.#path
  }
}
