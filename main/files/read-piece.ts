import { refusalFromError } from './disk-refusal'
import type { SharePlace } from './file-system'
import { openEntry } from './open-entry'
import { isRefusal } from './outcome'
import type { PathSegments } from './path-segments'
import { entityTagOf } from './representation'
import type { FilePiece, PieceRequest } from './served-content'

/**
 * Reads a piece of a file for the window, hidden or not: what was once sent may be looked at again. Undefined when there
 * is no such file inside the share any more, or it cannot be read.
 *
 * @param isMeant tells whether the file that the names lead to is the one that is shared
 */
export async function readPiece(
  place: SharePlace,
  names: PathSegments,
  { offset, length, isMeant = () => true }: PieceRequest & { readonly isMeant?: (names: readonly string[]) => boolean },
): Promise<FilePiece | undefined> {
  const file = await openEntry(place, names, { showHidden: true })
  if (isRefusal(file)) return undefined
  try {
    if (file.kind !== 'file' || !isMeant(file.names)) return undefined
    const { size } = file.facts
    const target = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
    let filled = 0
    while (filled < target.length) {
      const count = await file.source.read(target.subarray(filled), offset + filled)
      if (count === 0) break
      filled += count
    }
    return { bytes: target.subarray(0, filled), size, entityTag: entityTagOf(file.facts) }
  } catch (error) {
    refusalFromError(error) // rethrows what is no fault of the disk
    return undefined
  } finally {
    await file.source.close()
  }
}
