/** Files to download: every size that has a boundary in it, and every kind of name that has broken a server before. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

const GIB = 2 ** 30

/** Names that need quoting somewhere between a folder, a URL, a shell and a field value. */
export const ODD_NAMES = [
  '读我 – 夏天的灯塔.txt',
  'emoji 😀👨‍👩‍👧.txt',
  'a name with  spaces.txt',
  '100% sure.txt',
  'pct%41.txt',
  'number #1.txt',
  `it's "quoted".txt`,
  'plus+and&amp;semi;colon.txt',
  'question?mark=1.txt',
] as const

/** The names that `writeSamples` gives to the plain sizes. */
export const SIZES = { 'empty.bin': 0, 'one.bin': 1, 'mebibyte.bin': 2 ** 20, 'three-gib.bin': 3 * GIB } as const

/** Fills a folder with one file for each size and each odd name, and a subfolder. */
export async function writeSamples(folder: string): Promise<void> {
  for (const [name, size] of Object.entries(SIZES)) {
    if (size < GIB) await writeFile(join(folder, name), patterned(size))
    else await writeSparse(join(folder, name), size)
  }
  for (const name of ODD_NAMES) await writeFile(join(folder, name), `the file that is called ${name}\n`)
  const nested = join(folder, 'sub folder', '深.txt')
  await mkdir(dirname(nested), { recursive: true })
  await writeFile(nested, 'deep\n')
}

/** Octets in which every offset can be told from its neighbours. */
export function patterned(size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 31 + (at >>> 8) * 7 + (at >>> 16)) & 0xff
  return bytes
}

/** A file with holes and with marks around each boundary of 2^31 and at both ends. */
async function writeSparse(path: string, size: number): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.truncate(size)
    for (const at of [0, 2 ** 31 - 8, 2 ** 31, size - 16])
      await file.write(Buffer.from(`mark ${String(at)}`.slice(0, 16)), 0, null, at)
  } finally {
    await file.close()
  }
}

/** Gives the SHA-256 of a stream in hex. */
export async function sha256(stream: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Gives the SHA-256 of a file in hex. */
export function sha256Of(path: string): Promise<string> {
  return sha256(createReadStream(path, { highWaterMark: 2 ** 20 }))
}
