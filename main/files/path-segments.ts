import { percentDecode } from '../http/percent-encoding'
import { isUnicodeName, nameFromBytes } from './file-name'

declare const checked: unique symbol
/** Decoded names below a share, each safe to join on this platform. Only `parsePath` and `parseNames` make one. */
export type PathSegments = readonly string[] & { readonly [checked]: true }

/** Why a path or a name is not looked for. `reserved-name` could exist elsewhere, but never on this platform. */
export type PathRefusal = 'malformed-escape' | 'dot-segment' | 'separator' | 'nul' | 'reserved-name'

/** The folder that is shared: no names at all. */
export const SHARE_ROOT = [] as readonly string[] as PathSegments

/**
 * Turns the path of an origin-form target into names that cannot climb out of a folder.
 *
 * Segments are split before they are percent-decoded, so `%2F` never becomes a separator; each is decoded once. Empty
 * segments are skipped, so that `//host` is a name like any other. On Windows `\`, `:` and device names are refused
 * too: ordinary characters to a URL, not to NTFS.
 * Symbolic links, short names and other aliases are not this function's business: `openEntry` compares real paths.
 *
 * @param path latin1 text as received, without the query
 */
export function parsePath(path: string, platform: NodeJS.Platform): PathSegments | PathRefusal {
  const names: string[] = []
  for (const encoded of path.split('/')) {
    if (encoded === '') continue
    const octets = percentDecode(encoded)
    if (octets === undefined) return 'malformed-escape'
    names.push(nameFromBytes(octets))
  }
  return parseNames(names, platform)
}

/** Checks names that somebody hands us: each must be one entry of a folder on this platform and nothing more. */
export function parseNames(names: readonly string[], platform: NodeJS.Platform): PathSegments | PathRefusal {
  for (const name of names) {
    const refusal = platform === 'win32' ? (refuseName(name) ?? refuseWindowsName(name)) : refuseName(name)
    if (refusal !== undefined) return refusal
  }
  return names as PathSegments
}

function refuseName(name: string): PathRefusal | undefined {
  if (name === '.' || name === '..' || name === '') return 'dot-segment'
  if (name.includes('\0')) return 'nul'
  return name.includes('/') ? 'separator' : undefined
}

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file: the device names, superscript digits among them,
// with or without an extension; CLOCK$ and the console's two are reserved by older rules that still hold.
const DEVICE_NAME = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i
// What no Windows file system takes in a name. `\` and `:` have a refusal of their own: they mean something.
const NOT_IN_WINDOWS_NAMES = /[<>"|?*]|[^ -\u{10ffff}]/u

function refuseWindowsName(name: string): PathRefusal | undefined {
  // A colon names a stream (`a.txt::$DATA`) or a drive.
  if (/[\\:]/.test(name)) return 'separator'
  // Trailing dots and spaces are dropped by Win32, so that `a.txt.` would be an alias of `a.txt`.
  if (/[. ]$/.test(name) || NOT_IN_WINDOWS_NAMES.test(name) || !isUnicodeName(name)) return 'reserved-name'
  const [stem = ''] = name.split('.', 1)
  return DEVICE_NAME.test(stem.trimEnd()) ? 'reserved-name' : undefined
}
