import { namesBelow, pathBelow } from './containment'
import { errorCode } from './disk-refusal'
import { fileSystemPath, nameFromLatin1 } from './file-name'
import type { SharePlace } from './file-system'
import { hiddenName, hiddenPath } from './hidden-names'
import { typeOf, type FoundName } from './read-folder'
import type { FolderEntry, HiddenReason } from './served-content'
import type { StatThread } from './stat-thread'

/** An entry with what it leads to: for a link inside the share, the kind of its target. */
export interface DescribedEntry extends FolderEntry {
  /** What visitors get; null for what they cannot have. */
  readonly serves: 'folder' | 'file' | null
}

/** Where the names are that are described. */
export interface DescribedFolder {
  readonly place: SharePlace
  /** Of an opened folder, see `OpenedFolder`. */
  readonly path: string
  readonly thread?: StatThread | undefined
}

/**
 * Describes the names found in a folder, in the order given; those that are gone by now are left out.
 *
 * As many operations are under way as the share may have, and each holds its turn for a group of names. A thread, where
 * there is one, is asked first: it knows plain files and folders, and leaves the rest.
 */
export async function describeEntries(
  { place, path, thread }: DescribedFolder,
  found: readonly FoundName[],
): Promise<readonly DescribedEntry[]> {
  const described =
    thread === undefined
      ? new Array<DescribedEntry | undefined>(found.length)
      : await place.limit.run(() => describeByThread(thread, pathBelow(path, [''], place.platform), found))
  const left = Array.from(found.keys()).filter((at) => described[at] === undefined)
  const lanes = Math.min(place.limit.operations, left.length)
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      place.limit.run(async () => {
        for (let turn = lane; turn < left.length; turn += lanes) {
          const at = left[turn] ?? 0
          const name = found[at]
          if (name !== undefined) described[at] = await describeEntry(place, path, name)
        }
      }),
    ),
  )
  return described.filter((entry) => entry !== undefined)
}

async function describeByThread(
  thread: StatThread,
  prefix: string,
  found: readonly FoundName[],
): Promise<(DescribedEntry | undefined)[]> {
  const facts = await thread.look(
    prefix,
    found.map(({ name }) => name),
  )
  return found.map(({ name }, at) => {
    const size = facts.size(at)
    if (Number.isNaN(size)) return undefined
    const modifiedAt = momentOf(facts.modifiedMs(at))
    return size < 0 ? folderEntry(name, modifiedAt) : fileEntry(name, size, modifiedAt)
  })
}

function fileEntry(name: string, size: number, modifiedAt: number | null): DescribedEntry {
  return { name, kind: 'file', serves: 'file', size, modifiedAt, hidden: hiddenName(name) ?? null }
}

function folderEntry(name: string, modifiedAt: number | null): DescribedEntry {
  return { name, kind: 'folder', serves: 'folder', size: null, modifiedAt, hidden: hiddenName(name) ?? null }
}

async function describeEntry(
  place: SharePlace,
  folderPath: string,
  { name }: FoundName,
): Promise<DescribedEntry | undefined> {
  const path = pathBelow(folderPath, [name], place.platform)
  try {
    const stats = await place.fs.lstat(fileSystemPath(path))
    const modifiedAt = momentOf(stats.mtimeMs)
    switch (typeOf(stats)) {
      case 'file':
        return fileEntry(name, stats.size, modifiedAt)
      case 'folder':
        return folderEntry(name, modifiedAt)
      case 'link': {
        const target = await followLink(place, path)
        return { name, kind: 'link', ...target, modifiedAt, hidden: hiddenName(name) ?? target.hidden }
      }
      default:
        return { name, kind: 'other', serves: null, size: null, modifiedAt, hidden: 'not-a-regular-file' }
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
function momentOf(mtimeMs: number): number | null {
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
