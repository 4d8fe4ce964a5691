/** Two heads, line by line: what they share, what changed, what only one of them has. */
import { diffArrays, diffWordsWithSpace } from 'diff'
import { decodeOctets, readOctets } from '../components/detail/octets'
import { parseWireHead, type HeadKind } from '../components/detail/wire-head'

/** A piece of a line, and whether the other line lacks it. */
export interface LinePiece {
  readonly text: string
  readonly differs: boolean
}

/** A line of both heads, or of one of them. */
export type ComparedLine =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly left: readonly LinePiece[]; readonly right: readonly LinePiece[] }
  | { readonly kind: 'left' | 'right'; readonly text: string }

/** Gives the lines of a head as people read them; none when it is not there. */
export function headLines(base64: string | null, kind: HeadKind): readonly string[] {
  if (base64 === null) return []
  const octets = decodeOctets(base64)
  const { startLine, fields, unread } = parseWireHead(octets, kind)
  const spans = [
    ...(startLine === null ? [] : [trimLineEnd(octets, startLine.span)]),
    ...fields.map(({ span }) => span),
    ...(unread === null ? [] : [unread]),
  ]
  return spans.map((span) => readOctets(octets, span))
}

function trimLineEnd(octets: Uint8Array, { start, end }: { readonly start: number; readonly end: number }) {
  let last = end
  while (last > start && (octets[last - 1] === 0x0a || octets[last - 1] === 0x0d)) last -= 1
  return { start, end: last }
}

/** Compares two heads. Lines of one field stand side by side even when their values have nothing in common. */
export function compareLines(left: readonly string[], right: readonly string[]): readonly ComparedLine[] {
  const compared: ComparedLine[] = []
  let removed: readonly string[] = []
  const keyOf = lineKeys(left[0], right[0])
  for (const change of diffArrays([...left], [...right])) {
    if (change.removed) {
      removed = change.value
      continue
    }
    if (change.added) compared.push(...pairLines(removed, change.value, keyOf))
    else compared.push(...only('left', removed), ...change.value.map((text) => ({ kind: 'same', text }) as const))
    removed = []
  }
  return [...compared, ...only('left', removed)]
}

type KeyOf = (line: string) => string

/** What a line is about: the start line is about one thing, a field line about its field. */
function lineKeys(...startLines: readonly (string | undefined)[]): KeyOf {
  return (line) => (startLines.includes(line) ? '' : (line.split(':', 1)[0] ?? '').toLowerCase())
}

function pairLines(removed: readonly string[], added: readonly string[], keyOf: KeyOf): ComparedLine[] {
  const unpaired = [...added]
  const lines = removed.map((text): ComparedLine => {
    const at = unpaired.findIndex((other) => keyOf(other) === keyOf(text))
    const [other] = at < 0 ? [] : unpaired.splice(at, 1)
    return other === undefined ? { kind: 'left', text } : compareLine(text, other)
  })
  return [...lines, ...only('right', unpaired)]
}

function compareLine(left: string, right: string): ComparedLine {
  const pieces = { left: [] as LinePiece[], right: [] as LinePiece[] }
  for (const { value: text, added, removed } of diffWordsWithSpace(left, right)) {
    if (!added) pieces.left.push({ text, differs: removed })
    if (!removed) pieces.right.push({ text, differs: added })
  }
  return { kind: 'changed', ...pieces }
}

function only(kind: 'left' | 'right', lines: readonly string[]): ComparedLine[] {
  return lines.map((text) => ({ kind, text }))
}
