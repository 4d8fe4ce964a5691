import type { ResponsePlan } from '../../http/response-plan'
import { describeEntries, type DescribedEntry } from '../describe-entries'
import { openEntry, type OpenedFolder } from '../open-entry'
import { isRefusal, type Refusal } from '../outcome'
import type { PathSegments } from '../path-segments'
import { readFolder, type FoundName } from '../read-folder'
import type { FileRequest, ServingRules } from '../served-content'
import { Slices, sortInSlices } from '../slices'
import {
  BATCH_LENGTH,
  describeInBatches,
  isVisible,
  listedEntry,
  readNames,
  sortEntries,
  visibleNames,
  type ListingScope,
} from './folder-entries'
import { folderHeading } from './folder-heading'
import { figureFormat } from './format-figures'
import { listingEntityTag, listingPlan } from './listing-plan'
import { listingTexts } from './listing-texts'
import { readListingView, type ListingView } from './listing-view'
import type { ListedEntry, ListingWriter } from './listing-writer'
import { makeWriter } from './make-writer'
import { nameOrder } from './name-order'
import { isReadme, readReadme } from './read-readme'
import { SEARCH_BOUNDS, searchEntries } from './search-entries'
import { gather, writeListing } from './write-listing'

/**
 * A folder with more names is streamed: the first rows are sent before the last are looked at, and for that there can
 * be no entity tag. This many are described in some 20 ms.
 */
const MAX_GATHERED = 1000

/** A folder that is asked for. */
export interface ListingRequest {
  readonly scope: ListingScope
  /** The names that lead to it, as asked for. */
  readonly names: PathSegments
  readonly request: FileRequest
  readonly rules: ServingRules
}

/** Answers for a folder with its listing, or with what a search in it finds. The folder is closed in any case. */
export async function answerListing(listing: ListingRequest, folder: OpenedFolder): Promise<ResponsePlan> {
  const { names, request, rules } = listing
  const view = readListingView(request.query, request.fields)
  const texts = listingTexts(view.language)
  const heading = folderHeading(rules, names, view.search === undefined ? undefined : texts.searchCrumb(view.search))
  const writer = makeWriter({
    heading,
    view,
    texts,
    figures: figureFormat(view.language, request.at),
  })
  const gathered = await gatherEntries(listing, folder, view)
  const shareId = rules.shareId
  if (gathered === undefined) {
    const chunks = view.search === undefined ? streamFolder(listing, view, writer) : streamSearch(listing, view, writer)
    const content = async () => ({ kind: 'stream', chunks }) as const
    return listingPlan({ writer, view, entityTag: undefined, content, shareId }, request)
  }
  const entries = gathered.map((entry) => listedEntry(entry))
  const year = new Date(request.at).getFullYear()
  const entityTag = listingEntityTag({ heading, view, year }, entries)
  const content = async () => {
    const chunks = writeListing(writer, once(entries), () => ending(listing, view, gathered))
    return { kind: 'bytes', bytes: await gather(chunks) } as const
  }
  return listingPlan({ writer, view, entityTag, content, shareId }, request)
}

/** Describes and sorts the entries of a folder that is small enough; undefined for a large one and for a search. */
async function gatherEntries(
  { scope }: ListingRequest,
  folder: OpenedFolder,
  view: ListingView,
): Promise<readonly DescribedEntry[] | undefined> {
  try {
    if (view.search !== undefined) return undefined
    const names: FoundName[] = []
    for await (const chunk of readFolder(scope.place, folder.path)) {
      names.push(...visibleNames(chunk, scope))
      if (names.length > MAX_GATHERED) return undefined
    }
    const described = await describeEntries({ place: scope.place, path: folder.path }, names)
    const visible = described.filter((entry) => isVisible(entry, scope))
    return await sortEntries(visible, view, new Slices())
  } finally {
    await folder.source.close()
  }
}

async function* once(entries: readonly ListedEntry[]): AsyncGenerator<readonly ListedEntry[], void> {
  yield entries
}

/**
 * Streams a large folder. It is opened anew when the first chunk is wanted: a response that never begins, because the
 * client has gone, then leaves nothing open.
 */
async function* streamFolder(
  listing: ListingRequest,
  view: ListingView,
  writer: ListingWriter,
): AsyncGenerator<Uint8Array, void> {
  const { scope, names } = listing
  const folder = await openEntry(scope.place, names, scope)
  if (isRefusal(folder)) throw new ListingInterrupted(folder)
  try {
    if (folder.kind !== 'folder') throw new ListingInterrupted({ kind: 'not-found' })
    const readmes: DescribedEntry[] = []
    const entries = async function* (path: string): AsyncGenerator<readonly ListedEntry[], void> {
      for await (const batch of orderedBatches(scope, path, view)) {
        readmes.push(...batch.filter(isReadme))
        yield batch.map((entry) => listedEntry(entry))
      }
    }
    yield* writeListing(writer, entries(folder.path), () => ending(listing, view, readmes))
  } finally {
    await folder.source.close()
  }
}

/** A folder that has begun to be listed can no longer be refused: the connection is cut instead. */
class ListingInterrupted extends Error {
  override readonly name = 'ListingInterrupted'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`Cannot go on listing the folder: ${refusal.kind}`)
    this.refusal = refusal
  }
}

/** By name, only names have to be known before the first row; by size or date, everything. */
async function* orderedBatches(
  scope: ListingScope,
  path: string,
  view: ListingView,
): AsyncGenerator<readonly DescribedEntry[], void> {
  const slices = new Slices()
  const found = await readNames(scope, path)
  if (view.sort === 'name') {
    yield* describeInBatches(scope, path, await sortNames(found, view, slices))
    return
  }
  const described: DescribedEntry[] = []
  for await (const batch of describeInBatches(scope, path, found)) described.push(...batch)
  const sorted = await sortEntries(described, view, slices)
  for (let at = 0; at < sorted.length; at += BATCH_LENGTH) yield sorted.slice(at, at + BATCH_LENGTH)
}

function sortNames(found: readonly FoundName[], view: ListingView, slices: Slices): Promise<FoundName[]> {
  const byName = nameOrder(view.language)
  const direction = view.order === 'asc' ? 1 : -1
  return sortInSlices(
    found,
    (a, b) => Number(b.type === 'folder') - Number(a.type === 'folder') || direction * byName(a.name, b.name),
    slices,
  )
}

async function* streamSearch(
  { scope, names }: ListingRequest,
  view: ListingView,
  writer: ListingWriter,
): AsyncGenerator<Uint8Array, void> {
  const search = searchEntries({ ...scope, view, from: names, bounds: SEARCH_BOUNDS })
  let complete = false
  const batches = async function* (): AsyncGenerator<readonly ListedEntry[], void> {
    for (;;) {
      const next = await search.next()
      if (next.done === true) {
        complete = next.value
        return
      }
      yield next.value.map(({ entry, above }) => listedEntry(entry, above))
    }
  }
  try {
    yield* writeListing(writer, batches(), async () => ({ stoppedEarly: !complete, readme: undefined }))
  } finally {
    // Iterated by hand for its result, so it must be ended by hand: a folder may be open.
    await search.return(false)
  }
}

/** Only people read a README on the page; programs fetch it. */
async function ending({ scope, names }: ListingRequest, view: ListingView, entries: readonly DescribedEntry[]) {
  const readme = view.format === 'html' ? entries.find(isReadme) : undefined
  return {
    stoppedEarly: false,
    readme: readme === undefined ? undefined : await readReadme(scope, names, readme.name),
  }
}
