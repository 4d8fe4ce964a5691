/** HAR files of others, written by hand after what the programs save, and one of our own. */
import { describe, expect, it } from 'vitest'
import { harText } from '../../../main/share/export/har'
import { readKeptHead } from '../../../main/share/export/kept-head'
import { lintSet } from '../../../preload/lints'
import type { ExchangeDetail } from '../../../preload/views'
import { openHarFile } from '../../../renderer/exchange/har-file'
import { openSavedFile } from '../../../renderer/exchange/open-saved-file'
import type { SavedSession } from '../../../renderer/exchange/session-file'
import { exchangeDetail } from '../detail/exchange-detail'
import { exchangeRow } from '../requests/exchange-row'

const STARTED = '2026-07-01T14:05:09.412Z'

function har(
  entries: readonly unknown[],
  log: object = { creator: { name: 'WebInspector', version: '537.36' } },
): Blob {
  return new Blob([JSON.stringify({ log: { version: '1.2', ...log, entries } })])
}

async function open(file: Blob): Promise<SavedSession> {
  const opened = await openSavedFile(file, 'x.har')
  if ('code' in opened) throw new Error(JSON.stringify(opened))
  return opened
}

/** What a browser saves of a request, with what a test says of it. */
function entry(different: object = {}, request: object = {}, response: object = {}): object {
  return {
    startedDateTime: STARTED,
    time: 30,
    request: {
      method: 'GET',
      url: 'http://studio.local:8080/a%20b.txt?x=1',
      httpVersion: 'HTTP/1.1',
      headers: [{ name: 'Host', value: 'studio.local:8080' }],
      queryString: [],
      cookies: [],
      headersSize: 100,
      bodySize: 0,
      ...request,
    },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      headers: [{ name: 'Content-Type', value: 'text/plain' }],
      cookies: [],
      content: { size: 2100, mimeType: 'text/plain', text: 'x'.repeat(2100) },
      redirectURL: '',
      headersSize: 100,
      bodySize: 2100,
      ...response,
    },
    cache: {},
    timings: { blocked: 2, dns: 1, connect: 7, ssl: -1, send: 1, wait: 9, receive: 10 },
    ...different,
  }
}

const textOf = (base64: string | null | undefined): string => Buffer.from(base64 ?? '', 'base64').toString('utf8')

