import fc from 'fast-check'
import { flags } from '../../../renderer/filter/vocabulary'

/** Words that mean something, and words that do not; some with what the language uses for itself. */
const word = fc.oneof(
  fc.constantFrom(
    'films',
    'a b',
    'say "x"',
    'AND',
    '-x',
    '/x/',
    'a(b',
    ')',
    'x:y',
    'back\\slash',
    '读我',
    '*.iso',
    'a?c',
    '',
  ),
  fc.string({ maxLength: 8 }),
)

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, (character) => `\\${character}`)}"`
}

const figure = fc.constantFrom('0b', '2100', '1kb', '1.5mb', '4gib')
const comparison = fc.constantFrom(':', '=', '!=', '>', '>=', '<', '<=')

/** The text of a term that can be read. */
const term = fc.oneof(
  word.map(quote),
  fc.constantFrom('films', 'readme.txt', '404', '/\\.iso$/i', '/^\\/films/'),
  fc.subarray([...flags], { minLength: 1, maxLength: 3 }).map((some) => `is:${some.join(',')}`),
  fc.constantFrom('has:file', 'has:range', 'has:query', 'has:ua', 'header[range]', 'has:header[etag]', 'has:comment'),
  fc
    .tuple(
      fc.constantFrom('path', 'file', 'query', 'client', 'ua', 'method', 'http'),
      fc.constantFrom(':', '=', '!='),
      word,
    )
    .map(([key, op, text]) => `${key}${op}${quote(text)}`),
  fc.constantFrom('method:GET,HEAD', 'file:*.iso', 'path~^/films', 'method:P*', 'ua:curl*', 'http:1.1'),
  fc.constantFrom(
    'status:4xx',
    'status:2xx,304',
    'status>=400',
    'status!=200',
    'status:200..299',
    'mark:1,7',
    'mark>3',
  ),
  fc
    .tuple(fc.constantFrom('bytes', 'size', 'rate', 'range'), comparison, figure)
    .map(([key, op, value]) => `${key}${op}${value}`),
  fc.constantFrom(
    'dur>2s',
    'ttfb<=10ms',
    'dur:1ms..1m',
    'bytes:..1mb',
    'size:1kb..',
    'time:14:05..14:10',
    'time>23:59:59',
  ),
  fc.constantFrom(
    'ip:192.168.1.0/24',
    'ip:192.168.',
    'ip:2001:db8::/32',
    'ip!=10.0.0.1',
    'conn:1',
    'conn:1.2,7',
    'port:50412',
  ),
  fc.constantFrom('header[range]:bytes', 'reqheader[host]="a b"', 'resheader[etag]:W*', 'raw:"\\r\\n\\r\\n"'),
)

/** The text of a filter that can be read. */
export const filterText: fc.Arbitrary<string> = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'filter' },
    term,
    tie('filter').map((part) => `-(${part})`),
    tie('filter').map((part) => `NOT (${part})`),
    fc.tuple(tie('filter'), tie('filter')).map(([one, other]) => `(${one}) (${other})`),
    fc.tuple(tie('filter'), tie('filter')).map(([one, other]) => `(${one}) AND (${other})`),
    fc.tuple(tie('filter'), tie('filter')).map(([one, other]) => `(${one}) OR (${other})`),
  ),
})).filter

/** Any text at all, the likelier for holding the language's own signs. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(' ', '(', ')', '-', '"', '/', ':', '..', ',', '[', ']', 'OR', 'is', 'status', '~', '>='),
        term,
      ),
    )
    .map((parts) => parts.join('')),
)
