import { describe, expect, it } from 'vitest'
import { parseProcessorTicks } from '../../bench/load/process-tree'

describe('parseProcessorTicks', () => {
  it('adds the time of user and system, whatever the program is called', () => {
    const stat = '4242 (a ) 1 2 (x) S 1 4242 4242 0 -1 4194560 1200 0 0 0 731 269 0 0 20 0 11 0 5000 1 2 3'
    expect(parseProcessorTicks(stat)).toBe(1000)
  })

  it('takes a process that has gone for one that did nothing', () => {
    expect(parseProcessorTicks('')).toBe(0)
  })
})
