import { mediaTypeOf } from '../media-type'
import type { ListedEntry } from './listing-writer'

/** The icons of the listing, on a grid of 16 units. */
const SHAPES = {
  folder:
    '<path d="M2.25 12V4.25c0-.7.55-1.25 1.25-1.25h2.7c.35 0 .68.14.92.39L8.2 4.5h4.3c.7 0 1.25.55 1.25 1.25V12c0 .7-.55 1.25-1.25 1.25h-9c-.7 0-1.25-.55-1.25-1.25z"/>',
  doc: '<path d="M9 2.25H4.75c-.7 0-1.25.55-1.25 1.25v9c0 .7.55 1.25 1.25 1.25h6.5c.7 0 1.25-.55 1.25-1.25V5.75zM9 2.25v3.5h3.5"/>',
  image:
    '<rect x="2.25" y="3" width="11.5" height="10" rx="1.5"/><circle cx="5.75" cy="6.3" r="1"/><path d="m2.5 11.5 3-2.7 2 1.7 3-3 3.2 3"/>',
  film: '<rect x="2.25" y="3" width="11.5" height="10" rx="1.5"/><path d="M5.25 3v10M10.75 3v10M2.25 6.3h3M2.25 9.7h3M10.75 6.3h3M10.75 9.7h3"/>',
  music:
    '<path d="M6 11.5V3.8l7-1.3v7.7"/><circle cx="4.25" cy="11.5" r="1.75"/><circle cx="11.25" cy="10.2" r="1.75"/>',
  archive:
    '<path d="M3 6v6.25c0 .7.55 1.25 1.25 1.25h7.5c.7 0 1.25-.55 1.25-1.25V6M6.5 8.75h3"/><rect x="2.25" y="2.75" width="11.5" height="3.25" rx="1"/>',
  disc: '<circle cx="8" cy="8" r="5.75"/><circle cx="8" cy="8" r="1.75"/>',
  terminal: '<rect x="2" y="3" width="12" height="10" rx="1.75"/><path d="m5 6.5 1.8 1.6L5 9.7M8.5 10h2.5"/>',
  download:
    '<path d="M8 2.5V10M4.8 7 8 10.2 11.2 7M2.5 10.5v1.25c0 .97.78 1.75 1.75 1.75h7.5c.97 0 1.75-.78 1.75-1.75V10.5"/>',
  search: '<circle cx="7" cy="7" r="4.5"/><path d="m10.4 10.4 3.1 3.1"/>',
  up: '<path d="m4.5 9.75 3.5-3.5 3.5 3.5"/>',
  down: '<path d="m4.5 6.25 3.5 3.5 3.5-3.5"/>',
} as const

export type IconName = keyof typeof SHAPES

/** All icons as symbols, once for the page. */
export const ICON_SPRITE = `<svg class="sprite" aria-hidden="true" focusable="false">${Object.entries(SHAPES)
  .map(([name, shape]) => `<symbol id="i-${name}" viewBox="0 0 16 16">${shape}</symbol>`)
  .join('')}</svg>`

/** Draws an icon; it says nothing to a screen reader. */
export function icon(name: IconName): string {
  return `<svg class="i" aria-hidden="true"><use href="#i-${name}"/></svg>`
}

const ARCHIVE =
  /^application\/(?:zip|gzip|zstd|x-(?:tar|7z-compressed|xz|bzip2?|rar-compressed|lzma|compress)|vnd\.rar|java-archive)$/
const DISC = /\.(?:iso|img|dmg|vhdx?|vmdk|qcow2)$/i

/** Chooses the icon that tells what kind of thing an entry is. */
export function iconOf({ kind, name }: Pick<ListedEntry, 'kind' | 'name'>): IconName {
  if (kind === 'folder') return 'folder'
  if (kind === 'echo') return 'terminal'
  if (DISC.test(name)) return 'disc'
  const mediaType = mediaTypeOf(name)
  if (ARCHIVE.test(mediaType)) return 'archive'
  if (mediaType.startsWith('image/')) return 'image'
  if (mediaType.startsWith('video/') && !/\.ts$/i.test(name)) return 'film'
  return mediaType.startsWith('audio/') ? 'music' : 'doc'
}
