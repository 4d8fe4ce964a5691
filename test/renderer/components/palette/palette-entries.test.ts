import { describe, expect, it, vi } from 'vitest'
import {
  clientEntries,
  commandEntries,
  fileEntries,
  filterEntries,
  numberedEntry,
  requestEntries,
} from '../../../../renderer/components/palette/palette-entries'
import { speakAll } from '../../../../renderer/text/catalogue'
import { exchangeRow } from '../../requests/exchange-row'
import { client } from '../../harness/scenes'

const t = speakAll('en')

describe('commandEntries', () => {
  it('names each command with its key, and leaves out what means nothing there', () => {
    const run = vi.fn()
    const entries = commandEntries(['showPalette', 'pause', 'clear', 'back'], { t, run, command: '⌘' })
    expect(entries.map(({ label, shortcut }) => [label, shortcut])).toEqual([
      ['Pause or resume the view', 'Space'],
      ['Clear the requests; can be undone', undefined],
    ])
    entries[1]?.run()
    expect(run).toHaveBeenCalledExactlyOnceWith('clear')
  })
})

describe('requestEntries', () => {
  const how = { t, open: vi.fn(), now: 0 }

  it('lists the newest first, with hostile targets made inert', () => {
    const rows = [
      exchangeRow({ id: 1, target: '/a' }),
      exchangeRow({ id: 2, method: null, target: null, status: 400 }),
      exchangeRow({ id: 3, target: '/x\u0007y' }),
    ]
    expect(requestEntries(rows, how).map(({ label, aside }) => [label, aside])).toEqual([
      ['#3 GET /x\\u{7}y', '200'],
      [`#2 ${t.requests.unreadRequest}`, '400'],
      ['#1 GET /a', '200'],
    ])
  })

  it('finds any request by its number', () => {
    const find = (id: number) => (id === 9301 ? exchangeRow({ id, target: '/film' }) : undefined)
    expect(['9301', ' #9301 ', '9302', '9301x', ''].map((typed) => numberedEntry(typed, find, how)?.id)).toEqual([
      'request-9301',
      'request-9301',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('fileEntries', () => {
  it('lists each file once and leads to its newest request', () => {
    const open = vi.fn()
    const file = { shareId: 1, path: 'films/a.mkv', size: 1, ranges: [] }
    const rows = [exchangeRow({ id: 1, file }), exchangeRow({ id: 2, file }), exchangeRow({ id: 3, file: null })]
    const entries = fileEntries(rows, open)
    expect(entries.map(({ label, aside, icon }) => [label, aside, icon])).toEqual([['films/a.mkv', '#2', 'film']])
    entries[0]?.run()
    expect(open).toHaveBeenCalledExactlyOnceWith(2)
  })
})

describe('filterEntries', () => {
  it('finds a filter by its name and by what it says, and applies it', () => {
    const apply = vi.fn()
    const [entry] = filterEntries([{ name: 'Unfinished\u202e', query: 'is:aborted' }], apply)
    expect([entry?.label, entry?.aside]).toEqual(['Unfinished\\u{202e}', 'is:aborted'])
    entry?.run()
    expect(apply).toHaveBeenCalledExactlyOnceWith('is:aborted')
  })
})

describe('clientEntries', () => {
  it('names clients by what they are called, and finds them by address too', () => {
    const [named, bare] = clientEntries(
      [client(1, { name: 'Anna’s phone', address: '10.0.0.7' }), client(2, { agent: 'curl 8.5', address: '10.0.0.8' })],
      vi.fn(),
    )
    expect([named?.label, named?.aside, bare?.label, bare?.aside]).toEqual([
      'Anna’s phone',
      '10.0.0.7',
      '10.0.0.8',
      'curl 8.5',
    ])
    expect(named?.keywords).toContain('10.0.0.7')
  })
})
