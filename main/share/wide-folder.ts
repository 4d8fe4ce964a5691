import { realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, parse, relative, sep } from 'node:path'

/**
 * Tells whether sharing a folder shares all that its owner has: a drive, a home folder, or a folder of home folders.
 *
 * @param path absolute, without links on the way
 */
export async function isWide(path: string): Promise<boolean> {
  if (path === parse(path).root) return true
  const home = homedir()
  const way = relative(path, await realpath(home).catch(() => home))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
