import { describeEntries, type DescribedEntry } from './describe-entries'
import type { SharePlace } from './file-system'
import { openEntry } from './open-entry'
import { isRefusal, type Refusal } from './outcome'
import { parseNames } from './path-segments'
import { readFolder, type FoundName } from './read-folder'
import type { FolderContents, FolderEntry } from './served-content'
import { ShareOpenError } from './share-open-error'
import { Slices, sortInSlices } from './slices'

/**
 * Lists a folder below the share for the window: hidden entries included, folders first, then by name.
 *
 * @throws {ShareOpenError} when there is no such folder in the share, or it cannot be read
 */
export async function readFolderEntries(
  place: SharePlace,
  names: readonly string[],
  limit: number,
): Promise<FolderContents> {
  const shown = names.join('/')
  const segments = parseNames(names, place.platform)
  if (typeof segments === 'string') throw new ShareOpenError('not-found', shown)
  const folder = await openEntry(place, segments, { showHidden: true })
  if (isRefusal(folder)) throw new ShareOpenError(faultOf(folder), shown)
  try {
    if (folder.kind !== 'folder') throw new ShareOpenError('not-shareable', shown)
    const found: FoundName[] = []
    for await (const chunk of readFolder(place, folder.path)) found.push(...chunk)
    const { compare } = new Intl.Collator(undefined, { numeric: true })
    const sorted = await sortInSlices(
      found,
      (a, b) => Number(b.type === 'folder') - Number(a.type === 'folder') || compare(a.name, b.name),
      new Slices(),
    )
    const described = await describeEntries({ place, path: folder.path }, sorted.slice(0, limit))
    return { entries: described.map(withoutTarget), omitted: Math.max(0, sorted.length - limit) }
  } finally {
    await folder.source.close()
  }
}

function withoutTarget({ name, kind, size, modifiedAt, hidden }: DescribedEntry): FolderEntry {
  return { name, kind, size: kind === 'file' ? size : null, modifiedAt, hidden }
}

function faultOf(refusal: Refusal): ShareOpenError['code'] {
  return refusal.kind === 'not-found' ? 'not-found' : 'unreadable'
}
