import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import * as nodeFs from 'node:fs/promises'
import { mkdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileSystem, SharePlace } from '../../main/files/file-system'
import { openEntry, type OpenedEntry } from '../../main/files/open-entry'
import { OpenFileLimit } from '../../main/files/open-file-limit'
import type { Refusal } from '../../main/files/outcome'
import { parsePath } from '../../main/files/path-segments'
import { link, writeTree } from './support/fixture'
import { tempFolder } from './support/temp-folder'

const LIMITS = { operations: 8, files: 100, timeoutMs: 10_000 }

function placeOf(root: string, overrides: Partial<SharePlace> = {}): SharePlace {
  return {
    root,
    platform: 'linux',
    descriptorLinks: true,
    isMountPoint: false,
    fs: nodeFs,
    limit: new OpenFileLimit(LIMITS),
    ...overrides,
  }
}

/** Opens, closes, and tells what was found: the real names, or why not. */
async function look(place: SharePlace, path: string, { showHidden = false } = {}): Promise<unknown> {
  const names = parsePath(path, place.platform)
  if (typeof names === 'string') throw new Error(`Cannot look at ${path}: ${names}`)
  return summarise(await openEntry(place, names, { showHidden }))
}

async function summarise(entry: OpenedEntry | Refusal): Promise<unknown> {
  if (!('source' in entry)) return entry
  await entry.source.close()
  return `${entry.kind} ${entry.names.join('/')}`
}

const LEAVES = { kind: 'not-found', hidden: 'link-leaves-share' }
const NOT_FOUND = { kind: 'not-found' }

