import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openServedContent } from '../../main/files/open-served-content'
import type { ServedContent } from '../../main/files/served-content'
import { ShareOpenError } from '../../main/files/share-open-error'
import { link, writeTree } from './support/fixture'
import { tempFolder } from './support/temp-folder'

let root: string
let share: ServedContent

beforeEach(async () => {
  root = await tempFolder()
  await writeTree(root, {
    'b 10.txt': '1234567890',
    'b 9.txt': '123456789',
    '.env': 'SECRET',
    'keys.kdbx': 'K',
    'sub/deep/c.txt': 'CCC',
    'sub/灯塔.txt': 'L',
    '.git/config': 'G',
  })
  await link(root, { out: '/etc', inside: 'b 9.txt', folder: 'sub', dangling: 'nope' })
  execFileSync('mkfifo', [join(root, 'fifo')])
  share = await openServedContent(root)
})

describe('readEntries', () => {
  it('lists folders first, then by name, and tells what visitors do not get and why', async () => {
    const { entries, omitted } = await share.readEntries([], 100)
    expect(omitted).toBe(0)
    expect(entries.map(({ name, kind, size, hidden }) => [name, kind, size, hidden])).toEqual([
      ['.git', 'folder', null, 'dot-file'],
      ['sub', 'folder', null, null],
      ['.env', 'file', 6, 'dot-file'],
      ['b 9.txt', 'file', 9, null],
      ['b 10.txt', 'file', 10, null],
      ['dangling', 'link', null, 'not-a-regular-file'],
      ['fifo', 'other', null, 'not-a-regular-file'],
      ['folder', 'link', null, null],
      ['inside', 'link', null, null],
      ['keys.kdbx', 'file', 1, 'secret'],
      ['out', 'link', null, 'link-leaves-share'],
    ])
  })

  it('lists a folder below, and counts what it leaves out', async () => {
    const { entries, omitted } = await share.readEntries(['sub'], 1)
    expect([entries.map(({ name }) => name), omitted]).toEqual([['deep'], 1])
  })

  it.each([
    [['nope'], 'not-found'],
    [['..'], 'not-found'],
    [['out'], 'not-found'],
    [['sub/deep'], 'not-found'],
    [['b 9.txt'], 'not-shareable'],
  ])('refuses %j', async (names, code) => {
    const refusal = await share.readEntries(names, 10).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ShareOpenError)
    expect(refusal).toMatchObject({ code })
  })
})

describe('measure', () => {
  it('adds up what visitors get, everything below included', async () => {
    const measure = await share.measure({ showHidden: false }, new AbortController().signal)
    // 10 + 9, the link to the 9 once more, 3 and 1.
    expect(measure).toEqual({ size: 32, fileCount: 5, sample: 'b%2010.txt' })
  })

  it('counts what is hidden when that is shown', async () => {
    const measure = await share.measure({ showHidden: true }, new AbortController().signal)
    expect(measure).toEqual({ size: 40, fileCount: 8, sample: '.env' })
  })

  it('gives a sample from below when the top has no files, and none when there are none', async () => {
    const deep = await openServedContent(join(root, 'sub'))
    await writeTree(root, { 'empty/deeper/.keep': '' })
    const empty = await openServedContent(join(root, 'empty'))
    const { signal } = new AbortController()
    expect([
      (await deep.measure({ showHidden: false }, signal)).sample,
      await empty.measure({ showHidden: false }, signal),
    ]).toEqual(['%E7%81%AF%E5%A1%94.txt', { size: 0, fileCount: 0, sample: null }])
  })

  it('ends early when it is told to', async () => {
    const abort = new AbortController()
    const measuring = share.measure({ showHidden: false }, abort.signal)
    abort.abort()
    await expect(measuring).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('readPiece', () => {
  const text = async (names: readonly string[], offset: number, length: number): Promise<string | undefined> => {
    const piece = await share.readPiece(names, { offset, length })
    return piece === undefined ? undefined : `${Buffer.from(piece.bytes).toString()} of ${String(piece.size)}`
  }

  it('reads octets of a file, as many as there are', async () => {
    expect(await text(['b 10.txt'], 2, 3)).toBe('345 of 10')
    expect(await text(['b 10.txt'], 8, 99)).toBe('90 of 10')
    expect(await text(['b 10.txt'], 99, 5)).toBe(' of 10')
    expect(await text(['sub', '灯塔.txt'], 0, 5)).toBe('L of 1')
  })

  it('reads what is hidden from visitors, which may have been sent before', async () => {
    expect(await text(['.env'], 0, 9)).toBe('SECRET of 6')
  })

  it.each([[['nope']], [['sub']], [['out']], [['fifo']], [['..', 'x']], [['a/b']], [['']]])(
    'finds nothing under %j',
    async (names) => {
      expect(await text(names, 0, 9)).toBe(undefined)
    },
  )

  it('names the version that it read', async () => {
    const before = await share.readPiece(['b 9.txt'], { offset: 0, length: 1 })
    await writeFile(join(root, 'b 9.txt'), 'something else')
    const after = await share.readPiece(['b 9.txt'], { offset: 0, length: 1 })
    expect(before?.entityTag).toMatch(/^"[\da-z-]+"$/)
    expect(after?.entityTag).not.toBe(before?.entityTag)
  })

  it('reads a shared file whatever the names say, and nothing beside it', async () => {
    share = await openServedContent(join(root, 'b 9.txt'))
    expect(await text(['b 10.txt'], 0, 99)).toBe('123456789 of 9')
  })
})
