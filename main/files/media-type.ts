import { Mime } from 'mime/lite'
import otherTypes from 'mime/types/other.js'
import standardTypes from 'mime/types/standard.js'

// What the library does not know, or knows as something that a visitor would not expect. Source code is text to read.
const OUR_TYPES: Readonly<Record<string, string[]>> = {
  'text/plain': [
    ...[
      'py',
      'rb',
      'go',
      'rs',
      'kt',
      'kts',
      'swift',
      'scala',
      'zig',
      'lua',
      'pl',
      'pm',
      'r',
      'jl',
      'dart',
      'ex',
      'exs',
    ],
    ...['hs', 'ml', 'clj', 'cs', 'fs', 'vb', 'c', 'cc', 'cpp', 'cxx', 'h', 'hh', 'hpp', 'm', 'mm', 'java', 'groovy'],
    ...['tsx', 'mts', 'cts', 'jsx', 'vue', 'svelte', 'astro', 'sh', 'bash', 'zsh', 'fish', 'ps1', 'bat', 'cmd', 'sql'],
    ...['toml', 'cfg', 'properties', 'lock', 'gradle', 'cmake', 'mk', 'patch', 'diff', 'rst', 'tex', 'bib', 'srt'],
    ...['proto', 'graphql', 'nix', 'tf', 'hcl', 'php', 'nfo', 'sha256', 'sha1', 'md5', 'asc'],
  ],
  'text/javascript': ['cjs'],
  'application/gzip': ['tgz'],
  'application/zstd': ['zst'],
  'application/x-ndjson': ['ndjson', 'jsonl'],
  'application/x-iso9660-image': ['iso'],
  'audio/flac': ['flac'],
  'video/mp4': ['m4v'],
  'application/octet-stream': ['bin'],
}

const types = new Mime(standardTypes, otherTypes).define(OUR_TYPES, true)

/** What nobody knows is bytes, and no browser may guess otherwise (RFC 9110 §8.3, `nosniff`). */
export const UNKNOWN_MEDIA_TYPE = 'application/octet-stream'

/** Gives the media type for a file's name, without parameters. */
export function mediaTypeOf(name: string): string {
  const dot = name.lastIndexOf('.')
  if (dot < 0) return UNKNOWN_MEDIA_TYPE
  return types.getType(name.slice(dot + 1)) ?? UNKNOWN_MEDIA_TYPE
}

/** `.ts` is TypeScript as often as an MPEG transport stream: only its first octets tell. */
export function isAmbiguousName(name: string): boolean {
  return /\.ts$/i.test(name)
}

const PACKET_LENGTH = 188
const SYNC_BYTE = 0x47

/** Gives the media type of a `.ts` file: a transport stream has a sync byte every 188 (ISO/IEC 13818-1 §2.4.3.2). */
export function mediaTypeOfTs(firstOctets: Uint8Array): string {
  const isStream = firstOctets[0] === SYNC_BYTE && firstOctets[PACKET_LENGTH] === SYNC_BYTE
  return isStream ? 'video/mp2t' : 'text/plain'
}

/** Tells whether the media type is text whose encoding goes into `charset` (RFC 9110 §8.3.2). */
export function isText(mediaType: string): boolean {
  return mediaType.startsWith('text/')
}

const ACTIVE_TYPES: ReadonlySet<string> = new Set(['text/html', 'text/xml', 'application/xml', 'application/xhtml+xml'])

/** Tells whether a browser that shows the file would run what is in it: HTML, SVG and other XML. */
export function isActiveContent(mediaType: string): boolean {
  return ACTIVE_TYPES.has(mediaType) || mediaType.endsWith('+xml')
}

// Text that browsers save rather than show.
const SAVED_TEXT = /^text\/(?:csv|tab-separated-values|calendar|x-vcard|vcard|rtf)$/
const SHOWN =
  /^(?:text\/.*|image\/(?:png|jpeg|gif|webp|avif|apng|bmp|svg\+xml|vnd\.microsoft\.icon|x-icon)|audio\/.*|video\/(?:mp4|webm|ogg|quicktime|mp2t|x-matroska)|font\/.*|application\/(?:pdf|json|xml|xhtml\+xml|manifest\+json|wasm|rss\+xml|atom\+xml|geo\+json|ld\+json|vnd\.apple\.mpegurl|dash\+xml))$/

/** Tells whether browsers show the media type in place; what they do not is better offered as a file to keep. */
export function isShownByBrowsers(mediaType: string): boolean {
  return SHOWN.test(mediaType) && !SAVED_TEXT.test(mediaType)
}
