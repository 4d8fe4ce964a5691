import { describe, expect, it } from 'vitest'
import { commandArguments } from '../../preload/contract'
import { readContent } from '../../main/share/read-content'
import type { ExchangeRecord } from '../../main/share/exchange-record'
import type { Share } from '../../main/share/shares'

const FILE = { shareId: 1, path: 'sub/a.txt', size: 5, ranges: [] }
const asked: unknown[] = []

function read(record: Partial<ExchangeRecord> | undefined, entityTag = '"a"', share: Partial<Share> | null = {}) {
  const content = {
    readPiece: (names: readonly string[], piece: unknown) => {
      asked.push([names, piece])
      return Promise.resolve({ bytes: new TextEncoder().encode('hello'), size: 5, entityTag })
    },
  }
  const shares = { find: () => (share === null ? undefined : ({ content, ...share } as unknown as Share)) }
  const log = { find: () => record as ExchangeRecord | undefined }
  return readContent(log, shares, { exchangeId: 7, offset: 2, length: 3 })
}

describe('readContent', () => {
  it('reads the file that the exchange carried, and tells whether it still is that version', async () => {
    const piece = { bytes: btoa('hello'), size: 5 }
    expect(await read({ file: FILE, entityTag: '"a"' })).toEqual({ ...piece, isSameVersion: true })
    expect(await read({ file: FILE, entityTag: '"b"' })).toEqual({ ...piece, isSameVersion: false })
    expect(asked[0]).toEqual([['sub', 'a.txt'], { offset: 2, length: 3 }])
  })

  it('gives null without a record, a file or a share', async () => {
    expect(await read(undefined)).toBe(null)
    expect(await read({ file: null })).toBe(null)
    expect(await read({ file: FILE }, '"a"', null)).toBe(null)
    expect(await read({ file: FILE }, '"a"', { content: null })).toBe(null)
  })
})

describe('the argument of readContent', () => {
  it.each([
    { exchangeId: 1, offset: 0, length: 0 },
    { exchangeId: 1, offset: 0, length: 65_537 },
    { exchangeId: 1, offset: -1, length: 5 },
    { exchangeId: 1, offset: 0.5, length: 5 },
    { exchangeId: '1', offset: 0, length: 5 },
  ])('is refused as %j', (value) => {
    expect(() => commandArguments.readContent(value)).toThrow()
  })

  it('is a fresh value', () => {
    const value = { exchangeId: 1, offset: 0, length: 65_536 }
    expect(commandArguments.readContent({ ...value, path: '/etc' })).toEqual(value)
  })
})
