import { describe, expect, it } from 'vitest'
import { plainHint, type ElementFacts } from '../../../../renderer/components/hints/plain-hint'

const NOTHING: ElementFacts = { title: null, label: null, keys: null, text: '' }

describe('plainHint', () => {
  it.each<[string, Partial<ElementFacts>, string]>([
    [
      'the title, with its key',
      { title: 'Pause the view  Space', label: 'Pause', keys: 'Space' },
      'Pause the view · Space',
    ],
    ['a title of two lines as one', { title: 'Only Anna\ncurl 8.5' }, 'Only Anna · curl 8.5'],
    ['the name, where there is no title', { label: 'Close', text: 'x' }, 'Close'],
    ['the words that are seen, and the key', { text: ' Story ', keys: '1' }, 'Story · 1'],
    ['nothing of what says nothing', { keys: '1' }, ''],
  ])('says %s', (_, facts, says) => {
    expect(plainHint({ ...NOTHING, ...facts })).toBe(says)
  })

  it('says no more than a line can hold', () => {
    expect(plainHint({ ...NOTHING, text: 'a'.repeat(10_000) })).toHaveLength(200)
  })
})
