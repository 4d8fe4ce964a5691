import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCitation } from '../../../preload/references'
import { fieldNotes, findNote } from '../../../renderer/components/notes/note-subject'
import { ruleSections } from '../../../renderer/text/detail'
import { unknownField } from '../../../renderer/text/notes/here'
import { methodNotes, unknownMethod } from '../../../renderer/text/notes/methods'
import type { Note, Notes } from '../../../renderer/text/notes/note'
import { statusClassNotes, statusNotes } from '../../../renderer/text/notes/statuses'
import { framingNotes, syntaxNotes } from '../../../renderer/text/notes/syntax'

const areas: Readonly<Record<string, Notes>> = {
  methods: { ...methodNotes, unknown: unknownMethod },
  statuses: { ...statusNotes, ...statusClassNotes },
  syntax: syntaxNotes,
  framing: framingNotes,
  fields: { ...Object.fromEntries(fieldNotes), unknown: unknownField },
}
const all: readonly (readonly [string, Note])[] = Object.entries(areas).flatMap(([area, notes]) =>
  Object.entries(notes).map(([name, note]) => [`${area}.${name}`, note] as const),
)
const HAN = /\p{Script=Han}/u

function namesOf(check: (note: Note) => boolean): string[] {
  return all.filter(([, note]) => check(note)).map(([name]) => name)
}

describe('the notes', () => {
  it('say something in both languages, and each in its own', () => {
    expect(namesOf(({ en }) => en.some((text) => text === '' || HAN.test(text)))).toEqual([])
    expect(namesOf((note) => !note['zh-CN'].every((text) => HAN.test(text)))).toEqual([])
  })

  it('gloss without a final stop, and then say whole sentences', () => {
    expect(namesOf(({ en: [gloss] }) => /[.:;]$/.test(gloss))).toEqual([])
    expect(namesOf(({ en: [, sentence] }) => !/[.?!]$/.test(sentence))).toEqual([])
    expect(namesOf((note) => /[。：；]$/.test(note['zh-CN'][0]) || !/[。？！]$/.test(note['zh-CN'][1]))).toEqual([])
  })

  it('are short enough for their card', () => {
    expect(namesOf(({ en: [gloss, sentence] }) => gloss.length > 60 || sentence.length > 190)).toEqual([])
  })

  it('cite documents that can be opened', () => {
    const cited = [...all.flatMap(([, { at }]) => at ?? []), ...Object.values(ruleSections)]
    expect(() => cited.map(parseCitation)).not.toThrow()
  })

  it('know every method and field of RFC 9110, 9111 and 9112', () => {
    const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']
    expect(methods.filter((name) => !(name in methodNotes))).toEqual([])
    const fields = (
      'Accept Accept-Charset Accept-Encoding Accept-Language Accept-Ranges Age Allow Authentication-Info Authorization ' +
      'Cache-Control Connection Content-Encoding Content-Language Content-Length Content-Location Content-Range ' +
      'Content-Type Date ETag Expect Expires From Host If-Match If-Modified-Since If-None-Match If-Range ' +
      'If-Unmodified-Since Last-Modified Location Max-Forwards Pragma Proxy-Authenticate Proxy-Authorization Range ' +
      'Referer Retry-After Server TE Trailer Transfer-Encoding Upgrade User-Agent Vary Via Warning WWW-Authenticate'
    ).split(' ')
    expect(fields.filter((name) => !fieldNotes.has(name.toLowerCase()))).toEqual([])
  })

  it('know every status that main can send, and every field that it writes', () => {
    const source = readFileSync('main/http/status.ts', 'utf8')
    const statuses = Array.from(source.matchAll(/^ {2}(\d{3}):/gm), ([, status = '']) => status)
    expect(statuses.length).toBeGreaterThan(40)
    expect(statuses.filter((status) => !(status in statusNotes))).toEqual([])
  })
})

describe('findNote', () => {
  it('finds a field in any case', () => {
    expect(findNote({ area: 'field', name: 'RaNgE', value: '' })).toBe(fieldNotes.get('range'))
  })

  it.each(['constructor', '__proto__', 'toString', 'X-Made-Up'])('says of %s that it is not known', (name) => {
    expect(findNote({ area: 'field', name, value: '' })).toBe(unknownField)
    expect(findNote({ area: 'method', name })).toBe(unknownMethod)
  })

  it.each([
    ['299', statusClassNotes[2]],
    ['499', statusClassNotes[4]],
  ])('takes the status %s for one of its class', (name, note) => {
    expect(findNote({ area: 'status', name })).toBe(note)
  })

  it('knows two versions', () => {
    expect(findNote({ area: 'version', name: 'HTTP/1.0' })).toBe(syntaxNotes['HTTP/1.0'])
    expect(findNote({ area: 'version', name: 'HTTP/3.0' })).toBe(syntaxNotes['other-version'])
  })
})
