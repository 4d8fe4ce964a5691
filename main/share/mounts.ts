/** Where each share stands on the address. Pure: names and kinds in, places out. */
import type { ShareKind } from '../../preload/views'
import { encodePathSegment, percentDecode } from '../http/percent-encoding'
import { utf8Bytes } from '../http/octets'

export interface MountedShare {
  readonly id: number
  readonly kind: ShareKind
  readonly name: string
}

/** What stands at a path. */
export type Place =
  /** The listing of all shares, which stands at `/` whenever no share does. */
  | { readonly kind: 'index' }
  /** A share, and the percent-encoded path below its mount, beginning with `/`. */
  | { readonly kind: 'share'; readonly id: number; readonly path: string }
  /** A folder's mount without its final slash. */
  | { readonly kind: 'slash-missing'; readonly id: number; readonly mount: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'nothing' }

/**
 * Gives a name that none of `taken` is, by counting: `photos (2)`, and `film (2).mkv` for a file, so that it keeps its
 * extension.
 */
export function distinctName(name: string, kind: ShareKind, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const dot = kind === 'file' ? name.lastIndexOf('.') : -1
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let count = 2; ; count += 1) {
    const candidate = `${stem} (${String(count)})${extension}`
    if (!taken.has(candidate)) return candidate
  }
}

/**
 * Gives the place of a share among all: a folder that is alone has its content at `/`, and so has the echo; otherwise
 * each stands under its name, and so does a file even when it is alone, because a file needs a name to be saved under.
 */
export function mountOf(share: MountedShare, count: number): string {
  if (share.kind === 'file') return `/${encodePathSegment(share.name)}`
  return count === 1 ? '/' : `/${encodePathSegment(share.name)}/`
}

/**
 * Finds what stands at the path of a request target.
 *
 * Names are compared by the octets that they decode to, so that every spelling of an address finds its share.
 *
 * @param path percent-encoded, beginning with `/`, without the query
 */
export function findPlace(path: string, shares: readonly MountedShare[]): Place {
  const only = shares[0]
  if (only !== undefined && shares.length === 1 && only.kind !== 'file') return { kind: 'share', id: only.id, path }
  if (path === '/') return { kind: 'index' }
  const end = path.indexOf('/', 1)
  const first = end === -1 ? path.slice(1) : path.slice(1, end)
  const name = percentDecode(first)
  if (name === undefined) return { kind: 'malformed' }
  const share = shares.find((each) => equalOctets(utf8Bytes(each.name), name))
  if (share === undefined) return { kind: 'nothing' }
  return placeIn(share, { below: end === -1 ? '' : path.slice(end), count: shares.length })
}

function placeIn(share: MountedShare, at: { readonly below: string; readonly count: number }): Place {
  if (share.kind === 'file') return at.below === '' ? { kind: 'share', id: share.id, path: '/' } : { kind: 'nothing' }
  if (share.kind === 'echo') return { kind: 'share', id: share.id, path: at.below === '' ? '/' : at.below }
  if (at.below === '') return { kind: 'slash-missing', id: share.id, mount: mountOf(share, at.count) }
  return { kind: 'share', id: share.id, path: at.below }
}

function equalOctets(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, index) => octet === other[index])
}
