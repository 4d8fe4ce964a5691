/**
 * What we accept, Node's parser accepts as well, and reads the same of it: method, target, version, fields and content.
 * Where it does not, the difference is deliberate, and is one of a short list. Two recipients that read one message in
 * two ways are what request smuggling lives on.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSpecimen } from '../fuzz/make-specimen'
import { readCorpus } from '../support/corpus'
import { NodeHttp } from '../support/node-http'
import { readRequests } from '../support/read-requests'
import { differenceOf, DIFFERENCES, findDisagreement } from '../support/second-opinion'

const SEED = 20_261_123
const SPECIMENS = 5000

let node: NodeHttp
/** The differences that the corpus shows. */
const seen = new Set<string>()

beforeAll(async () => {
  node = await NodeHttp.start()
})
afterAll(() => node.stop())

describe('Node’s parser agrees on the corpus:', () => {
  it.each(readCorpus().map((each) => [each.name, each.bytes] as const))('%s', async (_, bytes) => {
    const octets = bytes.toString('latin1')
    const ours = readRequests(bytes)
    const reading = await node.read(bytes)
    expect(findDisagreement(octets, ours, reading)).toBeUndefined()
    for (const request of ours.requests) {
      const difference = differenceOf(request, reading, octets)
      if (difference !== undefined) seen.add(difference.why)
    }
  })

  it('and each difference that we know of is in the corpus', () => {
    expect([...seen].sort()).toEqual(DIFFERENCES.map(({ why }) => why).sort())
  })
})

describe('Node’s parser agrees on what a fuzzer makes', () => {
  it(`of a seed, ${String(SPECIMENS)} times`, async () => {
    let compared = 0
    for (let index = 0; index < SPECIMENS; index += 1) {
      const { octets } = makeSpecimen(SEED, index)
      const bytes = Buffer.from(octets, 'latin1')
      const ours = readRequests(bytes)
      if (ours.requests.length === 0) continue
      compared += 1
      expect(findDisagreement(octets, ours, await node.read(bytes)), `specimen ${String(index)}`).toBeUndefined()
    }
    expect(compared).toBeGreaterThan(SPECIMENS / 4)
  })
})
