/** What the real disk and the real thread cannot be made to do at a given moment. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { digestFile, PIECE_BYTES, type DigestSources } from '../../../main/share/digest/digest-file'
import type { DigestSubject } from '../../../main/share/digest/digest-subject'
import { Digests } from '../../../main/share/digest/digests'
import type { ExchangeRecord } from '../../../main/share/exchange-record'
import type { Share } from '../../../main/share/shares'

const SIZE = 2 * PIECE_BYTES + 5
const FILE = new Uint8Array(SIZE).map((_, at) => at % 251)
const TAG = '"a"'
const subject: DigestSubject = {
  shareId: 1,
  path: 'film.bin',
  size: SIZE,
  entityTag: TAG,
  isWhole: true,
  spans: [],
  leftOut: 0,
}
const sha256 = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex')

/** A hasher on this thread; `log` says what was done with it. */
function hasherOf(log: string[] = []): DigestSources['startHasher'] {
  return (spans) => {
    const taken: Uint8Array[] = []
    return {
      take: async (_, bytes) => void taken.push(bytes),
      finish: async () => spans.map(() => sha256(Buffer.concat(taken))),
      close: () => void log.push('closed'),
    }
  }
}

/** Reads from memory; `tags` are those of one look after the other, the last one for all that follow. */
function sourcesOf(tags: readonly string[], different: Partial<DigestSources> = {}): DigestSources {
  let look = 0
  return {
    read: async (offset, length) => {
      const entityTag = tags[Math.min(look, tags.length - 1)] ?? TAG
      look += 1
      return { bytes: FILE.slice(offset, offset + length), size: SIZE, entityTag }
    },
    startHasher: hasherOf(),
    isServing: () => false,
    monotonic: () => 0,
    rest: async () => undefined,
    ...different,
  }
}

const watch = (signal = new AbortController().signal) => ({ signal, onProgress: () => undefined })

describe('digestFile', () => {
  it('looks at the version before every piece and after the last', async () => {
    const done = { kind: 'done', whole: sha256(FILE), ofSpans: [] }
    const changed = { kind: 'failed', reason: 'changed' }
    expect(await digestFile(subject, sourcesOf([TAG]), watch())).toEqual(done)
    for (let looks = 0; looks < 4; looks += 1) {
      const tags = [...Array<string>(looks).fill(TAG), '"b"']
      expect([looks, await digestFile(subject, sourcesOf(tags), watch())]).toEqual([looks, changed])
    }
    expect(await digestFile(subject, sourcesOf([TAG, TAG, TAG, TAG, '"b"']), watch())).toEqual(done)
    // Another file stood there for a moment, and was read.
    expect(await digestFile(subject, sourcesOf([TAG, '"b"', TAG]), watch())).toEqual(changed)
  })

  it('takes a file that has become shorter for a changed one, and one that cannot be read for gone', async () => {
    const short = sourcesOf([TAG], {
      read: async (offset) => ({ bytes: FILE.slice(offset, offset + 10), size: SIZE, entityTag: TAG }),
    })
    expect(await digestFile(subject, short, watch())).toEqual({ kind: 'failed', reason: 'changed' })
    const gone = sourcesOf([TAG], { read: async () => undefined })
    expect(await digestFile(subject, gone, watch())).toEqual({ kind: 'failed', reason: 'gone' })
  })

  it('rests three times as long as it works while somebody is served, and not at all otherwise', async () => {
    const rests: number[] = []
    const serving = [true, false, true]
    let at = 0
    const sources = sourcesOf([TAG], {
      isServing: () => serving.shift() ?? false,
      monotonic: () => (at += 10),
      rest: async (ms) => void rests.push(ms),
    })
    await digestFile(subject, sources, watch())
    expect(rests).toEqual([30, 30])
  })

  it('reads nothing more once it is given up, and ends its thread', async () => {
    const log: string[] = []
    const end = new AbortController()
    let reads = 0
    const sources = sourcesOf([TAG], {
      startHasher: hasherOf(log),
      read: async (offset, length) => {
        reads += 1
        end.abort()
        return { bytes: FILE.slice(offset, offset + length), size: SIZE, entityTag: TAG }
      },
    })
    await expect(digestFile(subject, sources, watch(end.signal))).rejects.toThrow('abort')
    expect([reads, log]).toEqual([1, ['closed']])
  })
})

