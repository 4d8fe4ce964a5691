import { describe, expect, it } from 'vitest'
import { chooseExample, countClasses } from '../../../../renderer/components/lesson/choose-example'
import { chapterIds } from '../../../../renderer/state/lesson.svelte'
import { exchangeRow } from '../../requests/exchange-row'

const film = { shareId: 1, path: 'film.mkv', size: 1000, ranges: [[500, 999]] as const }

const LOG = [
  exchangeRow({ id: 1, status: 206, file: film }),
  exchangeRow({ id: 2, status: 304, state: 'not-modified', file: null }),
  exchangeRow({ id: 3, method: 'OPTIONS', status: 204, file: null }),
  exchangeRow({ id: 4, version: '1.0', status: 404, state: 'error', file: null }),
  exchangeRow({ id: 5, ordinal: 3, file: null }),
  exchangeRow({ id: 6, contentLength: null, file: null }),
  exchangeRow({ id: 7 }),
  exchangeRow({ id: 8, method: null, target: null, status: 400, state: 'malformed', file: null }),
]

describe('chooseExample', () => {
  it('takes for each chapter what shows it best', () => {
    const chosen = Object.fromEntries(chapterIds.map((chapter) => [chapter, chooseExample(chapter, LOG)?.id]))
    expect(chosen).toEqual({
      request: 7,
      response: 7,
      methods: 3,
      status: 4,
      stateless: 5,
      media: 7,
      connections: 5,
      caching: 2,
      ranges: 1,
      chunked: 6,
      versions: 4,
    })
  })

  it('takes the newest among equals', () => {
    expect(chooseExample('ranges', [...LOG, exchangeRow({ id: 9, status: 206, file: film })])?.id).toBe(9)
  })

  it('lets what somebody asked go before what we asked ourselves, however well that fits', () => {
    const ours = exchangeRow({ id: 9, status: 206, file: film, replayed: true })
    const theirs = exchangeRow({ id: 1, status: 416, state: 'error', file: null })
    expect(chooseExample('ranges', [theirs, ours])?.id).toBe(1)
    expect(chooseExample('ranges', [ours])?.id).toBe(9)
  })

  it('gives nothing where nothing shows it', () => {
    expect(chooseExample('caching', [exchangeRow()])).toBeUndefined()
    expect(chooseExample('request', [])).toBeUndefined()
  })
})

describe('countClasses', () => {
  it('counts answers by their first digit, and what is no answer not at all', () => {
    const statuses = [200, 206, 304, 404, null, 503, 999]
    expect(countClasses(statuses.map((status) => exchangeRow({ status })))).toEqual([0, 2, 1, 1, 1])
  })
})
