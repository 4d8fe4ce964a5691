const GROUP = /^[0-9A-Fa-f]{1,4}$/
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/
const GROUPS = 8

/**
 * Reads an IPv6 address (RFC 3986 §3.2.2 `IPv6address`) and gives it in the one text form that RFC 5952 §4 lets stand
 * for it, so that two spellings of an address compare equal; undefined when the text is no address.
 *
 * Zone identifiers are refused: they mean something on the sender's machine only.
 */
export function parseIpv6(text: string): string | undefined {
  const groups = readGroups(text)
  return groups === undefined ? undefined : formatGroups(groups)
}

/** The eight groups of 16 bits. */
function readGroups(text: string): readonly number[] | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [before = '', after] = halves
  // The dotted form stands for the last two groups, so it may only end the text.
  const left = readRun(before, { mayEndDotted: after === undefined })
  if (after === undefined) return left?.length === GROUPS ? left : undefined
  const right = readRun(after, { mayEndDotted: true })
  if (left === undefined || right === undefined) return undefined
  // `::` stands for one group of zeros at least.
  const omitted = GROUPS - left.length - right.length
  return omitted < 1 ? undefined : [...left, ...Array<number>(omitted).fill(0), ...right]
}

function readRun(text: string, { mayEndDotted }: { readonly mayEndDotted: boolean }): number[] | undefined {
  if (text === '') return []
  const pieces = text.split(':')
  const groups: number[] = []
  for (const [index, piece] of pieces.entries()) {
    if (GROUP.test(piece)) groups.push(Number.parseInt(piece, 16))
    else if (mayEndDotted && index === pieces.length - 1 && IPV4.test(piece)) groups.push(...dottedGroups(piece))
    else return undefined
  }
  return groups
}

function dottedGroups(text: string): [high: number, low: number] {
  const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number)
  return [a * 256 + b, c * 256 + d]
}

/** The longest run of at least two zero groups, the first of equals, becomes `::` (RFC 5952 §4.2). */
function formatGroups(groups: readonly number[]): string {
  const zeros = longestZeroRun(groups)
  const hex = groups.map((group) => group.toString(16))
  if (zeros.length < 2) return hex.join(':')
  return `${hex.slice(0, zeros.start).join(':')}::${hex.slice(zeros.start + zeros.length).join(':')}`
}

function longestZeroRun(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 }
  let start = 0
  for (const [index, group] of groups.entries()) {
    if (group !== 0) start = index + 1
    else if (index + 1 - start > longest.length) longest = { start, length: index + 1 - start }
  }
  return longest
}
