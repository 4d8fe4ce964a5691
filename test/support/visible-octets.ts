/**
 * Octets in a form that can be read and typed, as the corpus writes them:
 *
 *     \r \n \t \0 \\ \xHH     one octet each
 *     \{N:TEXT}               TEXT, N times; TEXT may hold the escapes above
 *
 * Line breaks of the text itself mean nothing, so that a request can be shown line by line.
 */
const ESCAPES: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '0': '\0', '\\': '\\' }
const VISIBLE = /\\x([0-9a-f]{2})|\\\{(\d+):((?:\\[^{]|[^\\}])*)\}|\\(.)|\n/gs

/** Reads the visible form; what stands after a backslash and is no escape is given to `mark` with its offset. */
export function readVisible(text: string, mark?: (character: string, offset: number) => void): string {
  let octets = ''
  let next = 0
  for (const match of text.matchAll(VISIBLE)) {
    octets += text.slice(next, match.index)
    next = match.index + match[0].length
    const [, hex, count, repeated = '', escape] = match
    if (hex !== undefined) octets += String.fromCharCode(Number.parseInt(hex, 16))
    else if (count !== undefined) octets += readVisible(repeated).repeat(Number(count))
    else if (escape !== undefined) {
      if (ESCAPES[escape] === undefined) mark?.(escape, octets.length)
      octets += ESCAPES[escape] ?? ''
    }
  }
  return octets + text.slice(next)
}
