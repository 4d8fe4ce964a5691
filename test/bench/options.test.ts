import { describe, expect, it } from 'vitest'
import { OptionError, parseOptions } from '../../bench/options'

const NAMES = { workloads: ['large', 'small', 'ranges'], peers: ['porthole', 'nginx', 'sirv'] }
const read = (line: string) => parseOptions(line.split(' ').filter(Boolean), NAMES)

describe('parseOptions', () => {
  it('measures everything unless told otherwise', () => {
    expect(read('')).toEqual({
      ...{ isQuick: false, only: undefined, peers: undefined, rounds: 5, durationMs: 3000 },
      ...{ report: undefined, results: undefined },
    })
  })

  it('is shorter when it has to be quick', () => {
    expect(read('--quick')).toMatchObject({ isQuick: true, rounds: 3, durationMs: 1000 })
  })

  it('takes names, rounds and files', () => {
    const line = '--quick --only small,ranges --peers nginx,sirv --rounds 7 --seconds 2 --report a.md --results b.json'
    expect(read(line)).toEqual({
      ...{ isQuick: true, only: ['small', 'ranges'], peers: ['nginx', 'sirv'], rounds: 7, durationMs: 2000 },
      ...{ report: 'a.md', results: 'b.json' },
    })
  })

  it.each([
    ['--only tiny', 'Cannot take --only "tiny": expected some of large, small, ranges'],
    ['--peers apache', 'Cannot take --peers "apache": expected some of porthole, nginx, sirv'],
    ['--rounds 0', 'Cannot take --rounds "0": expected a whole number from 1 to 99'],
    ['--seconds 1.5', 'Cannot take --seconds "1.5": expected a whole number from 1 to 60'],
  ])('refuses %s', (line, message) => {
    expect(() => read(line)).toThrow(new OptionError(message))
  })

  it('refuses an option that there is not', () => {
    expect(() => read('--fast')).toThrow(OptionError)
  })
})
