import type { OctetSpan } from '../requests/octet-span'
import type { WireKind, WireSpan } from './wire-head'

/** Octets that are drawn alike. A `gap` is the space between two hex figures: it holds no octet. */
export interface ByteSegment extends OctetSpan {
  readonly kind: WireKind | 'gap'
  readonly text: string
  /** The octet that broke a rule. */
  readonly bad: boolean
}

/** A row of the hex view. */
export interface ByteRow {
  /** Offset of its first octet, in hex, with the space after it. */
  readonly offset: string
  readonly hex: readonly ByteSegment[]
  /** Between the hex side and the characters; longer where the last row is short. */
  readonly gutter: string
  readonly text: readonly ByteSegment[]
}

export interface ByteRowOptions {
  readonly perRow: 8 | 16
  /** Offset of the octet that broke a rule, if there is one. */
  readonly badAt: number | null
  /** What the first octet counts as, where these are a part of something larger. */
  readonly firstOffset?: number
}

/** Cuts octets into rows of hex figures with the characters beside them. */
export function layOutBytes(octets: Uint8Array, spans: readonly WireSpan[], options: ByteRowOptions): ByteRow[] {
  const { perRow, firstOffset = 0 } = options
  // Four digits reach to 64 KiB, eight to 4 GiB.
  const digits = firstOffset + octets.length > 0x1_0000 ? 8 : 4
  const pieces = cutPieces(spans, options)
  const rows: ByteRow[] = []
  for (let start = 0; start < octets.length; start += perRow) {
    const end = Math.min(start + perRow, octets.length)
    const inRow = pieces
      .slice(firstAfter(pieces, start))
      .slice(0, perRow)
      .filter((piece) => piece.start < end)
      .map((piece) => ({ ...piece, start: Math.max(piece.start, start), end: Math.min(piece.end, end) }))
    rows.push({
      offset: `${(firstOffset + start).toString(16).padStart(digits, '0')}  `,
      hex: inRow.flatMap((piece) => hexSegments(octets, piece, start)),
      gutter: ' '.repeat(2 + hexWidth(perRow) - hexWidth(end - start)),
      text: inRow.map((piece) => ({
        ...piece,
        text: Array.from(octets.subarray(piece.start, piece.end), glyph).join(''),
      })),
    })
  }
  return rows
}

type Piece = Omit<ByteSegment, 'text' | 'kind'> & { readonly kind: WireKind }

/** The spans, with the offending octet as a piece of its own. */
function cutPieces(spans: readonly WireSpan[], { badAt }: ByteRowOptions): Piece[] {
  return spans.flatMap(({ kind, start, end }) => {
    if (badAt === null || badAt < start || badAt >= end) return [{ kind, start, end, bad: false }]
    const pieces = [
      { kind, start, end: badAt, bad: false },
      { kind, start: badAt, end: badAt + 1, bad: true },
      { kind, start: badAt + 1, end, bad: false },
    ]
    return pieces.filter((piece) => piece.end > piece.start)
  })
}

/** The index of the first piece that ends after an offset. */
function firstAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((pieces[middle]?.end ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function hexSegments(octets: Uint8Array, piece: Piece, rowStart: number): ByteSegment[] {
  const figures = Array.from(octets.subarray(piece.start, piece.end), (octet, index) => {
    const separator = index === 0 ? '' : gapBefore(piece.start + index - rowStart)
    return separator + octet.toString(16).padStart(2, '0')
  })
  const segment = { ...piece, text: figures.join('') }
  const gap = gapBefore(piece.start - rowStart)
  return gap === ''
    ? [segment]
    : [{ kind: 'gap', start: piece.start, end: piece.start, bad: false, text: gap }, segment]
}

/** Eight and eight, as in every hex view. */
function gapBefore(place: number): string {
  if (place === 0) return ''
  return place === 8 ? '  ' : ' '
}

function hexWidth(count: number): number {
  return count * 3 - 1 + (count > 8 ? 1 : 0)
}

function glyph(octet: number): string {
  return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '·'
}

/** Cuts octets into the lines of the text view: line ends are made visible, and are line ends. */
export function layOutText(octets: Uint8Array, spans: readonly WireSpan[], badAt: number | null): ByteSegment[][] {
  const lines: ByteSegment[][] = [[]]
  for (const piece of cutPieces(spans, { badAt, perRow: 16 })) {
    let start = piece.start
    while (start < piece.end) {
      const feed = octets.subarray(start, piece.end).indexOf(LF)
      const end = feed < 0 ? piece.end : start + feed + 1
      lines.at(-1)?.push({ ...piece, start, end, text: showText(octets.subarray(start, end)) })
      if (feed >= 0) lines.push([])
      start = end
    }
  }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines
}

const LF = 0x0a
/** The block of Unicode that pictures the controls of ASCII: ␀ to ␟, and ␡. */
const CONTROL_PICTURES = 0x2400

function showText(octets: Uint8Array): string {
  return Array.from(octets, (octet) => {
    if (octet < 0x20) return String.fromCharCode(CONTROL_PICTURES + octet)
    if (octet === 0x7f) return '␡'
    return octet < 0x7f ? String.fromCharCode(octet) : `\\x${octet.toString(16)}`
  }).join('')
}
