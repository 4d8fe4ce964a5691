/** Every line of the filter language's design, as a table: keys with their operators, flags, examples, units. */
import { describe, expect, it } from 'vitest'
import { lintIds, lintSet } from '../../../preload/lints'
import type { ExchangeRow } from '../../../preload/views'
import { completeAt } from '../../../renderer/filter/complete'
import { compileQuery } from '../../../renderer/filter/compile'
import { parseFilter } from '../../../renderer/filter/parse'
import { sayFilter } from '../../../renderer/filter/sentence'
import { YES } from '../../../renderer/filter/verdict'
import { flags, isKeyName, keyNames, possessions, type Flag } from '../../../renderer/filter/vocabulary'
import { speakAll } from '../../../renderer/text/catalogue'
import { exchangeRow } from '../requests/exchange-row'
import { filterContext as context } from './filter-context'

const NOW = context.now()
const row = exchangeRow({
  id: 4,
  at: new Date(2026, 6, 1, 14, 5, 30).getTime(),
  clientId: 1,
  connectionId: 7,
  ordinal: 3,
  target: '/films/a.mkv?dl=1',
  status: 206,
  state: 'partial',
  sentBytes: 270e6,
  file: { shareId: 1, path: 'films/a.mkv', size: 4700e6, ranges: [[1000, 270e6]] },
  bytesPerSecond: 38.1e6,
  firstByteMs: 120,
  elapsedMs: 59_400,
  agent: 'curl/8.5.0',
  port: 50_412,
  mark: 2,
  transferId: 9,
  closeCause: 'client-closed',
  comment: 'Ask Anna about the film',
  lints: lintSet('range-ignored', 'http-1.0'),
})

