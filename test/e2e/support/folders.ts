/** Folders to share. */
import { mkdir, mkdtemp, open, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const README = 'Ropes are on the left, brass is on the right.\n'
export const FILM_SIZE = 256 * 1024 * 1024

/** Makes a folder with a text, a Chinese name, a subfolder, a dot-file, and a film of 256 MiB without a block on disk. */
export async function makeFolder(name = 'Summer 2026'): Promise<string> {
  const parent = await mkdtemp(join(await realpath(tmpdir()), 'porthole-share-'))
  const folder = join(parent, name)
  await mkdir(join(folder, 'photos'), { recursive: true })
  await writeFile(join(folder, 'readme.txt'), README)
  await writeFile(join(folder, '读我.txt'), '你好\n')
  await writeFile(join(folder, '.env'), 'SECRET=1\n')
  await writeFile(join(folder, 'photos', 'ropes.jpg'), 'not really a picture')
  const film = await open(join(folder, 'film.mkv'), 'w')
  await film.truncate(FILM_SIZE)
  await film.close()
  return folder
}
