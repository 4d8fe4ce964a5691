import { percentEscape } from '../http/percent-encoding'
import type { ResponsePlan } from '../http/response-plan'
import { refusalFromError } from './disk-refusal'
import { encodeName } from './file-name'
import type { SharePlace } from './file-system'
import { exists, findEntry, readNamesOf } from './find-entry'
import { hiddenPath } from './hidden-names'
import { KnownFiles } from './known-files'
import { answerListing } from './listing/answer-listing'
import { measureFolder } from './measure-folder'
import { refuseMethod } from './refuse-method'
import { openEntry, type OpenedEntry, type OpenedFile, type OpenedFolder, type ServableFile } from './open-entry'
import { isRefusal, type Outcome, type Refusal } from './outcome'
import { parseNames, type PathSegments } from './path-segments'
import { readFolderEntries } from './read-folder-entries'
import { readPiece } from './read-piece'
import { RepresentationReader } from './representation'
import { respond } from './respond'
import { decideFile, type Decided } from './select-content'
import type {
  FilePiece,
  FileRequest,
  FolderContents,
  Measure,
  PieceRequest,
  ServedContent,
  ServingRules,
} from './served-content'

/** A folder and everything below it. */
export class FolderShare implements ServedContent {
  readonly kind = 'folder'
  readonly path: string
  readonly #place: SharePlace
  readonly #known: KnownFiles
  readonly #representations = new RepresentationReader()

  constructor(place: SharePlace) {
    this.#place = place
    this.#known = new KnownFiles(place)
    this.path = place.root
  }

  answer(request: FileRequest, rules: ServingRules): Promise<ResponsePlan> {
    const looking = this.#known.find(request)
    if (looking === undefined) return this.#search(request, rules)
    return looking.then(
      (known) => (known === undefined ? this.#search(request, rules) : this.#answerKnown(known, request, rules)),
      (error: unknown) => respond(refusalFromError(error), request, rules.shareId),
    )
  }

  #answerKnown(file: ServableFile, request: FileRequest, rules: ServingRules): ResponsePlan | Promise<ResponsePlan> {
    // Known files are those that were found by their own names.
    const decided = decideFile(this.#representations, file, { request, rules, name: file.names.at(-1) ?? '' })
    if (decided instanceof Promise) return decided.then((outcome) => respond(outcome, request, rules.shareId))
    return respond(decided, request, rules.shareId)
  }

  async #search(request: FileRequest, rules: ServingRules): Promise<ResponsePlan> {
    try {
      const answer = await this.#decide(request, rules)
      return 'kind' in answer ? respond(answer, request, rules.shareId) : answer
    } catch (error) {
      return respond(refusalFromError(error), request, rules.shareId)
    }
  }

  async readEntries(names: readonly string[], limit: number): Promise<FolderContents> {
    return readFolderEntries(this.#place, names, limit)
  }

  async readPiece(names: readonly string[], piece: PieceRequest): Promise<FilePiece | undefined> {
    const segments = parseNames(names, this.#place.platform)
    return typeof segments === 'string' ? undefined : readPiece(this.#place, segments, piece)
  }

  async measure(rules: Pick<ServingRules, 'showHidden'>, signal: AbortSignal): Promise<Measure> {
    return measureFolder(this.#place, rules, signal)
  }

  async isAvailable(): Promise<boolean> {
    return exists(this.#place, this.path)
  }

  /** A listing is a plan by itself: what it holds is found while it is written. */
  async #decide(request: FileRequest, rules: ServingRules): Promise<Outcome | ResponsePlan> {
    const refusal = refuseMethod(request.method)
    if (refusal !== undefined) return refusal
    const names = readNamesOf(request.path, this.#place.platform)
    if ('kind' in names) return names
    // What lies under a drive that has gone would be found, and was never shared.
    if (this.#place.isMountPoint && !(await this.isAvailable()))
      return { kind: 'unavailable', reason: 'share-vanished' }

    const entry = await this.#find(names, rules)
    if (isRefusal(entry)) return entry
    if (entry.kind === 'folder') return this.#decideFolder({ request, rules, names }, entry)
    // `file/` is not the file's name: it would be a folder's.
    if (request.path.endsWith('/')) {
      await entry.source.close()
      return { kind: 'not-found' }
    }
    const file = isPlain(entry, names) ? this.#known.keep(request.path, entry) : entry
    return decideFile(this.#representations, file, { request, rules, name: names.at(-1) ?? '' })
  }

  async #find(names: PathSegments, { showHidden }: ServingRules): Promise<OpenedEntry | Refusal> {
    const find = () => findEntry(this.#place, names, { shared: this.path, showHidden })
    const entry = await find()
    const isExhausted = entry.kind === 'unavailable' && entry.reason === 'too-many-open-files'
    return isExhausted && (await this.#known.closeIdle()) ? find() : entry
  }

  async #decideFolder(asked: AskedEntry, folder: OpenedFolder): Promise<Outcome | ResponsePlan> {
    const { request, rules, names } = asked
    const here = names.at(-1)
    if (here !== undefined && !request.path.endsWith('/')) {
      await folder.source.close()
      return { kind: 'moved', location: `./${encodeName(here)}/${queryOf(request)}` }
    }
    const index = rules.serveIndex ? await this.#openIndex(asked, folder) : undefined
    if (index !== undefined) return index
    const scope = { place: this.#place, showHidden: rules.showHidden }
    return answerListing({ scope, names, request, rules }, folder)
  }

  /** Undefined when there is no index.html, or none that can be sent: then the folder is listed. */
  async #openIndex(asked: AskedEntry, folder: OpenedFolder): Promise<Decided | undefined> {
    const names = [...asked.names, 'index.html'] as readonly string[] as PathSegments
    const entry = await openEntry(this.#place, names, asked.rules)
    if (isRefusal(entry)) return undefined
    if (entry.kind !== 'file') {
      await entry.source.close()
      return undefined
    }
    await folder.source.close()
    return decideFile(this.#representations, entry, { ...asked, name: 'index.html', isIndex: true })
  }
}

interface AskedEntry {
  readonly request: FileRequest
  readonly rules: ServingRules
  readonly names: PathSegments
}

/** Whether a file was found by its own names and no rule ever hides it: nothing but the disk decides whether it is given. */
function isPlain(file: OpenedFile, asked: readonly string[]): boolean {
  const { names } = file
  return names.length === asked.length && names.every((name, at) => name === asked[at]) && !hiddenPath(names)
}

/** What stood after `?`, made safe to be repeated in Location. */
function queryOf({ query }: FileRequest): string {
  return query === undefined ? '' : `?${query.replace(/[^\x21-\x7e]/g, (octet) => percentEscape(octet.charCodeAt(0)))}`
}
