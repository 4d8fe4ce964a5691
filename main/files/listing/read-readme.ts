import { Buffer } from 'node:buffer'
import { openEntry } from '../open-entry'
import type { PathSegments } from '../path-segments'
import type { ListingScope } from './folder-entries'
import type { ListingEnding } from './listing-writer'

const README = /^read[-_ ]?me(?:\.(?:md|markdown|txt))?$/i
/** A longer one is a book: it is there to be opened. */
const MAX_README_OCTETS = 64 * 1024

/** Tells whether an entry is what people write to be read first. */
export function isReadme({ name, size }: { readonly name: string; readonly size: number | null }): boolean {
  return size !== null && size > 0 && size <= MAX_README_OCTETS && README.test(name)
}

/** Reads a README as plain text, or gives undefined when it is not UTF-8, or not there to be read. */
export async function readReadme(
  scope: ListingScope,
  folder: PathSegments,
  name: string,
): Promise<ListingEnding['readme']> {
  const file = await openEntry(scope.place, [...folder, name] as readonly string[] as PathSegments, scope)
  if (!('source' in file)) return undefined
  try {
    if (file.kind !== 'file' || file.facts.size > MAX_README_OCTETS) return undefined
    const octets = Buffer.alloc(file.facts.size)
    const length = await file.source.read(octets, 0)
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(octets.subarray(0, length)).trim() }
  } catch {
    // The listing is what was asked for: it does without.
    return undefined
  } finally {
    await file.source.close()
  }
}
