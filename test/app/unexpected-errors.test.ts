import { afterEach, describe, expect, it, vi } from 'vitest'
import { catchUnexpected } from '../../main/app/unexpected-errors'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('catchUnexpected', () => {
  it('hands on what was thrown and what was rejected, and nothing else', () => {
    // Not added for real: the runner listens there too.
    const on = vi.spyOn(process, 'on').mockReturnThis()
    const tell = vi.fn<(error: unknown) => void>()
    catchUnexpected(tell)
    expect(on.mock.calls).toEqual([
      ['uncaughtException', tell],
      ['unhandledRejection', tell],
    ])
  })
})