describe('openHarFile', () => {
  it('takes over what Chrome saves, with times from the first octet of the request', async () => {
    const saved = await open(har([entry({ connection: '41312', serverIPAddress: '192.168.1.20' })]))
    expect(saved).toMatchObject({ kind: 'har', problems: [], leftOut: 0, clients: [{ name: 'WebInspector 537.36' }] })
    expect(saved.rows[0]).toMatchObject({
      id: 1,
      at: Date.parse(STARTED) + 10,
      connectionId: 1,
      ordinal: 1,
      method: 'GET',
      target: '/a%20b.txt?x=1',
      version: '1.1',
      state: 'complete',
      status: 200,
      sentBytes: 2100,
      firstByteMs: 10,
      elapsedMs: 20,
      file: null,
    })
    const detail = await saved.readDetail(1)
    expect(detail).toMatchObject({ rebuilt: true, localAddress: '192.168.1.20', localPort: 8080, remoteAddress: '' })
    expect(textOf(detail?.requestHead)).toBe('GET /a%20b.txt?x=1 HTTP/1.1\r\nHost: studio.local:8080\r\n\r\n')
    expect(textOf(detail?.responseHead)).toBe('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n')
  })

  it('takes over what Firefox saves: another browser, a blocked request, no answer', async () => {
    const blocked = entry({ timings: {} }, {}, { status: 0, statusText: '', headers: [], bodySize: -1, content: {} })
    const log = { creator: { name: 'Firefox', version: '140.0' }, browser: { name: 'Firefox', version: '140.0' } }
    const saved = await open(har([entry({ connection: '8080' }), entry({ connection: '8080' }), blocked], log))
    expect(
      saved.rows.map(({ connectionId, ordinal, status, state }) => [connectionId, ordinal, status, state]),
    ).toEqual([
      [1, 1, 200, 'complete'],
      [1, 2, 200, 'complete'],
      [0, 0, null, 'error'],
    ])
    expect((await saved.readDetail(3))?.responseHead).toBeNull()
    expect(saved.clients).toMatchObject([{ name: 'Firefox 140.0' }])
  })

  it('takes over what mitmproxy saves: HTTP/2, several servers, a coding undone', async () => {
    const http2 = entry(
      {},
      {
        url: 'https://example.org/b',
        httpVersion: 'HTTP/2.0',
        headers: [{ name: ':authority', value: 'example.org' }],
      },
      { httpVersion: 'h2', bodySize: -1, content: { size: 500, compression: 200 }, status: 206 },
    )
    const saved = await open(har([entry(), http2], { creator: { name: 'mitmproxy', version: '12' } }))
    expect(saved.rows.map(({ target, version, sentBytes, state }) => [target, version, sentBytes, state])).toEqual([
      ['http://studio.local:8080/a%20b.txt?x=1', '1.1', 2100, 'complete'],
      ['https://example.org/b', '2.0', 300, 'partial'],
    ])
    expect(textOf((await saved.readDetail(2))?.requestHead)).toBe('GET /b HTTP/2.0\r\n\r\n')
  })

  it('takes back what we wrote ourselves', async () => {
    const row = exchangeRow({
      id: 7,
      target: '/a b\\?x',
      state: 'aborted-by-client',
      reason: 'client-reset',
      connectionId: 12,
      ordinal: 3,
      mark: 2,
      pinned: true,
      comment: 'Ask Anna',
      lints: lintSet('sent-twice', 'http-1.0'),
    })
    const detail: ExchangeDetail = { ...exchangeDetail({}), row }
    const head = (base64: string | null) => readKeptHead(base64 === null ? null : Buffer.from(base64, 'base64'))
    const text = [
      ...harText({
        program: { name: 'Porthole', version: '1' },
        at: 0,
        count: 1,
        clients: [],
        exchanges: [
          {
            detail,
            client: 'Anna’s phone',
            requestHead: head(detail.requestHead),
            responseHead: head(detail.responseHead),
          },
        ],
      }),
    ].join('')
    const saved = await open(new Blob([text]))
    const { id, target, state, reason, connectionId, ordinal, mark, pinned, comment, lints, file, status } = row
    expect(saved.rows[0]).toMatchObject({
      ...{ id, target, state, reason, connectionId, ordinal, mark, pinned, comment, lints, file, status },
    })
    expect(saved.clients).toMatchObject([{ name: 'Anna’s phone' }])
  })

  it('leaves out an entry that cannot be read, says which and why, and keeps the others', async () => {
    const saved = await open(har([entry(), { startedDateTime: 'yesterday' }, entry({ startedDateTime: 'x' }), entry()]))
    expect([saved.rows.length, saved.leftOut]).toEqual([2, 2])
    expect(saved.problems).toMatchObject([
      { line: 2 },
      { line: 3, why: expect.stringContaining('startedDateTime') as string },
    ])
  })

  it('says where the text breaks, and of anything else what it is not', async () => {
    expect(await openSavedFile(new Blob(['{"log": {\n "entries": [1, 2']), 'x.har')).toEqual({
      code: 'har-malformed',
      about: '2:18',
    })
    expect(await openSavedFile(new Blob(['{"log": {"entries": 5}}']), 'x.har')).toMatchObject({
      code: 'har-malformed',
      about: expect.stringContaining('log.entries') as string,
    })
    expect(await openSavedFile(new Blob(['hello']), 'x.txt')).toEqual({ code: 'not-a-session', about: 'x.txt' })
    const large = { size: 2 ** 30 } as Blob
    expect(await openHarFile(large, 'x.har')).toEqual({ code: 'har-too-large' })
  })

  it('lets no text of a file make a line of its own', async () => {
    const headers = [
      { name: 'X-A\r\nX-B', value: 'a\r\nInjected: 1' },
      { name: 'Set-Cookie', value: 'a=1\nb=2' },
    ]
    const saved = await open(har([entry({}, { method: 'GET\r\n', headers })]))
    expect(textOf((await saved.readDetail(1))?.requestHead)).toBe(
      'GET  /a%20b.txt?x=1 HTTP/1.1\r\nX-A X-B: a\r\nX-A X-B: Injected: 1\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n',
    )
  })
})
