import { describe, expect, it } from 'vitest'
import { code, plain, rich, strong } from '../../../renderer/text/rich-text'

describe('rich', () => {
  it('keeps stressed parts apart and strings as text', () => {
    expect(rich`${strong('5')} of ${'<b>6</b>'}`).toEqual([{ strong: '5' }, ' of ', '<b>6</b>'])
  })

  it('gives the sentence without its stresses', () => {
    expect(plain(rich`a ${strong('b')} ${code('c')}`)).toBe('a b c')
  })
})
