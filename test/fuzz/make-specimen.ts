/** What is sent in each round: octets, words of HTTP in any order, whole requests, and requests that were tampered with. */
import { readCorpus } from '../support/corpus'
import { Random } from './random'
import { SMUGGLED } from './specimen'
import type { Specimen } from './specimen'
import { makeWellFormed } from './well-formed'

const WORDS = [
  ...[
    'GET',
    'HEAD',
    'POST',
    'CONNECT',
    'OPTIONS',
    'PRI',
    'SSH-2.0-',
    ' ',
    '  ',
    '\t',
    '/',
    '/a.txt',
    '*',
    '?',
    '#',
    '%',
    '%00',
  ],
  ...[
    'http://',
    '127.0.0.1',
    '[::1',
    'HTTP/1.1',
    'HTTP/1.0',
    'HTTP/2.0',
    'HTTP/',
    'RTSP/1.0',
    '\r\n',
    '\r\n\r\n',
    '\n',
    '\r',
  ],
  ...[
    'Host',
    'Host: 127.0.0.1\r\n',
    ':',
    ': ',
    'Content-Length',
    'Content-Length: 5\r\n',
    'Transfer-Encoding',
    'chunked',
  ],
  ...[
    'Transfer-Encoding: chunked\r\n',
    ',',
    ';',
    '=',
    '"',
    '\\',
    '0',
    '5',
    '0\r\n\r\n',
    'ffffffffffffffff',
    '-1',
    'hello',
  ],
  ...[
    '\0',
    '\x01',
    '\x16\x03\x01',
    '\x05\x01',
    '\x7f',
    '\x80',
    '\xff',
    '\xef\xbb\xbf',
    'Connection: close\r\n',
    'X: y\r\n',
  ],
  ...['Expect: 100-continue\r\n', 'Range: bytes=', '0-', '-5', 'Trailer', SMUGGLED],
]

/** The longest repetition goes beyond every limit of a head. */
const MOST_REPEATED = 20_000

// The hosts of the corpus are foreign to the server: under ours its requests get further.
const CORPUS = readCorpus().map(({ bytes }) => bytes.toString('latin1').replaceAll('example.com', '127.0.0.1'))

/** Makes what the round with this index sends; always the same for one seed. */
export function makeSpecimen(seed: number, index: number): Specimen {
  const random = new Random(seed, index)
  switch (random.below(8)) {
    case 0:
      return { kind: 'octets', octets: random.octets(random.below(300)) }
    case 1:
      return { kind: 'words', octets: random.several(40, () => random.pick(WORDS)).join('') }
    case 2:
    case 3:
      return makeWellFormed(random)
    case 4:
      return { kind: 'mutation', octets: mutate(random, makeWellFormed(random).octets) }
    default:
      return { kind: 'mutation', octets: mutate(random, random.pick(CORPUS)) }
  }
}

function mutate(random: Random, octets: string): string {
  let mutated = octets
  for (let edits = 1 + random.below(4); edits > 0; edits -= 1) mutated = edit(random, mutated)
  return mutated
}

function edit(random: Random, octets: string): string {
  const at = random.below(octets.length + 1)
  const [before, after] = [octets.slice(0, at), octets.slice(at)]
  switch (random.below(8)) {
    case 0:
      return before + String.fromCharCode((after.charCodeAt(0) || 0) ^ (1 << random.below(8))) + after.slice(1)
    case 1:
      return before + after.slice(1 + random.below(4))
    case 2:
      return before + random.octets(1 + random.below(3)) + after
    case 3:
      return before
    case 4:
      return before + after.slice(0, random.below(60)) + after
    case 5:
      return before + random.pick(CORPUS)
    case 6:
      return random.oneIn(10)
        ? before +
            random
              .pick(WORDS)
              .slice(0, 4)
              .repeat(random.below(MOST_REPEATED / 4)) +
            after
        : before + after.slice(0, 1).repeat(random.below(4)) + after
    default:
      return before + random.pick(WORDS) + after
  }
}
