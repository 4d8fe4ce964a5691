/** Requests that break no rule, put together from parts: how many there are is known without parsing them. */
import type { Random } from './random'
import { SMUGGLED } from './specimen'
import type { Specimen } from './specimen'

const TARGETS = [
  ...[
    '/',
    '/a.txt',
    '/sub',
    '/sub/',
    '/one-mb.bin',
    '/empty.bin',
    '/nope',
    '/withindex/',
    '/%E6%97%A5',
    '/%zz',
    '/../x',
  ],
  ...[
    '/a.txt?q=%00',
    '//a.txt',
    '/?format=json',
    '/a.txt?download',
    '/.env',
    '/fifo',
    '/link-out-file',
    '/\xff',
    '/%00',
  ],
  ...['http://127.0.0.1/a.txt', 'http://evil.example/a.txt', 'HTTP://127.0.0.1', 'https://127.0.0.1/'],
]
const METHODS = [
  'GET',
  'GET',
  'GET',
  'HEAD',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PATCH',
  'FOO',
  'get',
]

/** Fields that may stand in any request without changing where it ends. */
const FIELD_LINES = [
  ...['Range: bytes=0-4', 'Range: bytes=0-0,-1', 'Range: bytes=5-', 'Range: bytes=-0', 'Range: x', 'If-Range: "x"'],
  ...['If-None-Match: *', 'If-None-Match: "x", W/"y"', 'If-Match: *', 'If-Match: "no"', 'If-Modified-Since: garbage'],
  ...['If-Modified-Since: Thu, 20 Feb 2020 02:02:02 GMT', 'If-Unmodified-Since: Thu Jan  1 00:00:00 1970'],
  ...[
    'Accept: text/html',
    'Accept: application/json;q=0.5, */*;q=0',
    'Accept: ,;',
    'Accept-Language: zh-CN',
    'X:',
    'TE: gzip',
  ],
  ...[
    'Connection: close',
    'Connection: keep-alive',
    'Connection: , ,',
    'Expect: 100-continue',
    'Expect: x',
    'Upgrade: h2c',
  ],
  ...['Cookie: a=b; c', 'X-Forwarded-For: 1.2.3.4', 'Origin: null', 'User-Agent: \xf0\x9f\x98\x80', 'Trailer: x'],
]

/** Puts together one to four requests. All are whole; none may be refused for its syntax. */
export function makeWellFormed(random: Random): Specimen {
  const parts = [makeRequest(random), ...random.several(3, () => makeRequest(random))]
  return { kind: 'request', octets: parts.join(''), requests: parts.length }
}

function makeRequest(random: Random): string {
  const method = random.pick(METHODS)
  const isOld = random.oneIn(8)
  const lines = random.several(4, () => random.pick(FIELD_LINES))
  const { line, wire } = makeContent(random, isOld)
  const host = isOld && random.oneIn(2) ? [] : [random.pick(['Host: 127.0.0.1', 'host:localhost', 'HOST:\t[::1]:80 '])]
  const fields = shuffled(random, [...host, ...line, ...lines])
  const emptyLine = random.oneIn(10) ? '\r\n' : ''
  const target = method === 'OPTIONS' && random.oneIn(2) ? '*' : random.pick(TARGETS)
  const version = isOld ? 'HTTP/1.0' : random.pick(['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.9'])
  return `${emptyLine}${method} ${target} ${version}\r\n${fields.map((field) => `${field}\r\n`).join('')}\r\n${wire}`
}

/** Content that looks like a request as often as not. */
function makeContent(random: Random, isOld: boolean): { readonly line: readonly string[]; readonly wire: string } {
  const content = random.pick([SMUGGLED, `x\r\n${SMUGGLED}`, '', random.octets(random.below(40))])
  const framing = random.below(isOld ? 2 : 3)
  if (framing === 0) return { line: [], wire: '' }
  if (framing === 1) {
    const length = String(content.length)
    const value = random.pick([length, length, `0${length}`, `${length}, ${length}`])
    return { line: [`${random.pick(['Content-Length', 'content-length'])}: ${value}`], wire: content }
  }
  return {
    line: [random.pick(['Transfer-Encoding: chunked', 'transfer-encoding:CHUNKED'])],
    wire: inChunks(random, content),
  }
}

function inChunks(random: Random, content: string): string {
  let wire = ''
  for (let at = 0; at < content.length;) {
    const data = content.slice(at, at + 1 + random.below(content.length))
    const size = `${'0'.repeat(random.below(3))}${data.length.toString(16)}`
    const extension = random.pick(['', '', ';a=b', ';q="x\\"y"', '; x'])
    wire += `${random.oneIn(2) ? size.toUpperCase() : size}${extension}\r\n${data}\r\n`
    at += data.length
  }
  const trailer = random.oneIn(4) ? `X-Trailer: y\r\nContent-Length: ${String(SMUGGLED.length)}\r\n` : ''
  return `${wire}${random.pick(['0', '000'])}\r\n${trailer}\r\n`
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: random.below(1000) }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
