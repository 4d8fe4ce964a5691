import { describe, expect, it } from 'vitest'
import { phasesOf } from '../../../renderer/components/detail/exchange-phases'

describe('phasesOf', () => {
  it('gives the three phases of an exchange that has ended', () => {
    expect(phasesOf({ headComplete: 0.2, responseStarted: 0.9, ended: 40 }, 0)).toEqual([
      { key: 'head', from: 0, until: 0.2, running: false },
      { key: 'decide', from: 0.2, until: 0.9, running: false },
      { key: 'send', from: 0.9, until: 40, running: false },
    ])
  })

  it('lets the last phase run to now', () => {
    expect(phasesOf({ headComplete: 1, responseStarted: 2, ended: null }, 500).at(-1)).toEqual({
      key: 'send',
      from: 2,
      until: 500,
      running: true,
    })
  })

  it('ends an exchange in the phase it did not get beyond', () => {
    expect(phasesOf({ headComplete: 1, responseStarted: null, ended: 9 }, 0)).toEqual([
      { key: 'head', from: 0, until: 1, running: false },
      { key: 'decide', from: 1, until: 9, running: false },
    ])
  })

  it('knows of a head that is still being read', () => {
    expect(phasesOf({ headComplete: null, responseStarted: null, ended: null }, 70)).toEqual([
      { key: 'head', from: 0, until: 70, running: true },
    ])
  })
})
