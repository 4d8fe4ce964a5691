import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Slices, sortInSlices } from '../../main/files/slices'

describe('sortInSlices', () => {
  it('sorts like sort, stably', async () => {
    const item = fc.record({ key: fc.nat(50), id: fc.nat() })
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 3000, size: 'max' }), async (items) => {
        const compare = (a: { key: number }, b: { key: number }) => a.key - b.key
        expect(await sortInSlices(items, compare, new Slices())).toEqual([...items].sort(compare))
      }),
      { numRuns: 20 },
    )
  })

  it('lets the event loop go on while it sorts 100,000 names', async () => {
    const names = Array.from({ length: 100_000 }, (_, at) => `file ${String((at * 7919) % 100_000)}`)
    const { compare } = new Intl.Collator('en', { numeric: true })
    let turns = 0
    const counter = setInterval(() => (turns += 1), 0)
    const sorted = await sortInSlices(names, compare, new Slices())
    clearInterval(counter)
    expect(turns).toBeGreaterThan(10)
    expect(sorted.slice(0, 3)).toEqual(['file 0', 'file 1', 'file 2'])
  })
})
