import { escapeForLog } from '../../../preload/inert-text'

/** What people can read as it is; HTML and SVG are shown as their source, never as what they draw. */
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|x-sh|x-yaml|toml)\b)|[/+](?:json|xml)\b/i
/** Pictures that cannot hold a script or reach out. SVG can do both. */
const PICTURE = /^image\/(?:png|jpeg|gif|webp|avif|bmp)\b/i
/** Larger ones are no preview any more. */
export const LARGEST_PICTURE = 4 * 1024 * 1024

/** How a content can be shown beyond its octets. */
export function previewOf(mediaType: string | null, isWholeOf: number | null): 'text' | 'picture' | null {
  if (mediaType === null) return null
  if (TEXT.test(mediaType)) return 'text'
  const isSmall = isWholeOf !== null && isWholeOf > 0 && isWholeOf <= LARGEST_PICTURE
  return PICTURE.test(mediaType) && isSmall ? 'picture' : null
}

/** Gives text as lines of inert text. A character cut at either end becomes U+FFFD. */
export function readableLines(octets: Uint8Array): string[] {
  const text = new TextDecoder('utf-8').decode(octets)
  return text.split(/\r?\n/).map((line) => escapeForLog(line.replaceAll('\t', '    ')))
}
