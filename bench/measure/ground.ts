/** The folder that is shared while something is measured. */
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AskedServer } from '../../test/support/asked-server'
import { PortholeProcess } from '../../test/support/porthole-process'
import { GIBIBYTE, MEBIBYTE } from './reading'

/** What an ordinary visitor asks for. */
export const ORDINARY = 'ALPHA\n'

export interface Ground {
  readonly folder: string
  readonly server: AskedServer
}

/**
 * Shares a folder with a small file, one of a MiB and a film of 5 GiB without a block on disk, and stops when `use` has
 * ended.
 *
 * @param args more options and folders of the command line
 */
export async function onGround<T>(use: (ground: Ground) => Promise<T>, args: readonly string[] = []): Promise<T> {
  return inFolder(async (folder) => {
    const server = new AskedServer(await PortholeProcess.start(folder, ...args))
    try {
      return await use({ folder, server })
    } finally {
      await server.stop()
    }
  })
}

/** Makes the folder alone. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const place = await mkdtemp(join(tmpdir(), 'porthole-measure-'))
  try {
    const folder = join(place, 'measured')
    await mkdir(folder)
    await writeFile(join(folder, 'a.txt'), ORDINARY)
    await writeFile(join(folder, 'ranged.txt'), ORDINARY)
    await writeFile(join(folder, 'page.html'), '<p>'.padEnd(2048, 'x'))
    await writeFile(join(folder, 'one-mb.bin'), Buffer.alloc(MEBIBYTE, 'x'))
    await writeFile(join(folder, 'film.mkv'), '')
    await truncate(join(folder, 'film.mkv'), 5 * GIBIBYTE)
    return await use(folder)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
