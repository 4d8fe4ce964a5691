import { expect, it } from 'vitest'
import { lintSet } from '../../../preload/lints'
import { askedHeight } from '../../../renderer/components/detail/detail-tabs'

it('askedHeight leaves a story as it stands, and makes room for the notes below one', () => {
  const row = { state: 'complete' } as const
  const noted = { ...row, lints: lintSet('range-ignored') }
  expect([askedHeight('story', row), askedHeight('story', noted), askedHeight('timing', noted)]).toEqual([0, 400, 0])
})
