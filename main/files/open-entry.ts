import { constants, type BigIntStats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { ByteSource, ReadyContent } from '../http/response-plan'
import { isAlternateSpelling, namesBelow, pathBelow } from './containment'
import { errorCode, refusalFromError } from './disk-refusal'
import { fileSystemPath, nameFromLatin1 } from './file-name'
import type { SharePlace } from './file-system'
import { hiddenPath } from './hidden-names'
import { descriptorLink, OpenedHandle } from './opened-handle'
import type { Refusal } from './outcome'
import type { PathSegments } from './path-segments'

/** What the system tells of an open file. */
export interface FileFacts {
  /** Octets. */
  readonly size: number
  /** Milliseconds since the epoch, rounded down. */
  readonly modifiedAt: number
  readonly modifiedNs: bigint
  /** When its content, its name or its rights last changed; nobody can set it back. Nanoseconds since the epoch. */
  readonly changedNs: bigint
  readonly device: bigint
  readonly inode: bigint
}

/** A regular file inside the share that can be read. Whoever gets it closes its source. */
export interface ServableFile {
  readonly kind: 'file'
  readonly source: ByteSource
  readonly facts: FileFacts
  /** Its real names below the share: links resolved, spelled as on the disk. */
  readonly names: readonly string[]
  /** All of it, where it has been read already. */
  readonly ready?: ReadyContent | undefined
}

/** A file that was just opened. */
export interface OpenedFile extends ServableFile {
  readonly source: OpenedHandle
}

/** A folder inside the share, open so that nothing can be put in its place. Whoever gets it closes it. */
export interface OpenedFolder {
  readonly kind: 'folder'
  readonly source: OpenedHandle
  readonly names: readonly string[]
  /** The path that leads to this very folder as long as it is open. */
  readonly path: string
}

export type OpenedEntry = OpenedFile | OpenedFolder

/** The entry was replaced between being opened and being looked at. */
interface Moved {
  readonly kind: 'moved'
}

const MOVED: Moved = { kind: 'moved' }
const LEAVES_SHARE: Refusal = { kind: 'not-found', hidden: 'link-leaves-share' }
const NOT_REGULAR: Refusal = { kind: 'not-found', hidden: 'not-a-regular-file' }

// Non-blocking, or a FIFO without a writer would hold a thread for ever; no-follow, or the last name could lead
// anywhere; no controlling terminal. Windows has none of them and needs none: there they are undefined, and add 0.
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW | constants.O_NOCTTY

/** A file that is saved by renaming is there again at the next look; one that is saved without pause, at a later one. */
const MAX_ATTEMPTS = 64

/** What Linux adds to the path of an open file that has no name any more (proc_pid_fd(5)). */
const DELETED = ' (deleted)'

/**
 * Opens what the names lead to, if it is a regular file or a folder inside the share that visitors may have.
 *
 * It is opened first and looked at afterwards, by its handle: no name can be given to something else in between.
 * Symbolic links that stay inside the share are followed. Hide rules match the names as asked and as the disk has
 * them. Refusals are values; anything thrown is a bug.
 */
export async function openEntry(
  place: SharePlace,
  names: PathSegments,
  rules: { readonly showHidden: boolean },
): Promise<OpenedEntry | Refusal> {
  try {
    const entry = await place.limit.run(() => openInside(place, names), closeLate)
    if ('source' in entry && !rules.showHidden) {
      const hidden = hiddenPath(names) ?? hiddenPath(entry.names)
      if (hidden === undefined) return entry
      await entry.source.close()
      return { kind: 'not-found', hidden }
    }
    return entry
  } catch (error) {
    return refusalFromError(error)
  }
}

function closeLate(entry: OpenedEntry | Refusal): Promise<void> | undefined {
  return 'source' in entry ? entry.source.close() : undefined
}

async function openInside(place: SharePlace, names: PathSegments): Promise<OpenedEntry | Refusal> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const entry = await openOnce(place, names)
    if (entry.kind !== 'moved') return entry
  }
  return { kind: 'not-found' }
}

