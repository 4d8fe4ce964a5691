import { describe, expect, it } from 'vitest'
import type { PaletteEntry } from '../../../../renderer/components/palette/entry'
import { findEntries } from '../../../../renderer/components/palette/find-entries'

const run = (): void => undefined
const entry = (id: string, label: string, rest: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id,
  group: 'commands',
  icon: 'gear',
  label,
  run,
  ...rest,
})

const ENTRIES = [
  entry('pause', '暂停或继续显示', { keywords: 'Pause or resume the view' }),
  entry('follow', 'Follow the newest request'),
  entry('appearance', 'Settings: Appearance', { group: 'settings' }),
  ...Array.from({ length: 30 }, (_, at) =>
    entry(`request-${String(at)}`, `#${String(at)} GET /films/lighthouse-${String(at)}.mkv`, { group: 'requests' }),
  ),
  entry('anna', 'Anna’s phone', { group: 'clients', keywords: '192.168.1.31 Safari on iOS' }),
]

function found(typed: string): string[] {
  return findEntries(ENTRIES, typed).flatMap(({ entries }) => entries.map((each) => each.entry.id))
}

describe('findEntries', () => {
  it('lists what can be done before anything is typed, and no requests', () => {
    expect(found('  ')).toEqual(['pause', 'follow', 'appearance'])
  })

  it('finds by what is shown and by what goes with it', () => {
    expect([found('newest'), found('resume'), found('暂停'), found('168.1.31')]).toEqual([
      ['follow'],
      ['pause'],
      ['pause'],
      ['anna'],
    ])
  })

  it('forgives one wrong letter a word, and words in another order', () => {
    expect(found('apearance')).toEqual(['appearance'])
    expect(found('request newest')).toEqual(['follow'])
  })

  it('keeps each kind short, the best fit first', () => {
    expect(found('lighthouse')).toHaveLength(8)
    expect(found('lighthouse-7.mkv')[0]).toBe('request-7')
  })

  it('tells which letters were hit, and none for what hit the keywords alone', () => {
    const parts = (typed: string): unknown => findEntries(ENTRIES, typed)[0]?.entries[0]?.parts
    expect(parts('newest')).toEqual([
      { text: 'Follow the ', hit: false },
      { text: 'newest', hit: true },
      { text: ' request', hit: false },
    ])
    expect(parts('safari')).toEqual([{ text: 'Anna’s phone', hit: false }])
  })

  it('takes signs of a regular expression for what they are', () => {
    expect(found('(.*[')).toEqual([])
  })
})