// Both ways to prove where an open file is: by the descriptor's link, and by device and inode.
describe.each([
  ['Linux', { platform: 'linux', descriptorLinks: true }],
  ['Linux without /proc', { platform: 'linux', descriptorLinks: false }],
  ['macOS', { platform: 'darwin', descriptorLinks: false }],
] as const)('openEntry on %s', (_, system) => {
  async function share(): Promise<{ root: string; outside: string; place: SharePlace }> {
    const top = await tempFolder()
    const root = join(top, 'share')
    await writeTree(top, {
      'share/a.txt': 'A',
      'share/sub/b.txt': 'B',
      'share/.git/config': 'C',
      'share/id_rsa': 'K',
      'secret.txt': 'outside',
      'share-sibling/secret.txt': 'outside',
    })
    return { root, outside: join(top, 'secret.txt'), place: placeOf(root, system) }
  }

  it('opens files and folders', async () => {
    const { place } = await share()
    expect([await look(place, '/a.txt'), await look(place, '/sub'), await look(place, '/')]).toEqual([
      'file a.txt',
      'folder sub',
      'folder ',
    ])
  })

  it('does not find what is not there', async () => {
    const { place } = await share()
    expect([
      await look(place, '/nope'),
      await look(place, '/a.txt/below'),
      await look(place, `/${'n'.repeat(300)}`),
      await look(place, `/${'x/'.repeat(3000)}`),
    ]).toEqual([NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND])
  })

  it('follows links that stay inside, and names what they lead to', async () => {
    const { root, place } = await share()
    await link(root, { 'in.txt': 'a.txt', absolute: join(root, 'a.txt'), folder: 'sub', twice: 'in.txt' })
    expect([
      await look(place, '/in.txt'),
      await look(place, '/absolute'),
      await look(place, '/folder'),
      await look(place, '/folder/b.txt'),
      await look(place, '/twice'),
    ]).toEqual(['file a.txt', 'file a.txt', 'folder sub', 'file sub/b.txt', 'file a.txt'])
  })

  it('refuses links that leave, wherever they stand in the path', async () => {
    const { root, outside, place } = await share()
    await link(root, { file: outside, folder: '..', root: '/', sibling: `${root}-sibling`, chain: 'file' })
    expect([
      await look(place, '/file'),
      await look(place, '/chain'),
      await look(place, '/folder'),
      await look(place, '/folder/secret.txt'),
      await look(place, '/root/etc/passwd'),
      await look(place, '/sibling/secret.txt'),
    ]).toEqual([LEAVES, LEAVES, LEAVES, LEAVES, LEAVES, LEAVES])
  })

  it('does not find where links lead nowhere or in circles', async () => {
    const { root, place } = await share()
    await link(root, { dangling: 'nope', loop: 'loop' })
    expect([await look(place, '/dangling'), await look(place, '/loop')]).toEqual([NOT_FOUND, NOT_FOUND])
  })

  it('hides by the name asked for and by the real one, unless all is shown', async () => {
    const { root, place } = await share()
    await link(root, { public: '.git', key: 'id_rsa', '.dot': 'a.txt' })
    const paths = ['/.git/config', '/id_rsa', '/public/config', '/key', '/.dot']
    const dotFile = { kind: 'not-found', hidden: 'dot-file' }
    const secret = { kind: 'not-found', hidden: 'secret' }
    expect(await Promise.all(paths.map((path) => look(place, path)))).toEqual([
      dotFile,
      secret,
      dotFile,
      secret,
      dotFile,
    ])
    expect(await Promise.all(paths.map((path) => look(place, path, { showHidden: true })))).toEqual([
      'file .git/config',
      'file id_rsa',
      'file .git/config',
      'file id_rsa',
      'file a.txt',
    ])
  })

  it('never reads a FIFO, a socket or a device, and does not wait for one', async () => {
    const { root, place } = await share()
    execFileSync('mkfifo', [join(root, 'fifo')])
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(root, 'socket'), resolve))
    const found = [await look(place, '/fifo'), await look(place, '/socket')]
    server.close()
    const notRegular = { kind: 'not-found', hidden: 'not-a-regular-file' }
    expect(found).toEqual([notRegular, notRegular])
    expect(await look(placeOf('/dev', system), '/null')).toEqual(notRegular)
  })

  it('closes whatever it does not give', async () => {
    const { root, outside, place } = await share()
    await link(root, { file: outside, folder: '..' })
    execFileSync('mkfifo', [join(root, 'fifo')])
    const before = readdirSync('/proc/self/fd').length
    for (const path of ['/file', '/folder', '/folder/secret.txt', '/fifo', '/.git/config', '/nope', '/a.txt']) {
      await look(place, path)
    }
    expect([readdirSync('/proc/self/fd').length, place.limit.openFiles]).toEqual([before, 0])
  })

  it('finds a file that is replaced by renaming, every time', async () => {
    const { root, place } = await share()
    const swaps = new AbortController()
    const replacing = (async () => {
      while (!swaps.signal.aborted) {
        await writeFile(join(root, 'new.tmp'), 'new')
        await rename(join(root, 'new.tmp'), join(root, 'a.txt'))
      }
    })()
    const found = new Set<unknown>()
    for (let round = 0; round < 200; round += 1) found.add(await look(place, '/a.txt'))
    swaps.abort()
    await replacing
    expect([...found]).toEqual(['file a.txt'])
  })

  it('never gives what is outside while a file and a folder are swapped with links that leave', async () => {
    const { root, outside, place } = await share()
    const swaps = new AbortController()
    const swapping = (async () => {
      while (!swaps.signal.aborted) {
        await symlink(outside, join(root, 'link.tmp'))
        await rename(join(root, 'link.tmp'), join(root, 'swap.txt'))
        await writeFile(join(root, 'file.tmp'), 'inside')
        await rename(join(root, 'file.tmp'), join(root, 'swap.txt'))
        await symlink(`${root}-sibling`, join(root, 'swap'))
        await unlink(join(root, 'swap'))
        await mkdir(join(root, 'swap'))
        await writeFile(join(root, 'swap/secret.txt'), 'inside')
        await rm(join(root, 'swap'), { recursive: true })
      }
    })()
    const read = new Set<string>()
    for (let round = 0; round < 300; round += 1) {
      for (const path of ['/swap.txt', '/swap/secret.txt']) {
        const names = parsePath(path, 'linux')
        if (typeof names === 'string') throw new Error(names)
        const entry = await openEntry(place, names, { showHidden: false })
        if (!('source' in entry)) continue
        const target = Buffer.alloc(20)
        read.add(target.toString('utf8', 0, await entry.source.read(target, 0)))
        await entry.source.close()
      }
    }
    swaps.abort()
    await swapping
    expect(read).not.toContain('outside')
    expect(read.size).toBeGreaterThan(0)
  })
})

