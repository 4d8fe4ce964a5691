import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCorpus } from '../support/corpus'
import { describeEvents } from '../support/parser-events'

const TOKEN = "!#$%&'*+-.^_`|~0189AZaz"
const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** A valid request and, by construction and not by parsing, the events that must come of it. */
interface Written {
  readonly octets: string
  readonly events: readonly string[]
}

const token = fc.string({ unit: fc.constantFrom(...TOKEN), minLength: 1, maxLength: 12 })
const whitespace = fc.string({ unit: fc.constantFrom(' ', '\t'), maxLength: 3 })
const method = token.filter((name) => name !== 'CONNECT' && !name.startsWith('SSH-'))
const target = fc
  .string({ unit: fc.constantFrom(...'/abc?%20.:@!$&()*+,;=\xe4[]|'), maxLength: 20 })
  .map((path) => `/${path}`)
const version = fc.constantFrom('1.0', '1.1')
const octets = (maxLength: number) => fc.uint8Array({ maxLength }).map((bytes) => Buffer.from(bytes).toString('latin1'))

const field = fc.record({
  name: token.filter((name) => !/^(?:host|content-length|transfer-encoding)$/i.test(name)),
  before: whitespace,
  value: fc
    .string({ unit: fc.constantFrom(...'ab \t:;,"\x80\xff') })
    .map((text) => text.replace(/^[ \t]+|[ \t]+$/g, '')),
  after: whitespace,
})

/** How content is framed: the field line, the octets on the wire, and the content they carry. */
const noContent = fc.constant({ framing: 'none', line: '', wire: '', content: '', trailers: [] as string[] })
const byLength = octets(40).map((content) => ({
  framing: `length ${String(content.length)}`,
  line: `Content-Length: ${String(content.length)}\r\n`,
  wire: content,
  content,
  trailers: [] as string[],
}))
const chunk = fc.record({
  data: octets(30).filter((data) => data !== ''),
  zeros: fc.nat(3),
  upper: fc.boolean(),
  extension: fc.constantFrom('', ';a', ' ; a=b', ';a="x;\\"y"'),
})
const byChunks = fc
  .record({ chunks: fc.array(chunk, { maxLength: 4 }), trailers: fc.array(token, { maxLength: 2 }) })
  .map(({ chunks, trailers }) => ({
    framing: 'chunked',
    line: 'Transfer-Encoding: chunked\r\n',
    wire:
      chunks
        .map(({ data, zeros, upper, extension }) => {
          const size = '0'.repeat(zeros) + data.length.toString(16)
          return `${upper ? size.toUpperCase() : size}${extension}\r\n${data}\r\n`
        })
        .join('') + `0\r\n${trailers.map((name) => `${name}: t\r\n`).join('')}\r\n`,
    content: chunks.map(({ data }) => data).join(''),
    trailers: trailers.map((name) => `trailer ${name}: t`),
  }))

const request: fc.Arbitrary<Written> = fc
  .record({
    emptyLine: fc.boolean(),
    method,
    target,
    version,
    fields: fc.array(field, { maxLength: 5 }),
    body: fc.oneof(noContent, byLength, byChunks),
  })
  .filter((each) => each.version === '1.1' || each.body.framing !== 'chunked')
  .map(({ emptyLine, fields, body, ...line }) => {
    const lines = fields.map(({ name, before, value, after }) => `${name}:${before}${value}${after}\r\n`).join('')
    const framingLine = body.line === '' ? [] : [`field ${body.line.trimEnd()}`]
    return {
      octets:
        `${emptyLine ? '\r\n' : ''}${line.method} ${line.target} HTTP/${line.version}\r\n` +
        `Host: h\r\n${lines}${body.line}\r\n${body.wire}`,
      events: [
        `head ${line.method} ${line.target} ${line.version} ${body.framing}`,
        'field Host: h',
        ...fields.map(({ name, value }) => `field ${name}: ${value}`),
        ...framingLine,
        ...(body.content === '' ? [] : [`content ${body.content}`]),
        'end',
        ...body.trailers,
      ],
    }
  })

/** Cuts the octets at the given fractions of their length. */
function cut(bytes: Buffer, fractions: readonly number[]): Buffer[] {
  const at = [0, ...fractions.map((fraction) => Math.floor(fraction * bytes.length)), bytes.length].toSorted(
    (a, b) => a - b,
  )
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end))
}

const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 })

describe('RequestParser', () => {
  it('reads back what was written, several requests together, however they are cut', () => {
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 3 }), cuts, (requests, fractions) => {
        const bytes = latin1(requests.map((each) => each.octets).join(''))
        expect(describeEvents(cut(bytes, fractions), { withFields: true })).toEqual(
          requests.flatMap(({ events }) => events),
        )
      }),
      { numRuns: 1000 },
    )
  })

  // describeEvents lets everything pass that is not a ProtocolError, and that fails the property.
  it('makes the same of any octets however they are cut, and throws nothing but ProtocolError', () => {
    const text = fc.string({ unit: fc.constantFrom(...'GET /HP1.:\r\n\t\0;=a0x"\\,\x16\x03\xff'), maxLength: 60 })
    fc.assert(
      fc.property(
        fc.oneof(
          text.map(latin1),
          fc.uint8Array().map((bytes) => Buffer.from(bytes)),
        ),
        cuts,
        (bytes, fractions) => {
          expect(describeEvents(cut(bytes, fractions), { withFields: true })).toEqual(
            describeEvents([bytes], { withFields: true }),
          )
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('makes the same of requests of the corpus that have been tampered with, however they are cut', () => {
    const short = readCorpus().filter(({ bytes }) => bytes.length < 2000)
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      remove: fc.nat(3),
      insert: fc.constantFrom('', '\r', '\n', '\r\n', ' ', ':', '\0', '0', ',', ';', 'chunked', '\x80', 'Host: x\r\n'),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...short),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        cuts,
        (each, edits, fractions) => {
          let bytes = each.bytes
          for (const { at, remove, insert } of edits) {
            const index = Math.floor(at * bytes.length)
            bytes = Buffer.concat([bytes.subarray(0, index), latin1(insert), bytes.subarray(index + remove)])
          }
          expect(describeEvents(cut(bytes, fractions), { withFields: true })).toEqual(
            describeEvents([bytes], { withFields: true }),
          )
        },
      ),
      { numRuns: 3000 },
    )
  })
})
