import { LONGEST_PIECE, type ContentPiece, type ContentPieceRequest } from '../../../preload/content-piece'

/** Reads a whole picture piece by piece and gives it as a data: address; null when it cannot be had whole and unchanged. */
export async function readPicture(
  read: (request: ContentPieceRequest) => Promise<ContentPiece | null>,
  { exchangeId, size, mediaType }: { readonly exchangeId: number; readonly size: number; readonly mediaType: string },
): Promise<string | null> {
  let binary = ''
  for (let offset = 0; offset < size; offset += LONGEST_PIECE) {
    const piece = await read({ exchangeId, offset, length: Math.min(LONGEST_PIECE, size - offset) })
    if (piece === null || piece.size !== size) return null
    binary += atob(piece.bytes)
  }
  const [bareType = ''] = mediaType.split(';', 1)
  return `data:${bareType.trim().toLowerCase()};base64,${btoa(binary)}`
}