/** The exchanges 1 and 2 carried a file each; `release` lets the disk answer the read that waits longest. */
function digestsOver(startHasher = hasherOf()) {
  const waiting: (() => void)[] = []
  const unexpected: unknown[] = []
  const content = {
    readPiece: (names: readonly string[], { offset, length }: { readonly offset: number; readonly length: number }) =>
      new Promise((resolve) => {
        const bytes = FILE.slice(offset, offset + length)
        waiting.push(() => {
          resolve({ bytes, size: SIZE, entityTag: names[0] })
        })
      }),
  }
  const record = (id: number): Partial<ExchangeRecord> => {
    const file = { shareId: 1, path: String(id), size: SIZE, ranges: [] }
    const ended = { hasEnded: true, sentBytes: SIZE, transferId: null }
    return { id, method: 'GET', status: 200, file, entityTag: String(id), ...ended }
  }
  const digests = new Digests({
    log: { find: (id) => (id > 2 ? undefined : (record(id) as ExchangeRecord)), active: new Set() },
    transfers: { find: () => undefined },
    shares: { find: () => ({ content }) as unknown as Share },
    now: () => 7,
    onUnexpected: (error) => unexpected.push(error),
    startHasher,
  })
  const release = async (): Promise<void> => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    waiting.shift()?.()
  }
  return { digests, release, unexpected, kinds: () => [digests.read(1)?.kind, digests.read(2)?.kind] }
}

describe('Digests', () => {
  it('computes one at a time, in the order in which they were asked for', async () => {
    const { digests, release, kinds } = digestsOver()
    expect([digests.compute(1), digests.compute(2), digests.compute(3)]).toEqual([true, true, false])
    expect(kinds()).toEqual(['reading', 'waiting'])
    await release()
    await expect.poll(() => digests.read(1)).toMatchObject({ readBytes: PIECE_BYTES, wholeBytes: SIZE })
    for (let looks = 0; looks < 3; looks += 1) await release()
    await expect.poll(kinds).toEqual(['done', 'reading'])
    for (let looks = 0; looks < 4; looks += 1) await release()
    await expect.poll(kinds).toEqual(['done', 'done'])
    expect(digests.read(2)).toMatchObject({ at: 7, whole: sha256(FILE) })
  })

  it('gives up what is cancelled, even while the disk does not answer, and keeps what is done', async () => {
    const { digests, release, kinds, unexpected } = digestsOver()
    digests.compute(1)
    digests.compute(2)
    digests.cancel(1)
    expect(kinds()).toEqual([undefined, 'waiting'])
    for (let looks = 0; looks < 5; looks += 1) await release()
    await expect.poll(kinds).toEqual([undefined, 'done'])
    digests.cancel(2)
    expect([kinds(), unexpected]).toEqual([[undefined, 'done'], []])
  })

  it('says that the thread broke, and begins anew when it is asked again', async () => {
    let isBroken = true
    const broken = new Error('Cannot hash any more: the thread has ended')
    const { digests, release, kinds, unexpected } = digestsOver((spans) => ({
      ...hasherOf()(spans),
      take: async () => {
        if (isBroken) throw broken
      },
    }))
    digests.compute(1)
    await release()
    await release()
    await expect.poll(() => digests.read(1)).toEqual({ kind: 'failed', reason: 'broken' })
    expect(unexpected).toEqual([broken])
    isBroken = false
    digests.compute(1)
    expect(kinds()[0]).toBe('reading')
    digests.close()
    expect(kinds()[0]).toBe(undefined)
    await release()
  })
})
