import { describeEntries, type DescribedEntry } from '../describe-entries'
import { openEntry } from '../open-entry'
import { isRefusal } from '../outcome'
import type { PathSegments } from '../path-segments'
import type { FoundName } from '../read-folder'
import { Slices, sortInSlices } from '../slices'
import { isVisible, readNames, type ListingScope } from './folder-entries'
import type { ListingView } from './listing-view'
import { nameOrder } from './name-order'

/** How far a search goes: enough for a person, and no more than one visitor may cost the others. */
export interface SearchBounds {
  readonly results: number
  /** Names that are looked at. */
  readonly names: number
  readonly elapsedMs: number
}

export const SEARCH_BOUNDS: SearchBounds = { results: 1000, names: 500_000, elapsedMs: 10_000 }

/** An entry whose name matches, and the folders that lead to it from where the search began. */
export interface SearchResult {
  readonly entry: DescribedEntry
  readonly above: readonly string[]
}

interface Search extends ListingScope {
  readonly view: Pick<ListingView, 'search' | 'language'>
  /** The folder where the search begins. */
  readonly from: PathSegments
  readonly bounds: SearchBounds
}

/**
 * Finds entries by name in a folder and below, the nearest first: as found, so that the first are on the way while the
 * rest is still searched. Every word must occur, in any case. Links are found and not followed: there is no way round
 * in circles.
 *
 * @returns whether all there is has been looked at
 */
export async function* searchEntries(search: Search): AsyncGenerator<readonly SearchResult[], boolean> {
  const { from, bounds } = search
  const matches = matcher(search.view.search ?? '')
  const byName = nameOrder(search.view.language)
  const endsAt = performance.now() + bounds.elapsedMs
  const slices = new Slices()
  const folders: string[][] = [[]]
  let [results, names] = [0, 0]

  for (const above of folders) {
    if (performance.now() > endsAt || names > bounds.names) return false
    const folder = await openEntry(search.place, [...from, ...above] as readonly string[] as PathSegments, search)
    // Gone, or not for us to read: a search finds what there is.
    if (isRefusal(folder)) continue
    try {
      if (folder.kind !== 'folder') continue
      const found = await sortInSlices(await readNames(search, folder.path), (a, b) => byName(a.name, b.name), slices)
      names += found.length
      for (const { name } of found.filter(isFolder)) folders.push([...above, name])
      const matching = found.filter(({ name }) => matches(name)).slice(0, bounds.results - results + 1)
      const entries = (await describeEntries({ place: search.place, path: folder.path }, matching)).filter((each) =>
        isVisible(each, search),
      )
      const given = entries.slice(0, bounds.results - results)
      if (given.length > 0) yield given.map((entry) => ({ entry, above }))
      results += given.length
      if (given.length < entries.length) return false
    } finally {
      await folder.source.close()
    }
  }
  return true
}

function isFolder({ type }: FoundName): boolean {
  return type === 'folder'
}

/** Case and Unicode normalisation do not count: what looks alike is found. */
function matcher(search: string): (name: string) => boolean {
  const words = fold(search).split(/\s+/).filter(Boolean)
  return (name) => {
    const folded = fold(name)
    return words.every((word) => folded.includes(word))
  }
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
