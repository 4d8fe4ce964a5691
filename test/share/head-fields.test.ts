import { describe, expect, it } from 'vitest'
import { ContractError } from '../../preload/arguments'
import { fieldsWanted, isFieldName, MOST_FIELD_ROWS } from '../../preload/head-fields'
import { ExchangeLog, LOG_LIMITS } from '../../main/share/exchange-log'
import { readFields } from '../../main/share/head-fields'
import { connectionFacts, received, started } from './support/events'

const nothing = (): void => undefined
const watcher = {
  exchangeBegan: nothing,
  exchangeChanged: nothing,
  exchangeRemoved: nothing,
  exchangesRestored: nothing,
}

function logWith(request: string, response: string): ExchangeLog {
  const log = new ExchangeLog({ watcher, limits: LOG_LIMITS })
  log.receive(received(1), { connection: connectionFacts(), clientId: 1 })
  log.start(started(1))
  const record = log.find(1)!
  record.requestHead = Buffer.from(request, 'latin1')
  record.responseHead = Buffer.from(response, 'latin1')
  return log
}

describe('readFields', () => {
  const log = logWith(
    'GET / HTTP/1.1\r\nHOST:  example.org \r\nX-Long: ' + 'y'.repeat(300) + '\r\nX-Two: 1\r\nX-Two: 2\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Two: 3\r\n\r\n',
  )
  const read = (side: 'request' | 'response' | 'either', name: string): string | null | undefined =>
    readFields(log, { ids: [1], fields: [{ side, name }] })[0]?.values[0]

  it.each([
    ['request', 'host', 'example.org'],
    ['response', 'host', null],
    ['either', 'content-type', 'text/html'],
    ['either', 'x-two', '1'],
    ['response', 'x-two', '3'],
    ['either', 'get / http/1.1', null],
    ['either', 'none', null],
  ] as const)('finds in %s the field %s', (side, name, value) => {
    expect(read(side, name)).toBe(value)
  })

  it('cuts a value that no cell can show', () => {
    expect(read('request', 'x-long')).toHaveLength(256)
  })

  it('passes over what has left memory', () => {
    expect(readFields(log, { ids: [9, 1], fields: [] })).toEqual([{ id: 1, values: [] }])
  })
})

describe('fieldsWanted', () => {
  it('reads names without their case', () => {
    const fields = [{ side: 'either', name: 'Accept-Language', more: 1 }]
    expect(fieldsWanted({ ids: [1], fields })).toEqual({
      ids: [1],
      fields: [{ side: 'either', name: 'accept-language' }],
    })
  })

  it.each([
    [{ ids: Array(MOST_FIELD_ROWS + 1).fill(1), fields: [] }],
    [{ ids: [1], fields: [{ side: 'both', name: 'a' }] }],
    [{ ids: [1], fields: [{ side: 'either', name: 'a b' }] }],
    [{ ids: [1], fields: [{ side: 'either', name: '' }] }],
  ])('refuses %j', (value) => {
    expect(() => fieldsWanted(value)).toThrow(ContractError)
  })

  it('knows a token from what is none', () => {
    expect(['If-Range', "x!#$%&'*+.^_`|~", 'a:b', '', 'ü'].map(isFieldName)).toEqual([true, true, false, false, false])
  })
})
