import { describe, expect, it } from 'vitest'
import { placeBeside, readPlacement, restoreBounds } from '../../main/app/window-placement'

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 }
const SCREEN_TO_THE_LEFT = { x: -1920, y: 0, width: 1920, height: 1080 }

describe('restoreBounds', () => {
  it('gives the default size on the first run', () => {
    expect(restoreBounds(undefined, [LAPTOP])).toEqual({ width: 1280, height: 800 })
  })

  it('gives the bounds of the last run while a display shows them', () => {
    const last = { x: -1800, y: 40, width: 1000, height: 700 }
    expect(restoreBounds(last, [LAPTOP, SCREEN_TO_THE_LEFT])).toEqual(last)
  })

  it.each([
    ['the display has gone', { x: -1800, y: 40, width: 1000, height: 700 }],
    ['only a sliver of the title bar is left', { x: 1400, y: 40, width: 1000, height: 700 }],
    ['the title bar is above the display', { x: 100, y: -60, width: 1000, height: 700 }],
  ])('gives only the size when %s', (_, last) => {
    expect(restoreBounds(last, [LAPTOP])).toEqual({ width: 1000, height: 700 })
  })

  it('never goes below the smallest size', () => {
    expect(restoreBounds({ x: 10, y: 40, width: 10, height: 10 }, [LAPTOP])).toEqual({
      x: 10,
      y: 40,
      width: 880,
      height: 560,
    })
  })
})

describe('readPlacement', () => {
  const whole = { x: 1, y: -2, width: 1000, height: 700, maximized: true }

  it('reads what was kept, and nothing that stands beside it', () => {
    expect(readPlacement({ ...whole, displayId: 7 })).toEqual(whole)
  })

  it('takes a window without a word on it as not maximized', () => {
    expect(readPlacement({ ...whole, maximized: 'yes' })).toEqual({ ...whole, maximized: false })
  })

  it.each([undefined, null, 'big', [], {}, { ...whole, x: 0.5 }, { ...whole, width: '1000' }, { ...whole, y: 1e300 }])(
    'makes nothing of %j',
    (kept) => {
      expect(readPlacement(kept)).toBeUndefined()
    },
  )
})

describe('placeBeside', () => {
  const size = { width: 960, height: 700 }

  it('goes a step to the right and down from the other window', () => {
    expect(placeBeside({ x: 0, y: 25, width: 1280, height: 800 }, size, [LAPTOP])).toEqual({ x: 32, y: 57, ...size })
  })

  it.each([
    ['there is none', undefined],
    ['it would leave the display', { x: 900, y: 40, width: 500, height: 700 }],
  ])('leaves the place to the system when %s', (_, other) => {
    expect(placeBeside(other, size, [LAPTOP])).toEqual(size)
  })
})
