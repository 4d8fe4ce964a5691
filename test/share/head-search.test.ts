import { describe, expect, it } from 'vitest'
import type { HeadFindings, HeadTerm } from '../../preload/head-search'
import { ExchangeLog } from '../../main/share/exchange-log'
import type { ExchangeOrigin } from '../../main/share/exchange-log'
import { toRow } from '../../main/share/exchange-record'
import { searchHeads } from '../../main/share/head-search'
import { connectionFacts, finished, received, started } from './support/events'

const origin: ExchangeOrigin = { connection: connectionFacts(), clientId: 7 }
const ignore = (): void => undefined

function emptyLog(headBytes = 1_000_000): ExchangeLog {
  const watcher = {
    exchangeBegan: ignore,
    exchangeChanged: ignore,
    exchangeRemoved: ignore,
    exchangesRestored: ignore,
  }
  return new ExchangeLog({ watcher, limits: { records: 20_000, headBytes } })
}

/** 1 asks for a range, 2 sends an agent and is answered with an entity tag, 3 has not been answered. */
function someLog(): ExchangeLog {
  const log = emptyLog()
  log.receive(received(1, { head: { fields: [{ name: 'Range', value: 'bytes=0-9' }] } }), origin)
  log.start(started(1))
  log.finish(finished(1))
  log.receive(received(2, { head: { fields: [{ name: 'USER-AGENT', value: 'curl/8.5' }] } }), origin)
  log.start(started(2, { headBytes: new TextEncoder().encode('HTTP/1.1 200 OK\r\nETag: "a:b"\r\n\r\n') }))
  log.finish(finished(2))
  log.receive(received(3), origin)
  return log
}

const term = (different: Partial<HeadTerm>): HeadTerm => ({ side: 'either', field: null, test: null, ...different })

async function matchesOf(...terms: HeadTerm[]): Promise<HeadFindings['matches']> {
  return (await searchHeads(someLog(), { terms, afterId: 0, again: [] })).matches
}

describe('searchHeads', () => {
  it('finds fields by name, on either side or on one', async () => {
    expect(
      await matchesOf(
        term({ field: 'range' }),
        term({ field: 'etag' }),
        term({ field: 'etag', side: 'request' }),
        term({ field: 'user-agent', side: 'request' }),
        term({ field: 'bytes=0-9' }),
      ),
    ).toEqual([[1], [2], [], [2], []])
  })

  it('finds what a field’s value holds, is, or looks like, whatever its letter case', async () => {
    expect(
      await matchesOf(
        term({ field: 'range', test: { kind: 'contains', text: 'BYTES' } }),
        term({ field: 'etag', test: { kind: 'equals', text: '"A:B"' } }),
        term({ field: 'user-agent', test: { kind: 'wildcard', text: 'curl/*' } }),
        term({ field: 'user-agent', test: { kind: 'equals', text: 'curl' } }),
      ),
    ).toEqual([[1], [2], [2], []])
  })

  it('finds octets of the whole head', async () => {
    expect(await matchesOf(term({ test: { kind: 'contains', text: '\r\n\r\n' } }))).toEqual([[1, 2, 3]])
    expect(await matchesOf(term({ side: 'response', test: { kind: 'contains', text: '200 ok' } }))).toEqual([[1, 2]])
  })

  it('tells which are still to be answered, and looks at them again', async () => {
    const log = someLog()
    const terms = [term({ field: 'etag' })]
    const first = await searchHeads(log, { terms, afterId: 0, again: [] })
    expect(first).toEqual({ matches: [[2]], gone: [], open: [3], searchedTo: 3, more: false })
    log.start(started(3, { headBytes: new TextEncoder().encode('HTTP/1.1 200 OK\r\nETag: "c"\r\n\r\n') }))
    const second = await searchHeads(log, { terms, afterId: 3, again: [3, 99] })
    expect(second).toEqual({ matches: [[3]], gone: [], open: [], searchedTo: 3, more: false })
  })

  it('tells which have lost their heads', async () => {
    const log = emptyLog(150)
    for (let id = 1; id <= 4; id += 1) {
      log.receive(received(id), origin)
      log.start(started(id))
      log.finish(finished(id))
    }
    const { matches, gone } = await searchHeads(log, { terms: [term({})], afterId: 0, again: [] })
    expect(gone.length).toBeGreaterThan(0)
    expect([...gone, ...(matches[0] ?? [])]).toEqual([1, 2, 3, 4])
  })

  it('tells a long search in parts, and lets others have their turn', async () => {
    const log = emptyLog(50_000_000)
    for (let id = 1; id <= 12_000; id += 1) log.receive(received(id), origin)
    const terms = Array.from({ length: 20 }, (_, at) => term({ field: `x-${String(at)}` }))
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 0)
    const found: number[] = []
    let afterId = 0
    for (let more = true; more;) {
      const part = await searchHeads(log, { terms, afterId, again: [] })
      ;({ searchedTo: afterId, more } = part)
      found.push(part.searchedTo)
    }
    clearInterval(ticking)
    expect(found).toEqual([5000, 10_000, 12_000])
    expect(turns).toBeGreaterThan(0)
  })
})

describe('a row', () => {
  it('tells the agent, its first 256 characters, and the client’s port', () => {
    const log = emptyLog()
    const value = `curl/8.5 ${'x'.repeat(500)}`
    log.receive(received(1, { head: { fields: [{ name: 'User-Agent', value }] } }), origin)
    log.receive(received(2), origin)
    expect(toRow(log.find(1)!)).toMatchObject({ agent: value.slice(0, 256), port: 50_412 })
    expect('agent' in toRow(log.find(2)!)).toBe(false)
  })
})
