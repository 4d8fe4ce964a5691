import * as nodeFs from 'node:fs/promises'
import { chmod, mkdir, open, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { getuid } from 'node:process'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FileSystem } from '../../main/files/file-system'
import { openServedContent } from '../../main/files/open-served-content'
import type { ServedContent } from '../../main/files/served-content'
import { descriptorsBelow } from './support/descriptors'
import { ask, fileRequest, readAnswer, RULES } from './support/ask'
import { tempFolder } from './support/temp-folder'

let root: string
let share: ServedContent
let opened: string[]
let looks: number

/** The disk, counting what is asked of it. */
const counting: FileSystem = {
  ...nodeFs,
  open: (path, ...rest) => {
    opened.push(String(path))
    return nodeFs.open(path, ...rest)
  },
  stat: ((path: string, options: object) => {
    looks += 1
    return nodeFs.stat(path, options)
  }) as FileSystem['stat'],
}

beforeEach(async () => {
  root = await tempFolder()
  await writeFile(join(root, 'a.bin'), 'ALPHA')
  opened = []
  share = await openServedContent(root, { fs: counting })
  looks = 0
})

const text = async (path: string): Promise<string> => (await ask(share, path)).text

const descriptorsOf = (name: string): number => descriptorsBelow(join(root, name))

// Elsewhere each request opens its file: nothing tells where an open one stands.
describe.skipIf(process.platform !== 'linux')('a file that was just sent', () => {
  it('is given again without being opened', async () => {
    await ask(share, '/a.bin')
    opened = []
    const again = await ask(share, '/a.bin')
    const part = await ask(share, '/a.bin', { fields: { Range: 'bytes=1-2' } })
    const head = await ask(share, '/a.bin', { method: 'HEAD' })
    expect([again.text, part.text, part.status, head.status, head.bytes.length]).toEqual(['ALPHA', 'LP', 206, 200, 0])
    expect(opened).toEqual([])
  })

  it('costs one look for all who ask before it begins', async () => {
    await ask(share, '/a.bin')
    looks = 0
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(share, '/a.bin')))
    expect(answers.every((answer) => answer.text === 'ALPHA')).toBe(true)
    expect(looks).toBe(1)
  })

  it.each([
    ['is not modified', { 'If-None-Match': '*' }, 304],
    ['has changed for a condition', { 'If-Match': '"x"' }, 412],
    ['has no such range', { Range: 'bytes=100-' }, 416],
  ])('keeps to preconditions: %s', async (_, fields, status) => {
    await ask(share, '/a.bin')
    expect((await ask(share, '/a.bin', { fields })).status).toBe(status)
  })

  it.each(['OPTIONS', 'POST', 'BREW'])('is not given for %s', async (method) => {
    await ask(share, '/a.bin')
    expect((await ask(share, '/a.bin', { method })).status).not.toBe(200)
  })
})

describe('what changes on the disk is seen by the next request, whoever asked before', () => {
  beforeEach(async () => {
    await ask(share, '/a.bin')
  })

  it('written over, with another length or the same', async () => {
    await writeFile(join(root, 'a.bin'), 'OMEGA')
    expect(await text('/a.bin')).toBe('OMEGA')
    await writeFile(join(root, 'a.bin'), 'longer than before')
    expect(await text('/a.bin')).toBe('longer than before')
  })

  it('written over a thousand times, within one tick of the clock of the file system', async () => {
    for (let round = 0; round < 1000; round += 1) {
      const content = String(round).padStart(5, '0')
      writeFileSync(join(root, 'a.bin'), content)
      expect(await text('/a.bin')).toBe(content)
    }
  })

  it('written in place, its times set back', async () => {
    const file = await open(join(root, 'a.bin'), 'r+')
    const { atime, mtime } = await file.stat()
    await file.write('OMEGA', 0)
    await file.utimes(atime, mtime)
    await file.close()
    expect(await text('/a.bin')).toBe('OMEGA')
  })

  it('replaced by renaming', async () => {
    await writeFile(join(root, 'new'), 'OMEGA')
    await rename(join(root, 'new'), join(root, 'a.bin'))
    expect(await text('/a.bin')).toBe('OMEGA')
  })

  it('deleted, and there again', async () => {
    await rm(join(root, 'a.bin'))
    expect((await ask(share, '/a.bin')).status).toBe(404)
    await writeFile(join(root, 'a.bin'), 'AGAIN')
    expect(await text('/a.bin')).toBe('AGAIN')
  })

  it('made a folder', async () => {
    await rm(join(root, 'a.bin'))
    await mkdir(join(root, 'a.bin'))
    expect((await ask(share, '/a.bin')).status).toBe(301)
  })

  it('renamed to a hidden name, with a link in its place', async () => {
    await rename(join(root, 'a.bin'), join(root, '.a'))
    await symlink('.a', join(root, 'a.bin'))
    expect((await ask(share, '/a.bin')).status).toBe(404)
  })

  it('taken away from us', async () => {
    await chmod(join(root, 'a.bin'), 0)
    // Root reads it all the same.
    expect((await ask(share, '/a.bin')).status).toBe(getuid?.() === 0 ? 200 : 403)
  })
})

