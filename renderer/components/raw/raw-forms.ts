import { readOctets } from '../detail/octets'
import type { HeadKind } from '../detail/wire-head'

/** How the octets of a head can be written down. */
export const rawForms = ['text', 'hex', 'c', 'base64'] as const
export type RawForm = (typeof rawForms)[number]

const PER_LINE = 16
const C_PER_LINE = 12
/** RFC 2045 §6.8 */
const BASE64_PER_LINE = 76

/** Writes octets in a form. Every form is inert: what is shown is what is copied. */
export function writeRaw(octets: Uint8Array, form: RawForm, kind: HeadKind): string {
  switch (form) {
    case 'text':
      return readableText(octets)
    case 'hex':
      return cut(octets, PER_LINE).map(hexLine).join('\n')
    case 'c':
      return cArray(octets, kind)
    case 'base64':
      return base64Of(octets).replace(new RegExp(`.{${String(BASE64_PER_LINE)}}(?=.)`, 'g'), '$&\n')
  }
}

function readableText(octets: Uint8Array): string {
  const lines: string[] = []
  let start = 0
  while (start < octets.length) {
    const feed = octets.indexOf(0x0a, start)
    const end = feed < 0 ? octets.length : feed
    const isPair = feed > start && octets[feed - 1] === 0x0d
    lines.push(readOctets(octets, { start, end: isPair ? end - 1 : end }))
    start = end + 1
  }
  return lines.join('\n')
}

/** `00000010  6f 6d 65 …  ome…`, as `hexdump -C` writes it. */
function hexLine(part: Uint8Array, index: number): string {
  const figures = Array.from(part, (octet) => octet.toString(16).padStart(2, '0'))
  const [first, second] = [figures.slice(0, 8).join(' '), figures.slice(8).join(' ')]
  const characters = Array.from(part, (octet) => (octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.'))
  const offset = (index * PER_LINE).toString(16).padStart(8, '0')
  return `${offset}  ${`${first}  ${second}`.padEnd(49)} |${characters.join('')}|`
}

function cArray(octets: Uint8Array, kind: HeadKind): string {
  const lines = cut(octets, C_PER_LINE).map((part) => {
    return `  ${Array.from(part, (octet) => `0x${octet.toString(16).padStart(2, '0')}`).join(', ')},`
  })
  return [`static const unsigned char ${kind}[${String(octets.length)}] = {`, ...lines, '};'].join('\n')
}

function base64Of(octets: Uint8Array): string {
  return btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''))
}

function cut(octets: Uint8Array, length: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(octets.length / length) }, (_, at) =>
    octets.subarray(at * length, (at + 1) * length),
  )
}
