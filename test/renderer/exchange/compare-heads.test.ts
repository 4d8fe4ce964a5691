import { describe, expect, it } from 'vitest'
import { compareLines, headLines } from '../../../renderer/exchange/compare-heads'

describe('headLines', () => {
  it('gives a head line by line, without white space around values and without what could deceive', () => {
    const head = btoa('GET /a HTTP/1.1\r\nHost:  a \r\nX-Odd: \x1b[2Jb\r\n\r\n')
    expect(headLines(head, 'request')).toEqual(['GET /a HTTP/1.1', 'Host:  a', 'X-Odd: \\u{1b}[2Jb'])
  })

  it('gives no lines of a head that is not there', () => {
    expect(headLines(null, 'response')).toEqual([])
  })
})

describe('compareLines', () => {
  it('puts the lines of one field side by side and shows what changed in them', () => {
    const left = ['GET /a HTTP/1.1', 'Host: a', 'Range: bytes=0-', 'Accept: */*']
    const right = ['HEAD /a HTTP/1.1', 'Host: a', 'Accept: */*', 'X-New: 1']
    expect(compareLines(left, right)).toEqual([
      {
        kind: 'changed',
        left: [
          { text: 'GET', differs: true },
          { text: ' /a HTTP/1.1', differs: false },
        ],
        right: [
          { text: 'HEAD', differs: true },
          { text: ' /a HTTP/1.1', differs: false },
        ],
      },
      { kind: 'same', text: 'Host: a' },
      { kind: 'left', text: 'Range: bytes=0-' },
      { kind: 'same', text: 'Accept: */*' },
      { kind: 'right', text: 'X-New: 1' },
    ])
  })

  it('finds the changed line among those that only one side has', () => {
    const kinds = compareLines(
      ['HTTP/1.1 200 OK', 'Content-Length: 6', 'Content-Type: text/plain'],
      ['HTTP/1.1 304 Not Modified', 'content-type: text/plain', 'Vary: Accept'],
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(['changed', 'left', 'changed', 'right'])
  })

  it('says of equal heads that all is the same, and of a missing one that only the other has lines', () => {
    expect(compareLines(['a', 'b'], ['a', 'b']).map(({ kind }) => kind)).toEqual(['same', 'same'])
    expect(compareLines([], ['a']).map(({ kind }) => kind)).toEqual(['right'])
    expect(compareLines(['a'], []).map(({ kind }) => kind)).toEqual(['left'])
  })
})
