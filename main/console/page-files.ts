/** The built renderer, read once into memory: what is not among its files does not exist, whatever a path spells. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** Everything that the build makes for the page. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
])

export interface PageFile {
  readonly mediaType: string
  readonly content: Uint8Array
}

/**
 * Reads the page's files, by their paths below the folder: `index.html`, `assets/index-1a2b.js`.
 *
 * @param folder absolute path of the built renderer
 * @throws the system's error when the folder cannot be read, and an error when it holds no page
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const mediaType = MEDIA_TYPES.get(extname(entry.name))
    if (!entry.isFile() || mediaType === undefined) continue
    const path = join(entry.parentPath, entry.name)
    files.set(relative(folder, path).split(sep).join('/'), { mediaType, content: await readFile(path) })
  }
  if (!files.has('index.html')) throw new Error('Cannot open the console: the window has not been built')
  return files
}