function passes(text: string, given: ExchangeRow = row): boolean {
  const parsed = parseFilter(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.fault)}`)
  return compileQuery(parsed.query, context)(given) === YES
}

const TEXT = [':', '=', '!=', '~'] as const
const LISTED = [':', '=', '!='] as const
const FIGURE = [':', '=', '!=', '>', '>=', '<', '<=', '..'] as const
const ALL = [':', '=', '!=', '~', '>', '>=', '<', '<=', '..'] as const

/** What each key takes, a value that the row has, and one that it has not: less than its own where there is an order. */
const KEYS: readonly (readonly [key: string, takes: readonly string[], its: string, other: string])[] = [
  ['method', TEXT, 'GET', 'POST'],
  ['status', FIGURE, '206', '200'],
  ['path', TEXT, '/films/a.mkv', '/music'],
  ['file', TEXT, 'a.mkv', 'b.iso'],
  ['query', TEXT, 'dl=1', 'x=2'],
  ['client', TEXT, '"Anna’s phone"', 'build-07'],
  ['ip', LISTED, '192.168.1.31', '10.0.0.0/8'],
  ['port', FIGURE, '50412', '80'],
  ['conn', LISTED, '7.3', '8'],
  ['ua', TEXT, 'curl/8.5.0', 'wget'],
  ['http', TEXT, '1.1', '1.0'],
  ['bytes', FIGURE, '270mb', '1mb'],
  ['size', FIGURE, '4.7gb', '1mb'],
  ['range', FIGURE, '2kb', '300'],
  ['rate', FIGURE, '38.1mb/s', '1mb/s'],
  ['dur', FIGURE, '59.4s', '1s'],
  ['ttfb', FIGURE, '120ms', '1ms'],
  ['time', FIGURE, '14:05:30', '14:05:10'],
  ['mark', ['=', '!=', ':', '>', '>=', '<', '<='], '2', '1'],
  ['comment', TEXT, '"Ask Anna about the film"', 'nothing'],
  ['note', LISTED, 'range-ignored', 'lab'],
  ['close', TEXT, 'client-closed', 'idle-timeout'],
  ['transfer', FIGURE, '9', '8'],
  ['header[range]', LISTED, 'bytes', 'x'],
  ['reqheader[range]', LISTED, 'bytes', 'x'],
  ['resheader[etag]', LISTED, 'x', 'y'],
  ['raw', LISTED, 'bytes', 'x'],
]
const isHead = (key: string): boolean => /^(?:(?:req|res)?header\[|raw)/.test(key)

describe('every key', () => {
  it('is in the table', () => {
    expect(KEYS.map(([key]) => key.replace(/\[.*/, '')).sort()).toEqual([...keyNames].sort())
  })

  it.each(KEYS)('%s takes %j, and says that it cannot be compared by any other', (key, takes, its) => {
    for (const operator of ALL) {
      const text = operator === '..' ? `${key}:${its}..${its}` : `${key}${operator}${its}`
      const parsed = parseFilter(text)
      const isTaken = parsed.ok && parsed.doubts.length === 0
      // Where two dots mean nothing they are a part of the text.
      const isText = operator === '..' && (takes === TEXT || isHead(key))
      expect([text, isTaken]).toEqual([text, takes.includes(operator) || isText])
      if (!parsed.ok && operator !== '..') expect(parsed.fault.code).toBe('comparison-unfit')
    }
  })

  it.each(KEYS.filter(([key]) => !isHead(key)))(
    '%s lets its own value pass by %j, and no other',
    (key, takes, its, other) => {
      const isTrue: Record<string, readonly string[]> = {
        ':': [`${key}:${its}`],
        '=': [`${key}=${its}`],
        '!=': [`${key}!=${other}`],
        '~': [`${key}~${its}`],
        '>': [`${key}>${other}`],
        '>=': [`${key}>=${its}`, `${key}>=${other}`],
        '<=': [`${key}<=${its}`],
        '..': [`${key}:${other}..${its}`, `${key}:${its}..`],
      }
      const isFalse: Record<string, readonly string[]> = {
        ':': [`${key}:${other}`],
        '=': [`${key}=${other}`],
        '!=': [`${key}!=${its}`],
        '~': [`${key}~^${other}$`],
        '<': [`${key}<${other}`],
        '..': [`${key}:..${other}`],
      }
      for (const operator of takes) {
        expect((isTrue[operator] ?? []).filter((text) => !passes(text))).toEqual([])
        expect((isFalse[operator] ?? []).filter((text) => passes(text))).toEqual([])
      }
    },
  )

  it.each(['en', 'zh-CN'] as const)('is said in words, and its opposite in others: %s', (language) => {
    const t = speakAll(language)
    for (const [key, takes, its] of KEYS) {
      for (const operator of takes) {
        const text = operator === '..' ? `${key}:${its}..` : `${key}${operator}${its}`
        const said = [text, `-(${text})`].map((each) => {
          const parsed = parseFilter(each)
          return parsed.ok ? sayFilter(parsed.query, t) : ''
        })
        expect([text, said.every((each) => each.length > 4 && !each.includes('undefined'))]).toEqual([text, true])
        expect(said[0]).not.toBe(said[1])
      }
    }
  })

  it('is offered, with what can follow it', () => {
    const source = { clients: ['Anna’s phone'], addresses: ['10.0.0.1'], files: ['a.mkv'], statuses: [206] }
    for (const key of keyNames) {
      const { choices } = completeAt(key.slice(0, 3), 3, source)
      expect([key, choices.some(({ text }) => text.startsWith(key))]).toEqual([key, true])
    }
    const notes = completeAt('note:', 5, source).choices
    expect(notes.map(({ text }) => text)).toEqual(lintIds)
    expect(completeAt('note:lab,rang', 13, source)).toMatchObject({
      span: { start: 9, end: 13 },
      choices: [{ text: 'range-ignored' }, { text: 'range-unsatisfiable' }, { text: 'stale-if-range' }],
    })
  })
})

/** A row for which each flag holds, and none of which is the row above. */
const FLAGS: { readonly [F in Flag]: Partial<ExchangeRow> } = {
  active: { state: 'sending', elapsedMs: null },
  done: { elapsedMs: 5 },
  complete: { state: 'complete' },
  partial: { status: 206 },
  problem: { state: 'error' },
  aborted: { state: 'aborted-by-server' },
  resumed: { part: 'resumed' },
  segmented: { part: 'segment' },
  error: { status: 404 },
  malformed: { state: 'malformed' },
  cached: { status: 304 },
  slow: { firstByteMs: 1500 },
  stalled: { state: 'sending', elapsedMs: null, progressAt: NOW - 4000 },
  keepalive: { ordinal: 2 },
  closed: { closeCause: 'client-closed' },
  pinned: { pinned: true },
  replayed: { replayed: true },
}

describe('every flag', () => {
  const plain = exchangeRow({
    state: 'receiving',
    status: null,
    elapsedMs: null,
    at: NOW,
    firstByteMs: null,
    progressAt: NOW,
  })

  it.each(flags)('is:%s is true of what it names, and of nothing else', (flag) => {
    expect(passes(`is:${flag}`, { ...plain, ...FLAGS[flag] })).toBe(true)
    expect(passes(`is:${flag}`, plain)).toBe(flag === 'active')
    expect(
      completeAt(`is:${flag.slice(0, 2)}`, 5, { clients: [], addresses: [], files: [], statuses: [] }).choices,
    ).toContainEqual(expect.objectContaining({ text: flag }))
  })
})

describe('has:', () => {
  const bare = exchangeRow({ target: '/', file: null, status: null })

  it.each(possessions.filter((each) => !isKeyName(each) || !isHead(`${each}[`)))('has:%s', (what) => {
    expect([passes(`has:${what}`), passes(`has:${what}`, bare)]).toEqual([true, false])
  })
})

describe('the design’s own examples', () => {
  it.each([
    ['status:4xx', { status: 404 }, { status: 200 }],
    ['status>=400 -path:/favicon.ico', { status: 404, target: '/x' }, { status: 404, target: '/favicon.ico' }],
    ['file:*.iso is:partial', { file: { ...row.file!, path: 'a.iso' } }, { status: 200 }],
    ['ip:192.168.1.0/24 bytes>100mb', {}, { sentBytes: 99e6 }],
    ['ua:curl OR ua:wget', { agent: 'Wget/1.21' }, { agent: 'Firefox' }],
    ['dur>2s -client:"Anna\'s phone"', { clientId: 3 }, { clientId: 3, elapsedMs: 1999 }],
    ['time:14:05..14:10', {}, { at: row.at - 3_600_000 }],
  ])('%s', (text, different, other) => {
    expect([passes(text, { ...row, ...different }), passes(text, { ...row, ...other })]).toEqual([true, false])
  })

  it.each(['header[if-range]', 'raw:"\\r\\n\\r\\n"'])('%s is asked of the heads', (text) => {
    expect(parseFilter(text)).toMatchObject({ ok: true, doubts: [] })
  })
})

describe('units', () => {
  it.each([
    ['bytes:1kb', 1000],
    ['bytes:1mb', 1e6],
    ['bytes:1gb', 1e9],
    ['bytes:1tb', 1e12],
    ['bytes:1kib', 1024],
    ['bytes:1mib', 1024 ** 2],
    ['bytes:1gib', 1024 ** 3],
    ['bytes:7b', 7],
    ['bytes:7', 7],
  ])('%s is %d octets', (text, sentBytes) => {
    expect([passes(text, { ...row, sentBytes }), passes(text, { ...row, sentBytes: sentBytes * 2 })]).toEqual([
      true,
      false,
    ])
  })

  it.each([
    ['dur:5ms', 5],
    ['dur:5s', 5000],
    ['dur:5m', 300_000],
    ['dur:1h', 3_600_000],
  ])('%s is %d ms', (text, elapsedMs) => {
    expect([passes(text, { ...row, elapsedMs }), passes(text, { ...row, elapsedMs: elapsedMs * 3 })]).toEqual([
      true,
      false,
    ])
  })
})

describe('a slip', () => {
  it.each([
    ['stauts:404', 'status'],
    ['coment:anna', 'comment'],
    ['lint:lab', 'note'],
  ])('in a key is free text, with a word about what was meant: %s', (text, near) => {
    expect(parseFilter(text)).toMatchObject({ ok: true, doubts: [{ near }] })
  })

  it.each([
    ['is:partail', 'flag-unknown', 'is:partial'],
    ['note:range-ingored', 'note-unknown', 'note:range-ignored'],
    ['has:comments', 'key-unknown', 'has:comment'],
  ])('in a name is a fault, with what was meant: %s', (text, code, near) => {
    expect(parseFilter(text)).toMatchObject({ ok: false, fault: { code, near } })
  })
})

describe('notes and comments', () => {
  it('are found by lists, wildcards and patterns', () => {
    for (const text of ['note:lab,http-1.0', 'note:range*', 'note:*', '-note:lab', 'comment:ANNA', 'comment:*film']) {
      expect([text, passes(text)]).toEqual([text, true])
    }
    for (const text of ['note:lab,smuggling', 'comment:*anna', 'comment=anna', 'comment~^film']) {
      expect([text, passes(text)]).toEqual([text, false])
    }
  })
})
