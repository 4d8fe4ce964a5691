import { refusalFromError } from './disk-refusal'
import { fileSystemPath } from './file-name'
import type { SharePlace } from './file-system'
import { isMountPoint } from './mount-point'
import { openEntry, type OpenedEntry } from './open-entry'
import { isRefusal, type Refusal } from './outcome'
import { parsePath, type PathRefusal, type PathSegments } from './path-segments'

/** 400 for what no address may hold, 404 for what could be a name elsewhere and is none here. */
const PATH_STATUS: Readonly<Record<PathRefusal, 400 | 404>> = {
  'malformed-escape': 400,
  'dot-segment': 400,
  nul: 400,
  separator: 404,
  'reserved-name': 404,
}

/** Reads the path of a target as names below a share, or refuses it. */
export function readNamesOf(path: string, platform: NodeJS.Platform): PathSegments | Refusal {
  const names = parsePath(path, platform)
  return typeof names === 'string' ? { kind: 'malformed-path', status: PATH_STATUS[names] } : names
}

/**
 * Opens what the names lead to. When that cannot be found, it looks whether the share itself is gone: one missing file
 * and an unplugged drive are different answers.
 */
export async function findEntry(
  place: SharePlace,
  names: PathSegments,
  { shared, showHidden }: { readonly shared: string; readonly showHidden: boolean },
): Promise<OpenedEntry | Refusal> {
  const entry = await openEntry(place, names, { showHidden })
  const mayBeGone = isRefusal(entry) && (entry.kind === 'not-found' || entry.kind === 'read-error')
  if (!mayBeGone || (await exists(place, shared))) return entry
  return { kind: 'unavailable', reason: 'share-vanished' }
}

/**
 * Tells whether what is shared is still there; what cannot be looked at is taken to be. A share that was a drive is
 * gone when only the folder is left that it was mounted at.
 */
export async function exists(place: SharePlace, path: string): Promise<boolean> {
  try {
    return await place.limit.run(async () => {
      if (place.isMountPoint) return isMountPoint(place.fs, path, place.platform)
      await place.fs.stat(fileSystemPath(path))
      return true
    })
  } catch (error) {
    return refusalFromError(error).kind !== 'not-found'
  }
}
