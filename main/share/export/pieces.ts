/** Short enough that making one does not hold up what is being served, long enough that few have to be written. */
const PIECE_CHARACTERS = 64 * 1024

/** Joins short texts to pieces that are worth writing. */
export function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < PIECE_CHARACTERS) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
