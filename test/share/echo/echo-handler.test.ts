import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ResponsePlan } from '../../../main/http/response-plan'
import { answerEcho } from '../../../main/share/echo/echo-handler'
import { incomingRequest, requestText } from './incoming-request'

const AT = Date.UTC(2026, 10, 23, 20, 15, 0, 123)
const CHROME = 'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'
const JSON_ACCEPT = 'Accept: application/json'

const answer = (octets: string) => answerEcho(incomingRequest(octets), { at: AT })
const fieldOf = (plan: ResponsePlan, name: string) => plan.fields.find(([each]) => each === name)?.[1]

function textOf({ content }: ResponsePlan): string {
  if (content.kind !== 'bytes') throw new Error(`Cannot read content of kind ${content.kind}`)
  return Buffer.from(content.bytes).toString()
}

async function jsonOf(octets: string): Promise<Record<string, unknown>> {
  return JSON.parse(textOf(await answer(octets))) as Record<string, unknown>
}

describe('answerEcho', () => {
  it('answers a terminal in plain text, with the head as it arrived', async () => {
    const plan = await answer(requestText('GET /a?b=c', ['User-Agent:  curl/8.5.0', 'Accept: */*']))
    expect(plan.status).toBe(200)
    expect(textOf(plan)).toBe(
      [
        'Method: GET',
        'Target: /a?b=c',
        'Time: 2026-11-23T20:15:00.123Z',
        'From: 192.168.1.31:50412',
        'To: 192.168.1.20:8080',
        'Its content: none',
        '',
        'GET /a?b=c HTTP/1.1',
        'Host: example.com',
        'User-Agent:  curl/8.5.0',
        'Accept: */*',
        '',
      ].join('\n'),
    )
  })

  it('answers a program in JSON', async () => {
    const octets = requestText('POST /x', [JSON_ACCEPT, 'X: caf\xc3\xa9', 'X: \xe9'], 'hello world')
    expect(await jsonOf(octets)).toEqual({
      method: 'POST',
      target: '/x',
      version: 'HTTP/1.1',
      time: '2026-11-23T20:15:00.123Z',
      client: { address: '192.168.1.31', port: 50_412 },
      server: { address: '192.168.1.20', port: 8080 },
      fields: [
        { name: 'Host', value: 'example.com' },
        { name: 'Accept', value: 'application/json' },
        { name: 'X', value: 'café' },
        { name: 'X', value: 'é' },
        { name: 'Content-Length', value: '11' },
      ],
      headBase64: Buffer.from(octets.slice(0, -11), 'latin1').toString('base64'),
      content: {
        size: 11,
        sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
        text: 'hello world',
        textIsCut: false,
      },
    })
  })

  it('answers a browser in HTML, in its language', async () => {
    const english = await answer(requestText('GET /', [CHROME]))
    const chinese = await answer(requestText('GET /', [CHROME, 'Accept-Language: zh-CN,zh;q=0.9,en;q=0.8']))
    expect([english, chinese].map((plan) => fieldOf(plan, 'Content-Language'))).toEqual(['en', 'zh-CN'])
    expect(textOf(english)).toContain('<html lang="en">')
    expect(textOf(chinese)).toContain('<h1>你的请求，原样奉还</h1>')
  })

  it.each([
    ['*/*', 'text/plain; charset=utf-8'],
    ['text/html', 'text/html; charset=utf-8'],
    ['application/json', 'application/json'],
    ['image/png', 'text/plain; charset=utf-8'],
  ])('answers Accept: %s with %s', async (accept, mediaType) => {
    const plan = await answer(requestText('GET /', [`Accept: ${accept}`]))
    expect([plan.status, fieldOf(plan, 'Content-Type')]).toEqual([200, mediaType])
  })

  it('lets nobody keep or sniff what it says of one request', async () => {
    const plan = await answer(requestText('GET /', [CHROME]))
    expect(Object.fromEntries(plan.fields)).toMatchObject({
      'Cache-Control': 'no-store',
      Vary: 'Accept, Accept-Language',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    })
    expect(fieldOf(plan, 'Access-Control-Allow-Origin')).toBeUndefined()
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'PURGE', 'get'])('echoes %s with its content', async (method) => {
    const { method: echoed, content } = await jsonOf(requestText(`${method} /`, [JSON_ACCEPT], 'abc'))
    expect([echoed, content]).toMatchObject([method, { size: 3, text: 'abc' }])
  })

  it.each([CHROME, JSON_ACCEPT, 'Accept: */*'])(
    'answers HEAD as it would GET, without content (%s)',
    async (accept) => {
      const [head, get] = [
        await answer(requestText('HEAD /a', [accept])),
        await answer(requestText('GET /a', [accept])),
      ]
      expect(head).toEqual({ ...get, content: { kind: 'none', length: Buffer.byteLength(textOf(get)) } })
    },
  )

  it('answers OPTIONS with what can be asked', async () => {
    const plan = await answer(requestText('OPTIONS /a'))
    expect([plan.status, fieldOf(plan, 'Allow'), plan.content]).toEqual([
      204,
      'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE',
      { kind: 'none' },
    ])
  })

  it('refuses CONNECT and ends the connection', async () => {
    const plan = await answer('CONNECT example.com:80 HTTP/1.1\r\nHost: example.com\r\n\r\n')
    expect([plan.status, plan.close, plan.subject?.reason]).toEqual([405, true, 'method-not-allowed'])
  })

  it('answers TRACE with the message itself, without what may be secret', async () => {
    const plan = await answer(
      requestText('TRACE /a', [
        'Authorization: Basic c2VjcmV0',
        'X-B:  two  ',
        'COOKIE: a=b',
        'X-Api-Key: k',
        'Via: 1.1 p',
      ]),
    )
    expect([plan.status, fieldOf(plan, 'Content-Type')]).toEqual([200, 'message/http'])
    expect(textOf(plan)).toBe('TRACE /a HTTP/1.1\r\nHost: example.com\r\nX-B:  two  \r\nVia: 1.1 p\r\n\r\n')
  })

  it('says the version that was asked with', async () => {
    const octets = `GET / HTTP/1.2\r\nHost: h\r\n${JSON_ACCEPT}\r\n\r\n`
    expect(await jsonOf(octets)).toMatchObject({ version: 'HTTP/1.2' })
  })

  it('keeps white space that ends the last line, visible or not', async () => {
    const plan = await answer('GET / HTTP/1.1\r\nHost: h\r\nX: y\xa0\r\n\r\n')
    expect(textOf(plan)).toContain('X: y\u00a0\n')
  })

  it('tells content of no length from none', async () => {
    expect(await jsonOf(requestText('POST /', [JSON_ACCEPT], ''))).toMatchObject({ content: { size: 0, text: '' } })
    expect(await jsonOf(requestText('POST /', [JSON_ACCEPT]))).toMatchObject({ content: null })
  })

  it('measures content of any length while it holds a sample of it', async () => {
    const piece = Buffer.alloc(3000, 'x')
    const request = incomingRequest(requestText('PUT /', [JSON_ACCEPT]))
    let given = 0
    async function* pieces() {
      for (; given < 1000; given += 1) yield piece
    }
    const plan = await answerEcho({ ...request, framing: { kind: 'chunked' }, content: pieces() }, { at: AT })
    const hash = createHash('sha256')
    for (let i = 0; i < 1000; i += 1) hash.update(piece)
    expect(JSON.parse(textOf(plan))).toMatchObject({
      content: { size: 3_000_000, sha256: hash.digest('hex'), text: 'x'.repeat(4096), textIsCut: true },
    })
  })

  it('copies its sample, because a piece is valid only until the next one', async () => {
    const piece = Buffer.from('abc')
    async function* pieces() {
      yield piece
      piece.fill('z')
      yield piece
    }
    const request = incomingRequest(requestText('PUT /', [JSON_ACCEPT]))
    const plan = await answerEcho({ ...request, framing: { kind: 'chunked' }, content: pieces() }, { at: AT })
    expect(JSON.parse(textOf(plan))).toMatchObject({ content: { size: 6, text: 'abczzz' } })
  })

  it('does not show content that is no text', async () => {
    for (const content of ['\0abc', '\xff\xfe', 'caf\xe9']) {
      expect(await jsonOf(requestText('POST /', [JSON_ACCEPT], content))).toMatchObject({ content: { text: null } })
    }
    expect(textOf(await answer(requestText('POST /', [], '\xff')))).toContain('(Not text, so it is not shown.)')
  })

  it('does not take a character for no text because the sample ends within it', async () => {
    const content = Buffer.from(`xx${'中'.repeat(2000)}`).toString('latin1')
    const echoed = await jsonOf(requestText('POST /', [JSON_ACCEPT], content))
    expect(echoed).toMatchObject({ content: { text: `xx${'中'.repeat(1364)}`, textIsCut: true } })
  })

  it('writes out what a terminal would obey', async () => {
    const esc = Buffer.from('\u009b31m\u202e').toString('latin1')
    const plan = await answer(requestText('POST /', [`X: ${esc}`], '\x1b[2J a\tb\r\nc'))
    expect(textOf(plan)).toContain('X: \\u{9b}31m\\u{202e}\n')
    expect(textOf(plan)).toContain('\\u{1b}[2J a\tb\nc\n')
  })

  it('lets the error pass when the content does not come to its end', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a')
      throw new Error('gone')
    }
    const request = incomingRequest(requestText('PUT /'))
    const answered = answerEcho({ ...request, framing: { kind: 'chunked' }, content: broken() }, { at: AT })
    await expect(answered).rejects.toThrow('gone')
  })
})
