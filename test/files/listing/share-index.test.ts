import { describe, expect, it } from 'vitest'
import { answerShareIndex, type IndexedShare } from '../../../main/files/listing/share-index'
import { fileRequest, readAnswer, type Ask } from '../support/ask'

const SHARES: readonly IndexedShare[] = [
  { name: 'photos <2026>', mount: '/photos%20%3C2026%3E/', kind: 'folder', size: 4_000_000_000, modifiedAt: null },
  { name: 'film.mp4', mount: '/film.mp4', kind: 'file', size: 1_820_000_000, modifiedAt: 0 },
  { name: 'echo', mount: '/echo/', kind: 'echo', size: null, modifiedAt: null },
]

const index = async (options: Ask = {}, shares = SHARES) =>
  readAnswer(await answerShareIndex(fileRequest('/', options), shares, { hostName: 'lighthouse' }))

describe('answerShareIndex', () => {
  it('lists the shares in their order, each with its place', async () => {
    const { text, fields, plan } = await index({ query: 'format=json&sort=size&q=x' })
    expect(JSON.parse(text)).toEqual({
      share: 'lighthouse',
      path: ['Shared folders and files'],
      entries: [
        { name: 'photos <2026>', kind: 'folder', size: 4_000_000_000, modified: null, href: './photos%20%3C2026%3E/' },
        {
          name: 'film.mp4',
          kind: 'file',
          size: 1_820_000_000,
          modified: '1970-01-01T00:00:00.000Z',
          href: './film.mp4',
        },
        { name: 'echo', kind: 'echo', size: null, modified: null, href: './echo/' },
      ],
      count: 3,
      size: 5_820_000_000,
      complete: true,
    })
    expect([fields['content-type'], plan.subject]).toEqual(['application/json', { kind: 'listing' }])
  })

  it('is a page for people, with nothing to sort or search', async () => {
    const { text } = await index({ fields: { Accept: 'text/html', 'Accept-Language': 'zh' } })
    expect(text).toContain('<h1>lighthouse</h1>')
    expect(text).toContain('photos &lt;2026&gt;')
    expect(text).toContain('共享的文件夹与文件')
    expect(text).not.toMatch(/<form|sort=/)
  })

  it('costs 304 when nothing has changed', async () => {
    const { etag = '' } = (await index()).fields
    const same = await index({ fields: { 'If-None-Match': etag } })
    const other = await index({ fields: { 'If-None-Match': etag } }, SHARES.slice(1))
    expect([same.status, other.status]).toEqual([304, 200])
  })

  it.each([
    ['HEAD', 200],
    ['OPTIONS', 204],
    ['POST', 405],
    ['FOO', 501],
  ])('answers %s with %i', async (method, status) => {
    expect((await index({ method })).status).toBe(status)
  })
})
