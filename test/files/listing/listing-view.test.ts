import { describe, expect, it } from 'vitest'
import { readListingView } from '../../../main/files/listing/listing-view'

const CHROME =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7'

function view(query: string | undefined, fields: Readonly<Record<string, string>> = {}) {
  return readListingView(
    query,
    Object.entries(fields).map(([name, value]) => ({ name, value })),
  )
}

describe('readListingView chooses the format', () => {
  it.each([
    ['a browser', { Accept: CHROME, 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140' }, 'html'],
    ['curl', { Accept: '*/*', 'User-Agent': 'curl/8.5.0' }, 'text'],
    ['HTTPie', { Accept: '*/*', 'User-Agent': 'HTTPie/3.2' }, 'text'],
    ['wget, which follows links', { Accept: '*/*', 'User-Agent': 'Wget/1.21.4' }, 'html'],
    ['a client that says nothing', {}, 'html'],
    ['an unknown client', { Accept: '*/*', 'User-Agent': 'something' }, 'html'],
    ['curl asking for JSON', { Accept: 'application/json', 'User-Agent': 'curl/8' }, 'json'],
    ['curl asking for HTML', { Accept: 'text/html', 'User-Agent': 'curl/8' }, 'html'],
    ['a program that names JSON', { Accept: 'application/json, text/plain, */*' }, 'text'],
    ['a program that prefers JSON', { Accept: 'application/json, */*;q=0.5' }, 'json'],
    ['a program that takes JSON or anything', { Accept: 'application/json, */*' }, 'json'],
    ['a client that takes none of ours', { Accept: 'image/png' }, 'html'],
    ['a browser that hides in its name what it is not', { Accept: CHROME, 'User-Agent': 'Mozilla/5.0 curl/8' }, 'html'],
  ])('for %s', (_, fields, format) => {
    expect(view(undefined, fields).format).toBe(format)
  })

  it('by the query before anything else', () => {
    expect([
      view('format=json', { Accept: CHROME }).format,
      view('format=text', { Accept: CHROME }).format,
      view('format=html', { 'User-Agent': 'curl/8' }).format,
      view('format=xml', { Accept: CHROME }).format,
    ]).toEqual(['json', 'text', 'html', 'html'])
  })
})

describe('readListingView', () => {
  it('reads order, search and language', () => {
    expect(view('sort=modified&order=desc&q=a+%E4%B8%AD&lang=zh')).toMatchObject({
      sort: 'modified',
      order: 'desc',
      search: 'a 中',
      language: 'zh-CN',
      languageChosen: true,
    })
  })

  it('takes what makes no sense as not said', () => {
    expect(view('sort=colour&order=up&q=++&lang=tlh', { 'Accept-Language': 'zh-CN' })).toMatchObject({
      sort: 'name',
      order: 'asc',
      search: undefined,
      language: 'zh-CN',
      languageChosen: false,
    })
  })

  it('bounds what is searched for, and so repeated', () => {
    expect(view(`q=${'x'.repeat(10_000)}`).search).toHaveLength(200)
  })
})
