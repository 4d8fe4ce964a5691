import { describe, expect, it } from 'vitest'
import {
  belongsToFocus,
  isCharacter,
  sayStroke,
  strokeOf,
  type Press,
} from '../../../../renderer/components/keys/strokes'

const REST: Omit<Press, 'key'> = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const stroke = (key: string, rest: Partial<Press> = {}, mac = false) => strokeOf({ ...REST, key, ...rest }, mac)

describe('strokeOf', () => {
  it('reads a letter the same whatever its case, and Shift with it apart', () => {
    expect([stroke('f'), stroke('F'), stroke('N', { shiftKey: true })]).toEqual(['F', 'F', 'Shift+N'])
  })

  it('takes a sign for what it is, because Shift only made it', () => {
    expect([stroke('?', { shiftKey: true }), stroke('{', { shiftKey: true }), stroke(' ')]).toEqual(['?', '{', 'Space'])
  })

  it('takes Ctrl for a command, on a Mac ⌘, and the other one for nobody', () => {
    expect(stroke('k', { ctrlKey: true })).toBe('Mod+K')
    expect(stroke('k', { metaKey: true }, true)).toBe('Mod+K')
    expect(stroke('k', { ctrlKey: true }, true)).toBeUndefined()
    expect(stroke('k', { metaKey: true })).toBeUndefined()
  })

  it('reads the letter under Option, which types another one on a Mac', () => {
    expect(stroke('ƒ', { altKey: true, code: 'KeyF' }, true)).toBe('Alt+F')
  })
})

describe('belongsToFocus', () => {
  it('leaves characters, arrows and Escape to a field that takes text, and commands to us', () => {
    const typing = { typing: true, onControl: true }
    expect(['F', 'Space', 'Escape', 'ArrowDown', 'Mod+K', 'Alt+F'].map((each) => belongsToFocus(each, typing))).toEqual(
      [true, true, true, true, false, false],
    )
  })

  it('leaves Space and Enter to what they press', () => {
    const onControl = { typing: false, onControl: true }
    const strokes = ['Space', 'Enter', 'Shift+Enter', 'F']
    expect(strokes.map((each) => belongsToFocus(each, onControl))).toEqual([true, true, true, false])
  })
})

describe('isCharacter', () => {
  it('knows keys that type from keys that do not', () => {
    const strokes = ['F', 'Shift+N', '?', 'Space', 'Mod+K', 'Escape', 'ArrowDown', 'Alt+F']
    expect(strokes.filter(isCharacter)).toEqual(['F', 'Shift+N', '?', 'Space'])
  })
})

describe('sayStroke', () => {
  it('writes keys as keyboards are labelled', () => {
    expect(['Mod+K', 'Mod+\\', 'Mod+,', 'Shift+N', 'ArrowDown', 'Escape'].map((each) => sayStroke(each, '⌘'))).toEqual([
      '⌘K',
      '⌘\\',
      '⌘,',
      'Shift+N',
      '↓',
      'Esc',
    ])
  })
})
