import type { Dir, Dirent, Stats } from 'node:fs'
import { namesBelow, pathBelow } from './containment'
import { errorCode } from './disk-refusal'
import { fileSystemPath, nameFromBytes, nameFromLatin1 } from './file-name'
import type { SharePlace } from './file-system'
import { hiddenName, hiddenPath } from './hidden-names'
import type { FolderEntry, HiddenReason } from './served-content'

/** A name in a folder and what the folder itself says it is; `unknown` on file systems that do not tell. */
export interface FoundName {
  readonly name: string
  readonly type: 'folder' | 'file' | 'link' | 'other' | 'unknown'
}

/** Names that are read in one operation. */
const CHUNK_LENGTH = 512

/**
 * Reads the names in a folder, a few hundred at a time and in no order; the folder is closed when the reader stops.
 *
 * @param path of an opened folder, see `OpenedFolder`
 */
export async function* readFolder(place: SharePlace, path: string): AsyncGenerator<readonly FoundName[], void> {
  // Node gives and takes octets here as it does everywhere; its types know of text only.
  const options = { encoding: 'buffer' as BufferEncoding, bufferSize: CHUNK_LENGTH }
  const target = fileSystemPath(path) as string
  const folder = await place.limit.run(() => place.fs.opendir(target, options), closeFolder)
  try {
    for (;;) {
      const chunk = await place.limit.run(() => readChunk(folder))
      if (chunk.length > 0) yield chunk
      if (chunk.length < CHUNK_LENGTH) return
    }
  } finally {
    await closeFolder(folder)
  }
}

async function readChunk(folder: Dir): Promise<readonly FoundName[]> {
  const chunk: FoundName[] = []
  while (chunk.length < CHUNK_LENGTH) {
    const entry = await folder.read()
    if (entry === null) break
    chunk.push({ name: nameFromBytes(entry.name as unknown as Uint8Array), type: typeOf(entry) })
  }
  return chunk
}

/** A folder that does not close, because a read in it hangs, is closed by the system in the end. */
function closeFolder(folder: Dir): Promise<void> {
  return folder.close().catch(() => undefined)
}

function typeOf(entry: Dirent | Stats): FoundName['type'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return 'link'
  const isKnown = entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice()
  return isKnown ? 'other' : 'unknown'
}

/** An entry with what it leads to: for a link inside the share, the kind of its target. */
export interface DescribedEntry extends FolderEntry {
  /** What visitors get; null for what they cannot have. */
  readonly serves: 'folder' | 'file' | null
}

/**
 * Describes the names found in a folder, in the order given; those that are gone by now are left out.
 *
 * As many operations are under way as the share may have, and each holds its turn for a group of names.
 */
export async function describeEntries(
  place: SharePlace,
  path: string,
  found: readonly FoundName[],
): Promise<readonly DescribedEntry[]> {
  const described = new Array<DescribedEntry | undefined>(found.length)
  const lanes = Math.min(place.limit.operations, found.length)
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      place.limit.run(async () => {
        for (let at = lane; at < found.length; at += lanes) {
          const name = found[at]
          if (name !== undefined) described[at] = await describeEntry(place, path, name)
        }
      }),
    ),
  )
  return described.filter((entry) => entry !== undefined)
}

async function describeEntry(
  place: SharePlace,
  folderPath: string,
  { name }: FoundName,
): Promise<DescribedEntry | undefined> {
  const path = pathBelow(folderPath, [name], place.platform)
  try {
    const stats = await place.fs.lstat(fileSystemPath(path))
    const entry = { name, modifiedAt: momentOf(stats), hidden: hiddenName(name) ?? null }
    switch (typeOf(stats)) {
      case 'file':
        return { ...entry, kind: 'file', serves: 'file', size: stats.size }
      case 'folder':
        return { ...entry, kind: 'folder', serves: 'folder', size: null }
      case 'link': {
        const target = await followLink(place, path)
        return { ...entry, kind: 'link', ...target, hidden: entry.hidden ?? target.hidden }
      }
      default:
        return { ...entry, kind: 'other', serves: null, size: null, hidden: 'not-a-regular-file' }
    }
  } catch (error) {
    const code = errorCode(error)
    if (code === undefined) throw error
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    // It can be seen and not looked at: a folder without search permission, an entry of a broken disk.
    return { name, kind: 'other', serves: null, size: null, modifiedAt: null, hidden: hiddenName(name) ?? null }
  }
}

/** Some file systems keep times that no Date can hold (ECMA-262 §21.4.1.1). */
function momentOf({ mtimeMs }: Stats): number | null {
  return Math.abs(mtimeMs) <= 8.64e15 ? Math.floor(mtimeMs) : null
}

interface LinkTarget {
  readonly serves: 'folder' | 'file' | null
  readonly size: number | null
  readonly hidden: HiddenReason | null
}

const LEADS_NOWHERE: LinkTarget = { serves: null, size: null, hidden: 'not-a-regular-file' }
const LEAVES_SHARE: LinkTarget = { serves: null, size: null, hidden: 'link-leaves-share' }

async function followLink(place: SharePlace, path: string): Promise<LinkTarget> {
  try {
    const target = nameFromLatin1(await place.fs.realpath(fileSystemPath(path), 'latin1'))
    const names = namesBelow(place.root, target, place.platform)
    if (names === undefined) return LEAVES_SHARE
    const stats = await place.fs.stat(fileSystemPath(target))
    const type = typeOf(stats)
    if (type !== 'file' && type !== 'folder') return LEADS_NOWHERE
    return { serves: type, size: type === 'file' ? stats.size : null, hidden: hiddenPath(names) ?? null }
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return LEADS_NOWHERE
  }
}