it('a folder that is moved out, with a link in its place, takes its files with it', async () => {
  const outside = await tempFolder()
  await mkdir(join(root, 'sub'))
  await writeFile(join(root, 'sub/b.bin'), 'BRAVO')
  expect(await text('/sub/b.bin')).toBe('BRAVO')
  await rename(join(root, 'sub'), join(outside, 'sub'))
  await symlink(join(outside, 'sub'), join(root, 'sub'))
  expect((await ask(share, '/sub/b.bin')).status).toBe(404)
})

it('a file with dates in the future is described anew each time', async () => {
  await utimes(join(root, 'a.bin'), new Date('2040-01-01'), new Date('2040-01-01'))
  const at = Date.UTC(2030, 0, 1)
  const modified = async (later: number): Promise<string | undefined> =>
    (await ask(share, '/a.bin', { at: at + later })).fields['last-modified']
  expect([await modified(0), await modified(60_000)]).toEqual([
    'Tue, 01 Jan 2030 00:00:00 GMT',
    'Tue, 01 Jan 2030 00:01:00 GMT',
  ])
})

describe.skipIf(process.platform !== 'linux')('files that nobody uses', () => {
  it('are held open for a second, and few of them', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `file-${String(index)}`)
    for (const name of names) await writeFile(join(root, name), name)
    for (const name of names) expect(await text(`/${name}`)).toBe(name)
    await expect.poll(() => descriptorsOf('file-'), { timeout: 1000 }).toBeLessThanOrEqual(16)
    await expect.poll(() => descriptorsOf('file-'), { timeout: 3000 }).toBe(0)
  })

  it('are let go of when descriptors run out', async () => {
    // Every open fails as long as a.bin is held open.
    const full: FileSystem = {
      ...nodeFs,
      open: (path, ...rest) => {
        if (String(path).endsWith('b.bin') && descriptorsOf('a.bin') > 0) {
          return Promise.reject(Object.assign(new Error('too many open files'), { code: 'EMFILE', errno: -24 }))
        }
        return nodeFs.open(path, ...rest)
      },
    }
    await writeFile(join(root, 'b.bin'), 'BRAVO')
    share = await openServedContent(root, { fs: full })
    await ask(share, '/a.bin')
    expect((await ask(share, '/b.bin')).status).toBe(200)
  })

  it('stay open as long as somebody reads them, whatever becomes of their name', async () => {
    await writeFile(join(root, 'big.bin'), Buffer.alloc(300_000, 'x'))
    const plan = await share.answer(fileRequest('/big.bin'), RULES)
    await rm(join(root, 'big.bin'))
    expect((await ask(share, '/big.bin')).status).toBe(404)
    expect((await readAnswer(plan)).bytes.length).toBe(300_000)
    await expect.poll(() => descriptorsOf('big.bin'), { timeout: 3000 }).toBe(0)
  })
})

it('content that is sent from memory is what the disk has, octet for octet', async () => {
  await writeFile(join(root, 'random.bin'), randomBytes(200_000))
  const asked = [await ask(share, '/random.bin'), await ask(share, '/random.bin')]
  const onDisk = readFileSync(join(root, 'random.bin'))
  expect(asked.map(({ bytes }) => bytes.equals(onDisk))).toEqual([true, true])
})
