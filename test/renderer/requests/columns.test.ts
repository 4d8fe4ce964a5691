import { describe, expect, it } from 'vitest'
import {
  AS_DELIVERED,
  fitColumns,
  parseChoices,
  widthOf,
  withField,
  withShown,
  withWidth,
} from '../../../renderer/components/requests/columns'

const ALL = ['number', 'time', 'client', 'method', 'path', 'status', 'progress', 'rate', 'duration']
const without = (...gone: string[]) => ALL.filter((key) => !gone.includes(key))

describe('fitColumns', () => {
  // The widths at which the mockup's table gives way, but for the first: a connection's dot takes 8 more.
  it.each([
    [1158, [...ALL, 'range', 'connection'], false],
    [1157, ALL, false],
    [967, ALL, false],
    [966, without('number'), false],
    [919, without('number'), false],
    [918, without('number', 'duration'), false],
    [843, without('number', 'duration'), false],
    [842, without('number', 'duration', 'rate'), false],
    [759, without('number', 'duration', 'rate'), false],
    [758, without('number', 'duration', 'rate'), true],
  ])('shows at %d px what fits beside a path of 240', (available, keys, shortTime) => {
    const fit = fitColumns(AS_DELIVERED, available)
    expect([fit.keys, fit.shortTime]).toEqual([keys, shortTime])
  })

  it('counts what was left out for want of room', () => {
    expect([967, 842].map((available) => fitColumns(AS_DELIVERED, available).leftOut)).toEqual([0, 3])
  })

  it('gives the path what is left', () => {
    expect(fitColumns(AS_DELIVERED, 842).template).toBe('5px 92px 150px 58px minmax(200px, 1fr) 64px 150px')
  })

  it('lets chosen columns go before those that are always there', () => {
    const choices = withShown(AS_DELIVERED, 'version', true)
    expect([1030, 1000].map((available) => fitColumns(choices, available).keys.includes('version'))).toEqual([
      true,
      false,
    ])
    expect(fitColumns(choices, 1000).keys).toEqual(ALL)
  })

  it('leaves out what was chosen away, however much room there is', () => {
    const choices = withShown(withShown(AS_DELIVERED, 'rate', false), 'range', false)
    expect(fitColumns(choices, 2000).keys).toEqual([...without('rate'), 'connection'])
  })

  it('makes room for a widened column', () => {
    expect(fitColumns(withWidth(AS_DELIVERED, 'client', 200), 1000).keys).toEqual(without('number'))
  })
})

describe('withWidth', () => {
  it('keeps a column within what it can bear', () => {
    expect([-5, 70.4, 1e9].map((width) => widthOf(withWidth(AS_DELIVERED, 'rate', width), 'rate'))).toEqual([
      48, 70, 1200,
    ])
  })

  it('gives Path no width of its own', () => {
    expect(withWidth(AS_DELIVERED, 'path', 500)).toBe(AS_DELIVERED)
  })
})

describe('parseChoices', () => {
  it('reads what was kept', () => {
    const choices = withShown(withWidth(AS_DELIVERED, 'client', 200), 'rate', false)
    expect(parseChoices(JSON.stringify(choices))).toEqual(choices)
  })

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another kind of value', '[1]'],
    ['unknown columns', '{"widths":{"__proto__":5,"x":5},"shown":{"path":false}}'],
    ['values of the wrong kind', '{"widths":{"client":"wide","rate":null},"shown":{"rate":1}}'],
  ])('takes %s as delivered', (_, kept) => {
    expect(parseChoices(kept)).toEqual(AS_DELIVERED)
  })
})

describe('columns of fields', () => {
  it('are added once, by any spelling of their name, and taken away for good', () => {
    const added = withField(withField(withField(AS_DELIVERED, 'Accept-Language'), 'accept-language '), 'no token')
    expect(added.fields).toEqual(['accept-language'])
    expect(withShown(added, 'field:accept-language', false).fields).toEqual([])
  })

  it('stand last, and are the first to give way', () => {
    const choices = withField(withField(AS_DELIVERED, 'a'), 'b')
    expect(fitColumns(choices, 1600).keys.slice(-2)).toEqual(['field:a', 'field:b'])
    expect(fitColumns(choices, 1100).keys).toContain('field:a')
    expect(fitColumns(choices, 1100).keys).not.toContain('field:b')
  })

  it('are kept with their widths', () => {
    const choices = withWidth(withField(AS_DELIVERED, 'etag'), 'field:etag', 200)
    expect(parseChoices(JSON.stringify(choices))).toEqual(choices)
  })
})
