import { describe, expect, it } from 'vitest'
import { FilterBox } from '../../../renderer/state/filter-box.svelte'

describe('FilterBox', () => {
  it('keeps the last filter that could be read in force while the text cannot be', () => {
    let applied = 0
    const box = new FilterBox(() => (applied += 1))
    box.write('status:404')
    const { query } = box
    for (const text of ['status:', 'status:4x', 'status:404 (', 'status:404 "a', 'is:nothing']) {
      box.write(text)
      expect([text, box.text, box.parsed.ok, box.query === query, box.applied]).toEqual([
        text,
        text,
        false,
        true,
        'status:404',
      ])
    }
    box.write('')
    expect([box.query, box.applied, applied]).toEqual([null, '', 2])
  })
})
