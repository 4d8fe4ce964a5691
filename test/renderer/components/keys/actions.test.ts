import { describe, expect, it, vi } from 'vitest'
import { ActionRegistry } from '../../../../renderer/components/keys/action-registry.svelte'
import { actionFor, actionIds, factsOf, keySections, shortcutFor } from '../../../../renderer/components/keys/actions'
import { forgetful } from '../../../../renderer/state/remembered'
import { speakAll } from '../../../../renderer/text/catalogue'

const NOWHERE = { typing: false, onControl: false }

describe('actions', () => {
  it('give each key of a place to one action alone', () => {
    const keys = actionIds.flatMap((id) => factsOf(id).strokes.map((stroke) => `${factsOf(id).place} ${stroke}`))
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it('leave no key of one place to another that is heard at the same time', () => {
    const clashes = (['onRequest', 'inDetail'] as const).flatMap((place) =>
      actionIds
        .filter((id) => factsOf(id).place === place)
        .flatMap((id) => factsOf(id).strokes.filter((stroke) => actionFor(stroke, 'everywhere') !== undefined)),
    )
    expect(clashes).toEqual([])
  })

  it('have a name each', () => {
    expect(actionIds.filter((id) => !(id in speakAll('en').keys))).toEqual([])
  })

  it('are found by their key where it means them', () => {
    expect([actionFor('Escape', 'everywhere'), actionFor('Escape', 'inTable'), actionFor('Q', 'everywhere')]).toEqual([
      'back',
      'leaveTable',
      undefined,
    ])
  })

  it('say their first key', () => {
    expect([shortcutFor('find', 'Ctrl+'), shortcutFor('clear', 'Ctrl+')]).toEqual(['Ctrl+F', undefined])
  })
})

describe('keySections', () => {
  it('puts actions of one line together and leaves out what has no key', () => {
    const sections = keySections('Ctrl+')
    expect(sections.map(({ place }) => place)).toEqual(['everywhere', 'onRequest', 'inTable', 'inTree'])
    const lines = sections.flatMap((section) => section.lines)
    expect(lines).toContainEqual({ says: 'rows', keys: ['↓', 'J', '↑', 'K'] })
    expect(lines.map(({ says }) => says)).not.toContain('clear')
  })
})

describe('ActionRegistry', () => {
  it('runs what is offered and can be done, until it is withdrawn', () => {
    const registry = new ActionRegistry(forgetful())
    const run = vi.fn()
    let able = false
    const withdraw = registry.offer({ pause: { run, enabled: () => able } })
    expect(registry.run('pause')).toBe(false)
    able = true
    expect(registry.run('pause')).toBe(true)
    withdraw()
    expect(registry.run('pause')).toBe(false)
    expect(run).toHaveBeenCalledOnce()
  })

  it('lets a later offer hold until it is withdrawn', () => {
    const registry = new ActionRegistry(forgetful())
    const [first, second] = [vi.fn(), vi.fn()]
    registry.offer({ find: { run: first } })
    const withdrawSecond = registry.offer({ find: { run: second } })
    registry.run('find')
    withdrawSecond()
    registry.run('find')
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1])
  })

  it('hears no single characters once they are switched off, and remembers that', () => {
    const memory = new Map<string, string>()
    const arrangement = {
      getItem: (key: string) => memory.get(key) ?? null,
      setItem: (key: string, value: string) => void memory.set(key, value),
    }
    const registry = new ActionRegistry(arrangement)
    const heard = (each: ActionRegistry): unknown =>
      ['F', 'Space', '?', 'Mod+K', 'Escape'].map((stroke) => each.find(stroke, 'everywhere', NOWHERE))
    expect(heard(registry)).toEqual(['follow', 'pause', 'showKeys', 'showPalette', 'back'])
    registry.singleKeys = false
    expect(heard(registry)).toEqual([undefined, undefined, undefined, 'showPalette', 'back'])
    expect(new ActionRegistry(arrangement).singleKeys).toBe(false)
  })
})
