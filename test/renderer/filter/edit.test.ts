import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addTerm, excludeTerm, includeTerm, removePart, replaceKey } from '../../../renderer/filter/edit'
import { parseFilter } from '../../../renderer/filter/parse'
import { printQuery } from '../../../renderer/filter/print'
import { pressPill, readPills } from '../../../renderer/filter/pills'
import { topLevelOf } from '../../../renderer/filter/query'
import { textTerm, timeTerm } from '../../../renderer/filter/terms'
import { filterText } from './arbitrary-query'

function read(text: string) {
  const parsed = parseFilter(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.fault.code}`)
  return parsed.query
}

describe('a filter’s text', () => {
  it('takes a term once, and groups an OR first', () => {
    expect(addTerm('', 'is:active')).toBe('is:active')
    expect(addTerm('a  b ', 'is:active')).toBe('a  b is:active')
    expect(addTerm('a is:active', 'is:active')).toBe('a is:active')
    expect(addTerm('a OR b', 'c')).toBe('(a OR b) c')
    expect(addTerm('status:', 'c')).toBe('c')
  })

  it('lets a term take the place of its opposite', () => {
    expect(excludeTerm('a status:404', 'status:404')).toBe('a -status:404')
    expect(includeTerm('a -status:404', 'status:404')).toBe('a status:404')
    expect(excludeTerm('x', 'a b')).toBe('x -(a b)')
  })

  it('loses a part with the space and the AND beside it', () => {
    const without = (text: string, at: number): string => removePart(text, topLevelOf(read(text))[at]!.span)
    expect([0, 1, 2].map((at) => without('a  b AND c', at))).toEqual(['b AND c', 'a c', 'a  b'])
    expect(without('(a OR b) c', 0)).toBe('c')
  })

  it('says the rest after any outermost part of it is taken away', () => {
    fc.assert(
      fc.property(filterText, fc.nat(), (text, pick) => {
        const parts = topLevelOf(read(text))
        const part = parts[pick % parts.length]!
        const rest = read(removePart(text, part.span))
        const expected = parts.filter((each) => each !== part).map((each) => printQuery(each))
        expect(topLevelOf(rest).map((each) => printQuery(each))).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('has one time at most', () => {
    expect(replaceKey('a time:14:05..14:10 b', 'time', 'time:15:00..15:01')).toBe('a b time:15:00..15:01')
    const from = new Date(2026, 6, 1, 14, 5, 9, 400).getTime()
    expect(timeTerm(from, from + 60_000, from)).toBe('time:14:05:09..14:06:10')
    expect(timeTerm(from, from + 60_000, 0)).toBe('time:2026-07-01t14:05:09..2026-07-01t14:06:10')
    read(timeTerm(from, from + 60_000, 0))
  })

  it('quotes what would mean something else', () => {
    const terms = ['curl/8.5', 'Anna’s phone', '*.iso', 'a"b', '-x', '2..3', '读我.txt', ''].map((text) =>
      textTerm('file', text, '='),
    )
    expect(terms.map((term) => read(term))).toMatchObject(
      ['curl/8.5', 'Anna’s phone', '*.iso', 'a"b', '-x', '2..3', '读我.txt', ''].map((text) => ({
        test: { kind: 'equals', text },
      })),
    )
  })
})

describe('pills', () => {
  it('are alternatives of one group, and what is shut out stands apart', () => {
    const steps = [
      ['state', 'active', 'include'],
      ['status', '4xx', 'include'],
      ['status', '2xx', 'include'],
      ['status', '5xx', 'exclude'],
      ['state', 'active', 'include'],
      ['status', '4xx', 'exclude'],
    ] as const
    const texts: string[] = []
    let text = 'film'
    for (const [group, word, how] of steps) {
      text = pressPill(text, { group, word }, how)
      texts.push(text)
    }
    expect(texts).toEqual([
      'film is:active',
      'film is:active status:4xx',
      'film is:active status:2xx,4xx',
      'film is:active status:2xx,4xx -status:5xx',
      'film status:2xx,4xx -status:5xx',
      'film status:2xx -status:4xx,5xx',
    ])
    expect(readPills(read(text), 'status')).toEqual({ included: ['2xx'], excluded: ['4xx', '5xx'] })
  })

  it('are not pressed by terms that say more', () => {
    expect(readPills(read('status:404 OR status:4xx'), 'status')).toEqual({ included: [], excluded: [] })
    expect(readPills(read('status:4xx,301 is:slow'), 'status')).toEqual({ included: [], excluded: [] })
    expect(pressPill('a OR b', { group: 'state', word: 'active' }, 'include')).toBe('(a OR b) is:active')
  })
})
