import { describe, expect, it } from 'vitest'
import { chunkings } from '../support/chunkings'
import { readCorpus } from '../support/corpus'
import { describeEvents } from '../support/parser-events'

describe('RequestParser reads, whole, byte by byte and split at every position,', () => {
  it.each(readCorpus().map((each) => [each.name, each] as const))('%s', (_, { bytes, expected }) => {
    const withFields = expected.some((line) => line.startsWith('field '))
    for (const [name, chunks] of chunkings(bytes)) {
      expect(describeEvents(chunks, { withFields }), name).toEqual(expected)
    }
  })
})
