import { Buffer } from 'node:buffer'
import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** When the fixture's files were last changed. */
export const MODIFIED = 'Thu, 20 Feb 2020 02:02:02 GMT'

/** Writes files below a folder, folders on the way included, all changed at the same moment long ago. */
export async function writeTree(root: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) await writeAt(join(root, path), content)
}

async function writeAt(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  const moment = new Date(MODIFIED)
  await utimes(file, moment, moment)
}

/** Writes a file by the octets of its name, which need not be UTF-8. */
export async function writeByOctets(root: string, name: Uint8Array, content: string): Promise<void> {
  await writeFile(Buffer.concat([Buffer.from(`${root}/`), name]), content)
}

/** Makes links: names below the folder, and what each leads to. */
export async function link(root: string, links: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, target] of Object.entries(links)) await symlink(target, join(root, name))
}
