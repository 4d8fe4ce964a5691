import type { Dir, Dirent, Stats } from 'node:fs'
import { fileSystemPath, nameFromLatin1 } from './file-name'
import type { SharePlace } from './file-system'

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
  // A character for each octet, which costs less than a buffer for each name.
  const options = { encoding: 'latin1', bufferSize: CHUNK_LENGTH } as const
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
    chunk.push({ name: nameFromLatin1(entry.name), type: typeOf(entry) })
  }
  return chunk
}

/** A folder that does not close, because a read in it hangs, is closed by the system in the end. */
function closeFolder(folder: Dir): Promise<void> {
  return folder.close().catch(() => undefined)
}

/** Tells what the system says an entry is. */
export function typeOf(entry: Dirent | Stats): FoundName['type'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return 'link'
  const isKnown = entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice()
  return isKnown ? 'other' : 'unknown'
}
