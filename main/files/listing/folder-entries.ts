import { describeEntries, type DescribedEntry } from '../describe-entries'
import { encodeName } from '../file-name'
import type { SharePlace } from '../file-system'
import { hiddenName } from '../hidden-names'
import { readFolder, type FoundName } from '../read-folder'
import { sortInSlices, type Slices } from '../slices'
import type { ListedEntry } from './listing-writer'
import type { ListingView } from './listing-view'
import { nameOrder } from './name-order'

/** What is listed: a folder of a share, by the rules of the share. */
export interface ListingScope {
  readonly place: SharePlace
  readonly showHidden: boolean
}

/** Entries that are described and written at a time. */
export const BATCH_LENGTH = 512

/** From how many names on a thread is worth its start, which takes as long as describing 2,000 without one. */
const MIN_FOR_THREAD = 2000

/** Keeps the names that visitors may know of; what links lead to is looked at when they are described. */
export function visibleNames(found: readonly FoundName[], { showHidden }: ListingScope): readonly FoundName[] {
  return found.filter(({ name, type }) => type !== 'other' && (showHidden || hiddenName(name) === undefined))
}

/** Tells whether visitors get the entry. */
export function isVisible({ serves, hidden }: DescribedEntry, { showHidden }: ListingScope): boolean {
  if (serves === null) return false
  return hidden === null || (showHidden && (hidden === 'dot-file' || hidden === 'secret'))
}

/** Gives the line for an entry of a folder, reached from the folder listed through `above`. */
export function listedEntry(entry: DescribedEntry, above: readonly string[] = []): ListedEntry {
  const { name, size, modifiedAt } = entry
  const kind = entry.serves ?? 'file'
  const way = [...above, name].map(encodeName).join('/')
  return { href: `./${way}${kind === 'folder' ? '/' : ''}`, above, name, kind, size, modifiedAt }
}

/** Reads all visible names of a folder. */
export async function readNames(scope: ListingScope, path: string): Promise<readonly FoundName[]> {
  const names: FoundName[] = []
  for await (const chunk of readFolder(scope.place, path)) names.push(...visibleNames(chunk, scope))
  return names
}

/** Describes names batch by batch, in the order given; the next batch is under way while one is used. */
export async function* describeInBatches(
  scope: ListingScope,
  path: string,
  names: readonly FoundName[],
): AsyncGenerator<readonly DescribedEntry[], void> {
  const thread = names.length < MIN_FOR_THREAD ? undefined : scope.place.fs.startStatThread?.()
  const folder = { place: scope.place, path, thread }
  const describe = (at: number): Promise<readonly DescribedEntry[]> => {
    const batch = describeEntries(folder, names.slice(at, at + BATCH_LENGTH))
    // It may fail while the one before is still used, or when nobody wants it any more.
    batch.catch(() => undefined)
    return batch
  }
  try {
    let next = describe(0)
    for (let at = 0; at < names.length; at += BATCH_LENGTH) {
      const batch = await next
      next = describe(at + BATCH_LENGTH)
      yield batch.filter((entry) => isVisible(entry, scope))
    }
  } finally {
    thread?.close()
  }
}

/** Orders described entries: folders first, then by the key that the view asks for, then by name. */
export function sortEntries(
  entries: readonly DescribedEntry[],
  { sort, order, language }: Pick<ListingView, 'sort' | 'order' | 'language'>,
  slices: Slices,
): Promise<DescribedEntry[]> {
  const direction = order === 'asc' ? 1 : -1
  const byName = nameOrder(language)
  const key = sort === 'size' ? sizeOf : momentOf
  const compare = (a: DescribedEntry, b: DescribedEntry): number => {
    if (a.serves !== b.serves) return a.serves === 'folder' ? -1 : 1
    if (sort === 'name') return direction * byName(a.name, b.name)
    return direction * (key(a) - key(b)) || byName(a.name, b.name)
  }
  return sortInSlices(entries, compare, slices)
}

function sizeOf({ size }: DescribedEntry): number {
  return size ?? -1
}

function momentOf({ modifiedAt }: DescribedEntry): number {
  return modifiedAt ?? Number.MIN_SAFE_INTEGER
}