async function openOnce(place: SharePlace, names: PathSegments): Promise<OpenedEntry | Refusal | Moved> {
  const countOff = place.limit.countFile()
  let kept = false
  try {
    const asked = pathBelow(place.root, names, place.platform)
    const handle = await openUnlinked(place, asked)
    if (handle === undefined) return LEAVES_SHARE
    const source = new OpenedHandle(handle, place.limit, countOff)
    try {
      const entry = await examine(place, { handle, source, names, asked })
      kept = 'source' in entry
      return entry
    } finally {
      if (!kept) await source.close()
    }
  } finally {
    // Twice does no harm: the handle counts off as well.
    if (!kept) countOff()
  }
}

/** Opens the path; when its last name is a link, what that leads to inside the share. Undefined when it leaves. */
async function openUnlinked({ fs, root, platform }: SharePlace, path: string): Promise<FileHandle | undefined> {
  try {
    return await fs.open(fileSystemPath(path), OPEN_FLAGS)
  } catch (error) {
    // What no-follow says of a link: ELOOP, on the BSDs EMLINK or EFTYPE.
    if (!['ELOOP', 'EMLINK', 'EFTYPE'].includes(errorCode(error) ?? '')) throw error
  }
  const target = nameFromLatin1(await fs.realpath(fileSystemPath(path), 'latin1'))
  return namesBelow(root, target, platform) === undefined ? undefined : fs.open(fileSystemPath(target), OPEN_FLAGS)
}

interface Candidate {
  readonly handle: FileHandle
  readonly source: OpenedHandle
  readonly names: PathSegments
  /** The path it was opened by. */
  readonly asked: string
}

async function examine(place: SharePlace, candidate: Candidate): Promise<OpenedEntry | Refusal | Moved> {
  const { handle, source, names, asked } = candidate
  const stats = await handle.stat({ bigint: true })
  if (!stats.isFile() && !stats.isDirectory()) return NOT_REGULAR

  const realPath = await proveRealPath(place, { descriptor: handle.fd, asked, stats })
  if (realPath === undefined) return MOVED
  const realNames = namesBelow(place.root, realPath, place.platform)
  if (realNames === undefined) return LEAVES_SHARE
  if (isAlternateSpelling(names, realNames, place.platform)) return { kind: 'not-found' }

  if (stats.isFile()) return { kind: 'file', source, names: realNames, facts: factsOf(stats) }
  // By way of the descriptor, entries are looked up in the folder we hold, whatever its name means by now.
  const path = place.descriptorLinks ? descriptorLink(handle.fd) : realPath
  return { kind: 'folder', source, names: realNames, path }
}

interface OpenDescriptor {
  readonly descriptor: number
  readonly asked: string
  readonly stats: BigIntStats
}

/**
 * Gives the real path of what is open, or undefined when it no longer has one: the name now leads to something else.
 *
 * Linux tells it by the descriptor's link. Elsewhere the asked path is resolved, and what it leads to must be the same
 * device and inode as what is open.
 */
async function proveRealPath(place: SharePlace, open: OpenDescriptor): Promise<string | undefined> {
  if (place.descriptorLinks) {
    const link = nameFromLatin1(await place.fs.readlink(descriptorLink(open.descriptor), 'latin1'))
    if (!link.endsWith(DELETED)) return link
    // Replaced or deleted since it was opened: it stood here then, and is what was asked for. A file that still has a
    // link may be called so by itself, and is resolved like elsewhere.
    if (open.stats.isFile() && open.stats.nlink === 0n) return link.slice(0, -DELETED.length)
  }
  const path = nameFromLatin1(await place.fs.realpath(fileSystemPath(open.asked), 'latin1'))
  const stats = await place.fs.stat(fileSystemPath(path), { bigint: true })
  return stats.dev === open.stats.dev && stats.ino === open.stats.ino ? path : undefined
}

function factsOf(stats: BigIntStats): FileFacts {
  return {
    size: Number(stats.size),
    modifiedAt: Number(stats.mtimeNs / 1_000_000n) - (stats.mtimeNs % 1_000_000n < 0n ? 1 : 0),
    modifiedNs: stats.mtimeNs,
    changedNs: stats.ctimeNs,
    device: stats.dev,
    inode: stats.ino,
  }
}
