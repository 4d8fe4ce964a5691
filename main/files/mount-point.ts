import { posix, win32 } from 'node:path'
import { fileSystemPath } from './file-name'
import type { FileSystem } from './file-system'

/**
 * Tells whether a folder is where a drive is mounted: whether it lies on another device than the folder that holds it.
 *
 * When such a drive goes, the folder stays, empty or with what lay under the drive all the time. Nobody has shared that.
 *
 * @param path absolute and real
 * @throws the system's error when either cannot be looked at
 */
export async function isMountPoint(fs: FileSystem, path: string, platform: NodeJS.Platform): Promise<boolean> {
  const parent = (platform === 'win32' ? win32 : posix).dirname(path)
  const [own, around] = await Promise.all([fs.stat(fileSystemPath(path)), fs.stat(fileSystemPath(parent))])
  return own.dev !== around.dev
}
