/** A disk of a few pages, for tests that fill it or take it away. Only root on Linux can mount one. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What such a disk holds, in octets. */
const SIZE = 64 * 1024

export class TinyDisk {
  /** Where it is mounted. */
  readonly path: string

  /** @param path a folder that is made if it is missing, and stays when the disk goes */
  constructor(path: string) {
    this.path = path
    mkdirSync(path, { recursive: true })
    this.mount()
  }

  /** An empty disk each time: what was on it is lost with it. */
  mount(): void {
    run('mount', '-t', 'tmpfs', '-o', `size=${String(SIZE)}`, 'tmpfs', this.path)
  }

  /** Takes it away, even from whoever has a file of it open. */
  unmount(): void {
    run('umount', '-l', this.path)
  }

  /** Leaves no page free. */
  async fill(): Promise<void> {
    const file = await open(join(this.path, 'filler'), 'w')
    try {
      for (;;) await file.write(Buffer.alloc(4096, 'x'))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    } finally {
      await file.close()
    }
  }

  async makeRoom(): Promise<void> {
    await rm(join(this.path, 'filler'), { force: true })
  }
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`Cannot run ${program}: ${stderr.trim()}`)
}

/** Why there can be none here; undefined where there can. */
export const noTinyDisk: string | undefined = ((): string | undefined => {
  if (process.platform !== 'linux') return `a disk cannot be mounted like this on ${process.platform}`
  if (process.getuid?.() !== 0) return 'only root can mount a disk'
  const place = mkdtempSync(join(tmpdir(), 'porthole-disk-'))
  try {
    const disk = new TinyDisk(join(place, 'disk'))
    disk.unmount()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'a disk cannot be mounted'
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
})()
