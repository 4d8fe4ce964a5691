import { describe, expect, it } from 'vitest'
import { completeAt, type CompletionSource } from '../../../renderer/filter/complete'

const source: CompletionSource = {
  clients: ['Anna’s phone', 'build-07'],
  addresses: ['192.168.1.31'],
  files: ['film.mkv', 'read me.txt'],
  statuses: [200, 206, 404],
}

/** The text with a choice taken, for each choice; the caret stands at `|`. */
function choices(text: string): string[] {
  const caret = text.indexOf('|')
  const whole = text.replace('|', '')
  const { span, choices: found } = completeAt(whole, caret, source)
  return found.map((choice) => whole.slice(0, span.start) + choice.text + whole.slice(span.end))
}

describe('completeAt', () => {
  it('offers keys, and flags by their own name', () => {
    expect(choices('|').slice(0, 4)).toEqual(['is:', 'has:', 'method:', 'status:'])
    expect(choices('sta|')).toEqual(['status:', 'is:stalled'])
    expect(choices('a -sta| b')).toEqual(['a -status: b', 'a -is:stalled b'])
    expect(choices('head|')).toEqual(['header['])
  })

  it('offers the values of a key', () => {
    expect(choices('status:4|')).toEqual(['status:4xx', 'status:404'])
    expect(choices('is:pa|')).toEqual(['is:partial'])
    expect(choices('is:active,pa|')).toEqual(['is:active,partial'])
    expect(choices('method:GET,h|')).toEqual(['method:GET,HEAD', 'method:GET,PATCH'])
    expect(choices('has:ra|')).toEqual(['has:range'])
    expect(choices('header[if-r|')).toEqual(['header[if-range]'])
    expect(choices('dur|')).toEqual(['dur:'])
    expect(choices('dur:|')).toEqual(['dur>1s', 'dur>10s', 'dur>1m'])
    expect(choices('bytes>1m|')).toEqual(['bytes>1mb'])
  })

  it('offers what the log has, quoted where it must be', () => {
    expect(choices('client:|')).toEqual(['client:"Anna’s phone"', 'client:build-07'])
    expect(choices('client:"an|')).toEqual(['client:"Anna’s phone"'])
    expect(choices('file:read|')).toEqual(['file:"read me.txt"'])
    expect(choices('ip:1|')).toEqual(['ip:192.168.1.31'])
  })

  it('offers nothing where everything is said, or nothing is known', () => {
    expect(choices('status:404|')).toEqual([])
    expect(choices('method:GET|')).toEqual([])
    expect(choices('path:/films|')).toEqual([])
    expect(choices('wat:|')).toEqual([])
  })
})