describe('openEntry', () => {
  it('finds a file whose name ends as the kernel ends the path of a deleted one', async () => {
    const root = await tempFolder()
    await writeTree(root, { 'a (deleted)': 'A' })
    expect(await look(placeOf(root), '/a%20(deleted)')).toBe('file a (deleted)')
  })

  it('finds names that are not UTF-8 by their octets', async () => {
    const root = await tempFolder()
    await writeFile(Buffer.concat([Buffer.from(`${root}/bad-`), Buffer.of(0xff, 0xfe)]), 'BAD')
    expect(await look(placeOf(root), '/bad-%FF%FE')).toBe('file bad-\udcff\udcfe')
    expect(await look(placeOf(root), '/bad-%FF')).toEqual(NOT_FOUND)
  })

  it('refuses another case where the disk would not mind, as on macOS', async () => {
    const root = await tempFolder()
    await writeTree(root, { 'a.txt': 'A' })
    // A disk that does not mind case, played by one that does.
    const fs: FileSystem = {
      ...nodeFs,
      open: (path, flags) => nodeFs.open(String(path).toLowerCase(), flags),
      realpath: ((path: string, encoding: BufferEncoding) =>
        nodeFs.realpath(path.toLowerCase(), encoding)) as FileSystem['realpath'],
    }
    const place = placeOf(root.toLowerCase() === root ? root : await lowerCaseCopy(root), {
      fs,
      platform: 'darwin',
      descriptorLinks: false,
    })
    expect([await look(place, '/a.txt'), await look(place, '/A.TXT')]).toEqual(['file a.txt', NOT_FOUND])
  })

  it('gives nothing when what is open is not what the name leads to', async () => {
    const top = await tempFolder()
    await writeTree(top, { 'share/a.txt': 'inside', 'secret.txt': 'outside' })
    // As when the name led outside for the moment of opening, and no longer does.
    const fs: FileSystem = { ...nodeFs, open: (_path, flags) => nodeFs.open(join(top, 'secret.txt'), flags) }
    const root = join(top, 'share')
    expect([
      await look(placeOf(root, { fs, descriptorLinks: false }), '/a.txt'),
      await look(placeOf(root, { fs }), '/a.txt'),
    ]).toEqual([NOT_FOUND, LEAVES])
  })

  it.each([
    ['EACCES', { kind: 'forbidden' }],
    ['EMFILE', { kind: 'unavailable', reason: 'too-many-open-files' }],
    ['EIO', { kind: 'read-error' }],
  ])('tells what %s means', async (code, refusal) => {
    const root = await tempFolder()
    const failure = Object.assign(new Error(code), { code, errno: -1 })
    const place = placeOf(root, { fs: { ...nodeFs, open: () => Promise.reject(failure) } })
    expect(await look(place, '/a.txt')).toEqual(refusal)
    expect(place.limit.openFiles).toBe(0)
  })

  it('refuses one more file than the share may have open', async () => {
    const root = await tempFolder()
    await writeTree(root, { 'a.txt': 'A' })
    const place = placeOf(root, { limit: new OpenFileLimit({ ...LIMITS, files: 1 }) })
    const names = parsePath('/a.txt', 'linux')
    if (typeof names === 'string') throw new Error(names)
    const first = await openEntry(place, names, { showHidden: false })
    expect(await look(place, '/a.txt')).toEqual({ kind: 'unavailable', reason: 'too-many-open-files' })
    await summarise(first)
    expect(await look(place, '/a.txt')).toBe('file a.txt')
  })

  it('closes a file that opens after its time', async () => {
    const root = await tempFolder()
    await writeTree(root, { 'a.txt': 'A' })
    let answer: () => void = () => undefined
    const hung = new Promise<void>((resolve) => (answer = resolve))
    const fs: FileSystem = { ...nodeFs, open: (path, flags) => hung.then(() => nodeFs.open(path, flags)) }
    const place = placeOf(root, { fs, limit: new OpenFileLimit({ ...LIMITS, timeoutMs: 20 }) })
    expect(await look(place, '/a.txt')).toEqual({ kind: 'unavailable', reason: 'drive-does-not-answer' })
    answer()
    await expect.poll(() => place.limit.openFiles).toBe(0)
  })
})

/** Temporary folders have capitals in their names; the disk that is played here has none. */
async function lowerCaseCopy(root: string): Promise<string> {
  const lower = root.toLowerCase()
  await nodeFs.rename(root, lower)
  return lower
}
