import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Measure, ServedContent } from '../../main/files/served-content'
import { PRESENCE_INTERVAL_MS, Shares } from '../../main/share/shares'

/** Content without a disk: what it answers is set by the test. */
class FakeContent implements ServedContent {
  readonly kind: 'folder' | 'file'
  readonly path: string
  measures = 0
  aborted = 0
  isThere: () => Promise<boolean> = async () => true
  count: () => Promise<Measure> = async () => ({ size: 100, fileCount: 2, sample: 'a.txt' })

  constructor(path: string) {
    this.path = path
    this.kind = /\.\w+$/.test(path) ? 'file' : 'folder'
  }

  readonly answer = () => Promise.reject(new Error('Cannot answer: nobody asks here'))
  readonly readEntries = () => Promise.resolve({ entries: [], omitted: 0 })
  readonly readPiece = () => Promise.resolve(undefined)
  readonly isAvailable = () => this.isThere()
  readonly measure = (_rules: unknown, signal: AbortSignal): Promise<Measure> => {
    this.measures += 1
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        this.aborted += 1
        reject(new DOMException('aborted', 'AbortError'))
      })
      this.count().then(resolve, reject)
    })
  }
}

let contents: Map<string, FakeContent>
let changes: number
let shares: Shares

beforeEach(() => {
  vi.useFakeTimers()
  contents = new Map()
  changes = 0
  shares = new Shares({
    openContent: async (path) => {
      const content = contents.get(path) ?? new FakeContent(path)
      contents.set(path, content)
      return content
    },
    showHidden: () => false,
    onChange: () => (changes += 1),
  })
})

afterEach(() => {
  shares.close()
  vi.useRealTimers()
})

const settle = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
const content = (path: string): FakeContent => {
  const found = contents.get(path)
  if (found === undefined) throw new Error(`Cannot find ${path}: it was never shared`)
  return found
}
const mounts = (): string[] => shares.views().map(({ mount }) => mount)

describe('Shares', () => {
  it('gives a folder that is alone the root, and each its name once there are two', async () => {
    await shares.add('/home/anna/photos')
    expect(mounts()).toEqual(['/'])
    await shares.add('/home/anna/film.mkv')
    expect(mounts()).toEqual(['/photos/', '/film.mkv'])
    shares.remove(2)
    expect(mounts()).toEqual(['/'])
  })

  it('tells names apart that are the same, and lets them keep what they have', async () => {
    for (const path of ['/a/photos', '/b/photos', '/c/photos']) await shares.add(path)
    expect(shares.views().map(({ name }) => name)).toEqual(['photos', 'photos (2)', 'photos (3)'])
    shares.remove(1)
    expect(shares.views().map(({ name }) => name)).toEqual(['photos (2)', 'photos (3)'])
  })

  it('offers the same folder once, and the echo once', async () => {
    const first = await shares.add('/a/photos')
    expect(await shares.add('/a/../a/photos/')).toBe(first)
    expect(shares.addEcho()).toBe(shares.addEcho())
    expect(shares.list.map(({ kind }) => kind)).toEqual(['folder', 'echo'])
  })

  it('never uses an id again', async () => {
    await shares.add('/a')
    shares.remove(1)
    expect((await shares.add('/a')).id).toBe(2)
    expect(shares.remove(1)).toBeUndefined()
  })

  it('has a name for the root of the disk', async () => {
    expect((await shares.add('/')).name).toBe('root')
  })

  it('shares nothing when the path cannot be opened', async () => {
    const refusing = new Shares({
      openContent: () => Promise.reject(new Error('no')),
      showHidden: () => false,
      onChange: () => (changes += 1),
    })
    await expect(refusing.add('/nope')).rejects.toThrow('no')
    expect([refusing.list, changes]).toEqual([[], 0])
  })

  it('tells that a share has vanished and that it is back, each once', async () => {
    await shares.add('/a')
    await settle()
    changes = 0
    content('/a').isThere = async () => false
    await settle(PRESENCE_INTERVAL_MS * 3)
    expect([shares.views()[0]?.state, changes]).toEqual(['vanished', 1])
    content('/a').isThere = async () => true
    await settle(PRESENCE_INTERVAL_MS)
    expect(shares.views()[0]?.state).toBe('available')
    expect(content('/a').measures).toBe(2)
  })

  it('takes a drive that does not answer for gone, and asks it only once', async () => {
    await shares.add('/a')
    let asked = 0
    content('/a').isThere = () => {
      asked += 1
      return new Promise(() => undefined)
    }
    await settle(20_000)
    expect([shares.views()[0]?.state, asked]).toEqual(['vanished', 1])
  })

  it('counts one share after another in the background', async () => {
    let release: (measure: Measure) => void = () => undefined
    contents.set('/a', new FakeContent('/a'))
    content('/a').count = () => new Promise((resolve) => (release = resolve))
    await shares.add('/a')
    await shares.add('/b')
    await settle()
    expect([content('/a').measures, content('/b').measures]).toEqual([1, 0])
    release({ size: 7, fileCount: 1, sample: null })
    await settle()
    expect(shares.views().map(({ size, fileCount, sample }) => [size, fileCount, sample])).toEqual([
      [7, 1, null],
      [100, 2, 'a.txt'],
    ])
  })

  it('goes on counting when one share cannot be counted', async () => {
    contents.set('/a', new FakeContent('/a'))
    content('/a').count = () => Promise.reject(new Error('EIO'))
    await shares.add('/a')
    await shares.add('/b')
    await settle()
    expect(shares.views().map(({ size }) => size)).toEqual([null, 100])
  })

  it('counts anew when what is hidden has changed, and forgets a count under way', async () => {
    contents.set('/a', new FakeContent('/a'))
    content('/a').count = () => new Promise(() => undefined)
    await shares.add('/a')
    await settle()
    content('/a').count = async () => ({ size: 9, fileCount: 9, sample: null })
    shares.measureAgain()
    await settle()
    expect([content('/a').aborted, content('/a').measures, shares.views()[0]?.size]).toEqual([1, 2, 9])
  })

  it('stops counting a share that is removed', async () => {
    contents.set('/a', new FakeContent('/a'))
    content('/a').count = () => new Promise(() => undefined)
    await shares.add('/a')
    await settle()
    shares.remove(1)
    await settle()
    expect(content('/a').aborted).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})
