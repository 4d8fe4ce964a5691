import { describe, expect, it } from 'vitest'
import { markOfKey } from '../../../renderer/components/keeping/marks'

describe('markOfKey', () => {
  it.each([
    ['1', 1],
    ['7', 7],
    ['0', null],
    ['8', undefined],
    ['m', undefined],
  ])('takes %s for %s', (key, mark) => {
    expect(markOfKey(key)).toBe(mark)
  })
})
