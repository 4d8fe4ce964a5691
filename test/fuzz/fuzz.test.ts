import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readVisible } from '../support/visible-octets'
import { asCorpusCase } from './corpus-case'
import { fuzz } from './fuzz'
import { makeSpecimen } from './make-specimen'

describe('makeSpecimen', () => {
  it('makes the same of the same seed, and something else of another', () => {
    const made = (seed: number) => Array.from({ length: 50 }, (_, index) => makeSpecimen(seed, index))
    expect(made(1)).toEqual(made(1))
    expect(made(1)).not.toEqual(made(2))
  })
})

describe('asCorpusCase', () => {
  it('writes octets so that the corpus reads them back', () => {
    const octets = fc.string({ unit: fc.constantFrom(...'a\\\r\n\t\0\x80}{:'), maxLength: 60 })
    fc.assert(fc.property(octets, (text) => readVisible(asCorpusCase(text)) === text))
    for (const octet of ['a', '\n', '\\', '}', '\xff', '{']) {
      const run = octet.repeat(100)
      expect(readVisible(asCorpusCase(`x${run}y`))).toBe(`x${run}y`)
    }
  })
})

describe('The parser and the server', () => {
  // `npm run fuzz` does 100,000, from any seed.
  it('withstand 5,000 requests of a fuzzer', async () => {
    const report = await fuzz({ seed: 20_261_123, count: 5000 })
    expect(report).toMatchObject({ count: 5000, failures: [], brokenRows: 0 })
    expect(report.descriptorDrift ?? 0).toBeLessThanOrEqual(4)
    expect(report.memoryGrowth ?? 0).toBeLessThan(300 * 2 ** 20)
  })
})
