import { describe, expect, it } from 'vitest'
import { findWrongAnswers, parseWrkOutput } from '../../bench/load/wrk-output'
import type { WrkTotals } from '../../bench/load/wrk-output'

const PRINTED = `Running 1s test @ http://127.0.0.1:18080/1k.bin
  1 threads and 64 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     2.14ms    1.71ms  15.58ms   84.89%
    Req/Sec    32.39k     7.92k   49.48k    80.00%
  32284 requests in 1.00s, 39.35MB read
Requests/sec:  32156.40
Transfer/sec:     39.19MB

#{"elapsedUs":1003968,"requests":32284,"bytes":41258952,"p50Us":1365,"p99Us":8636,"failed":0,"refused":0}
`

const TOTALS: WrkTotals = {
  ...{ elapsedUs: 1_003_968, requests: 32_284, bytes: 41_258_952 },
  ...{ p50Us: 1365, p99Us: 8636, failed: 0, refused: 0 },
}
const EXPECTED = { wireBytes: 1278, connections: 64 }

describe('parseWrkOutput', () => {
  it('finds the line of totals.lua below what wrk says itself', () => {
    expect(parseWrkOutput(PRINTED)).toEqual(TOTALS)
  })

  it('does not take a run without the line for one that found nothing', () => {
    expect(() => parseWrkOutput('unable to connect to 127.0.0.1:1 Connection refused\n')).toThrow(/Connection refused/)
  })
})

describe('findWrongAnswers', () => {
  it('is content with as many octets as right answers have', () => {
    expect(findWrongAnswers(TOTALS, EXPECTED)).toBeUndefined()
  })

  it('lets one answer of each connection be under way at the end', () => {
    expect(findWrongAnswers({ ...TOTALS, bytes: TOTALS.bytes + 64 * 1278 }, EXPECTED)).toBeUndefined()
  })

  it.each([
    ['one octet is missing', { bytes: TOTALS.bytes - 1 }],
    ['more came than can be under way', { bytes: TOTALS.bytes + 64 * 1278 + 1 }],
    ['a status was above 399', { refused: 1 }],
    ['a connection broke', { failed: 1 }],
    ['there was no answer', { requests: 0, bytes: 0 }],
  ])('notices that %s', (_, changed) => {
    expect(findWrongAnswers({ ...TOTALS, ...changed }, EXPECTED)).toBeTypeOf('string')
  })

  it('allows heads that differ by so many octets', () => {
    const expected = { ...EXPECTED, toleranceBytes: 2 }
    expect(findWrongAnswers({ ...TOTALS, bytes: TOTALS.bytes - 2 * 32_284 }, expected)).toBeUndefined()
    expect(findWrongAnswers({ ...TOTALS, bytes: TOTALS.bytes - 2 * 32_284 - 1 }, expected)).toBeTypeOf('string')
  })
})
