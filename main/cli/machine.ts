import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Machine } from '../share/shell'

/** The bundle stands two folders below package.json, and so does this source. */
const ROOT = join(import.meta.dirname, '..', '..')

/** Where the build puts the page of the console. */
export const RENDERER_FOLDER = join(ROOT, 'out', 'renderer')

/** Gives the machine that we run on, and the program's version out of package.json. */
export async function thisMachine(): Promise<Machine> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string }
  return {
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    hostName: hostname(),
    version,
    language: Intl.DateTimeFormat().resolvedOptions().locale,
  }
}
