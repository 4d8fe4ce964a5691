import { posix, win32 } from 'node:path'
import type { ResponsePlan } from '../http/response-plan'
import { refusalFromError } from './disk-refusal'
import type { SharePlace } from './file-system'
import { exists, findEntry } from './find-entry'
import { KnownFiles } from './known-files'
import { refuseMethod } from './refuse-method'
import { isRefusal, type Outcome } from './outcome'
import type { PathSegments } from './path-segments'
import { describeEntries } from './describe-entries'
import { readPiece } from './read-piece'
import { RepresentationReader } from './representation'
import { respond } from './respond'
import { decideFile } from './select-content'
import type {
  FilePiece,
  FileRequest,
  FolderContents,
  FolderEntry,
  Measure,
  PieceRequest,
  ServedContent,
  ServingRules,
} from './served-content'

/** One file, without its neighbours: nothing else in its folder has an address. */
export class FileShare implements ServedContent {
  readonly kind = 'file'
  readonly path: string
  /** The file's folder: what is opened must be this very name in it. */
  readonly #place: SharePlace
  readonly #name: string
  readonly #known: KnownFiles
  readonly #representations = new RepresentationReader()

  /**
   * @param path the file's absolute real path
   * @param place a place whose root is the file's folder
   */
  constructor(path: string, place: SharePlace) {
    this.path = path
    this.#place = place
    this.#known = new KnownFiles(place)
    this.#name = (place.platform === 'win32' ? win32 : posix).basename(path)
  }

  async answer(request: FileRequest, rules: ServingRules): Promise<ResponsePlan> {
    try {
      return respond(await this.#decide(request, rules), request, rules.shareId)
    } catch (error) {
      return respond(refusalFromError(error), request, rules.shareId)
    }
  }

  async readEntries(names: readonly string[], limit: number): Promise<FolderContents> {
    if (names.length > 0) return { entries: [], omitted: 0 }
    const entry = await this.#describe()
    if (entry === undefined) return { entries: [], omitted: 0 }
    return limit > 0 ? { entries: [entry], omitted: 0 } : { entries: [], omitted: 1 }
  }

  /** The file is found by its own name, whatever the names say: there is no other. */
  async readPiece(_names: readonly string[], piece: PieceRequest): Promise<FilePiece | undefined> {
    const isMeant = (names: readonly string[]): boolean => names.length === 1 && names[0] === this.#name
    return readPiece(this.#place, [this.#name] as readonly string[] as PathSegments, { ...piece, isMeant })
  }

  async measure(_rules: Pick<ServingRules, 'showHidden'>, signal: AbortSignal): Promise<Measure> {
    signal.throwIfAborted()
    const entry = await this.#describe()
    signal.throwIfAborted()
    return entry === undefined
      ? { size: 0, fileCount: 0, sample: null }
      : // The mount is the file's own address: nothing is below it.
        { size: entry.size ?? 0, fileCount: 1, sample: '' }
  }

  async isAvailable(): Promise<boolean> {
    return exists(this.#place, this.path)
  }

  async #decide(request: FileRequest, rules: ServingRules): Promise<Outcome> {
    const refusal = refuseMethod(request.method)
    if (refusal !== undefined) return refusal
    if (request.path !== '/' && request.path !== '') return { kind: 'not-found' }

    const known = await this.#known.find(request)
    if (known !== undefined) return decideFile(this.#representations, known, { request, rules, name: this.#name })

    // Chosen by name, it is not hidden, whatever it is called.
    const names = [this.#name] as readonly string[] as PathSegments
    const entry = await findEntry(this.#place, names, { shared: this.path, showHidden: true })
    if (isRefusal(entry)) return entry
    const isItself = entry.names.length === 1 && entry.names[0] === this.#name
    if (entry.kind !== 'file' || !isItself) {
      await entry.source.close()
      return { kind: 'not-found', hidden: entry.kind === 'file' ? 'link-leaves-share' : 'not-a-regular-file' }
    }
    const file = this.#known.keep(request.path, entry)
    return decideFile(this.#representations, file, { request, rules, name: this.#name })
  }

  /** Hidden or not does not matter here: the user has chosen it. */
  async #describe(): Promise<FolderEntry | undefined> {
    const [entry] = await describeEntries({ place: this.#place, path: this.#place.root }, [
      { name: this.#name, type: 'file' },
    ])
    if (entry?.kind !== 'file') return undefined
    const { name, kind, size, modifiedAt } = entry
    return { name, kind, size, modifiedAt, hidden: null }
  }
}
