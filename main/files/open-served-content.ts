import { constants } from 'node:fs'
import * as nodeFs from 'node:fs/promises'
import { posix, win32 } from 'node:path'
import { errorCode } from './disk-refusal'
import { fileSystemPath, nameFromLatin1 } from './file-name'
import { FileShare } from './file-share'
import type { FileSystem, SharePlace } from './file-system'
import { FolderShare } from './folder-share'
import { isMountPoint } from './mount-point'
import { DriveTimeoutError, OpenFileLimit, openFileLimits, type OpenFileLimits } from './open-file-limit'
import type { ServedContent } from './served-content'
import { ShareOpenError } from './share-open-error'
import { statThreadStarter } from './stat-thread'

/** What a share stands on; all of it has a default. */
export interface ContentDeps {
  readonly platform?: NodeJS.Platform
  readonly fs?: FileSystem
  readonly limits?: OpenFileLimits
}

/**
 * Opens a folder or a file to be shared, and finds out its real path: from then on nothing outside it is served.
 *
 * @param path absolute, or relative to the working directory
 * @throws {ShareOpenError} `not-found`, `unreadable` (no permission, or the drive does not answer), or `not-shareable`
 * (neither a folder nor a regular file)
 */
export async function openServedContent(path: string, deps: ContentDeps = {}): Promise<ServedContent> {
  const { platform = process.platform, fs = diskOfOneShare() } = deps
  const limit = new OpenFileLimit(deps.limits ?? openFileLimits(process.env['UV_THREADPOOL_SIZE']))
  try {
    const found = await limit.run(() => lookAt(fs, path))
    if (found.kind === 'other') throw new ShareOpenError('not-shareable', path)
    const descriptorLinks = platform === 'linux' && (await limit.run(() => hasDescriptorLinks(fs)))
    const place = (root: string, isMount: boolean): SharePlace => {
      return { root, platform, isMountPoint: isMount, descriptorLinks, fs, limit }
    }
    if (found.kind === 'folder') {
      const isMount = await limit.run(() => isMountPoint(fs, found.realPath, platform)).catch(() => false)
      return new FolderShare(place(found.realPath, isMount))
    }
    const folder = (platform === 'win32' ? win32 : posix).dirname(found.realPath)
    // A file goes with its drive, wherever that is mounted.
    return new FileShare(found.realPath, place(folder, false))
  } catch (error) {
    throw new ShareOpenError(faultOf(error), path)
  }
}

/** Two visitors who list large folders at once are served at full speed; each thread takes some 6 MB. */
const MAX_STAT_THREADS = 2

function diskOfOneShare(): FileSystem {
  return { ...nodeFs, startStatThread: statThreadStarter(MAX_STAT_THREADS) }
}

interface Found {
  readonly kind: 'folder' | 'file' | 'other'
  readonly realPath: string
}

/** Opens it for a moment: only that proves that it can be read. */
async function lookAt(fs: FileSystem, path: string): Promise<Found> {
  const realPath = nameFromLatin1(await fs.realpath(fileSystemPath(path), 'latin1'))
  // Non-blocking (undefined, so 0, on Windows): it may be a FIFO.
  const handle = await fs.open(fileSystemPath(realPath), constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stats = await handle.stat()
    return { kind: stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other', realPath }
  } finally {
    await handle.close()
  }
}

async function hasDescriptorLinks(fs: FileSystem): Promise<boolean> {
  try {
    await fs.lstat('/proc/self/fd')
    return true
  } catch {
    return false
  }
}

function faultOf(error: unknown): ShareOpenError['code'] {
  if (error instanceof ShareOpenError) return error.code
  if (error instanceof DriveTimeoutError) return 'unreadable'
  const code = errorCode(error)
  if (code === undefined) throw error
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL'].includes(code)) return 'not-found'
  // A socket, or a device without a driver.
  return ['ENXIO', 'ENODEV', 'EOPNOTSUPP'].includes(code) ? 'not-shareable' : 'unreadable'
}
