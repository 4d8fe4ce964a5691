import { describe, expect, it } from 'vitest'
import { shortcutOf, type KeyPress } from '../../../../renderer/components/keys/shortcut'

const REST: Omit<KeyPress, 'key'> = { ctrlKey: false, metaKey: false, altKey: false, typing: false, onControl: false }
const press = (key: string, rest: Partial<KeyPress> = {}, mac = false) => shortcutOf({ ...REST, key, ...rest }, mac)

describe('shortcutOf', () => {
  it('reads single letters, whatever their case', () => {
    expect([press('f'), press('F'), press(' '), press('?'), press('/'), press('Escape')]).toEqual([
      'follow',
      'follow',
      'pause',
      'show-keys',
      'find',
      'back',
    ])
  })

  it('leaves single letters to a field that takes text', () => {
    expect([press('f', { typing: true }), press(' ', { typing: true }), press('Escape', { typing: true })]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('leaves Space to what it presses', () => {
    expect(press(' ', { onControl: true })).toBeUndefined()
    expect(press('f', { onControl: true })).toBe('follow')
  })

  it('takes Ctrl for a command, on a Mac ⌘, even while typing', () => {
    expect(press('l', { ctrlKey: true, typing: true })).toBe('copy-address')
    expect(press('l', { metaKey: true }, true)).toBe('copy-address')
    expect(press('l', { ctrlKey: true }, true)).toBeUndefined()
    expect(press('l', { metaKey: true })).toBeUndefined()
  })

  it('takes no other combination', () => {
    expect([press('f', { altKey: true }), press('x', { ctrlKey: true }), press('x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
