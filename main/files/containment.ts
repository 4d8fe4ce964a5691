import { posix, win32 } from 'node:path'

/**
 * Gives the names that lead from a share's root to a path, or undefined when the path is not inside it.
 *
 * By `relative` and not by prefix: `/srv/share-private` begins with `/srv/share` and is not in it (CVE-2025-58751).
 *
 * @param root absolute real path of the share
 * @param path absolute real path
 */
export function namesBelow(root: string, path: string, platform: NodeJS.Platform): string[] | undefined {
  const paths = platform === 'win32' ? win32 : posix
  const way = paths.relative(root, path)
  if (way === '') return []
  // Absolute: another drive, which no `..` leads to.
  if (way === '..' || way.startsWith(`..${paths.sep}`) || paths.isAbsolute(way)) return undefined
  return way.split(paths.sep)
}

/** Joins names to a path of this platform. The names are those of `PathSegments` or of a folder's own entries. */
export function pathBelow(root: string, names: readonly string[], platform: NodeJS.Platform): string {
  const { sep } = platform === 'win32' ? win32 : posix
  if (names.length === 0) return root
  return `${root.endsWith(sep) ? root : root + sep}${names.join(sep)}`
}

/**
 * Tells whether a path was asked for by another spelling of its real names: other case, or a short name such as
 * `LONGFI~1.TXT`. Windows and macOS would open it all the same; we do not, so that one file has one address.
 * Another Unicode normalisation is let through: keyboards and file systems differ in it, and people cannot see it.
 */
export function isAlternateSpelling(
  asked: readonly string[],
  real: readonly string[],
  platform: NodeJS.Platform,
): boolean {
  if (platform !== 'win32' && platform !== 'darwin') return false
  // Of another length, it went through a symbolic link.
  if (asked.length !== real.length) return false
  return asked.some((name, at) => {
    const realName = (real[at] ?? '').normalize('NFC')
    const askedName = name.normalize('NFC')
    if (askedName === realName) return false
    return askedName.toLowerCase() === realName.toLowerCase() || /~\d/.test(askedName)
  })
}
