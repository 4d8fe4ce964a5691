/** The folder that is shared while it soaks, with a copy of every octet in memory to compare with. */
import { randomFillSync } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ODD_NAMES, patterned } from '../support/samples'

/** The name of the share, and so the first name of every target. */
const SHARE = 'soaked'

const MEBIBYTE = 2 ** 20

/** What the plain files hold: a few octets, about one segment, one write, and more than all buffers on the way. */
const SIZES = {
  'empty.bin': 0,
  'small.bin': 700,
  'page.bin': 40_000,
  'song.bin': MEBIBYTE,
  'film.bin': 24 * MEBIBYTE,
} as const

export type PlainFile = keyof typeof SIZES

export class Ground {
  /** The shared folder. */
  readonly folder: string
  readonly #place: string
  readonly #contents: ReadonlyMap<string, Buffer>
  readonly #listings = new Map<string, Buffer>()

  private constructor(place: string, contents: ReadonlyMap<string, Buffer>) {
    this.#place = place
    this.folder = join(place, SHARE)
    this.#contents = contents
  }

  static async make(): Promise<Ground> {
    const contents = new Map<string, Buffer>()
    // Chance would hide nothing that a pattern shows, and it cannot be compressed or guessed on the way.
    for (const [name, size] of Object.entries(SIZES)) contents.set(name, randomFillSync(Buffer.alloc(size)))
    for (const name of ODD_NAMES) contents.set(`names/${name}`, Buffer.from(`the file that is called ${name}\n`))
    const ground = new Ground(await mkdtemp(join(tmpdir(), 'porthole-soak-')), contents)
    for (const folder of ['names', 'changing']) await mkdir(join(ground.folder, folder), { recursive: true })
    await Promise.all([...contents].map(([name, content]) => writeFile(join(ground.folder, name), content)))
    return ground
  }

  /** What a file holds. */
  content(name: string): Buffer {
    const content = this.#contents.get(name)
    if (content === undefined) throw new Error(`Cannot give the content of "${name}": there is no such file`)
    return content
  }

  /** Where a file stands on the address. */
  target(name: string): string {
    return `/${SHARE}/${name.split('/').map(encodeURIComponent).join('/')}`
  }

  /** What the listing of a folder that never changes was the first time somebody asked for this form of it. */
  firstListing(accept: string, listing: Buffer): Buffer {
    const first = this.#listings.get(accept) ?? Buffer.from(listing)
    this.#listings.set(accept, first)
    return first
  }

  /** Makes one more file, for an act that changes it; gives its path and its content. */
  async makeChanging(name: string, size: number): Promise<{ readonly path: string; readonly content: Buffer }> {
    const path = join(this.folder, 'changing', name)
    const content = patterned(size)
    await writeFile(path, content)
    return { path, content }
  }

  async remove(): Promise<void> {
    await rm(this.#place, { recursive: true, force: true })
  }
}
