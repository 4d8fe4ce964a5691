import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openServedContent } from '../../../main/files/open-served-content'
import type { ServedContent } from '../../../main/files/served-content'
import { ask, fileRequest, NOW, RULES } from '../support/ask'
import { link, MODIFIED, writeByOctets, writeTree } from '../support/fixture'
import { tempFolder } from '../support/temp-folder'

let root: string
let share: ServedContent

beforeEach(async () => {
  root = await tempFolder()
  share = await openServedContent(root)
})

interface JsonEntry {
  readonly name: string
  readonly folder?: string
  readonly kind: string
  readonly size: number | null
  readonly modified: string | null
  readonly href: string
}

async function list(path = '/', query = ''): Promise<readonly JsonEntry[]> {
  const { text } = await ask(share, path, { query: `format=json&${query}` })
  return (JSON.parse(text) as { entries: readonly JsonEntry[] }).entries
}

const names = async (path = '/', query = '') => (await list(path, query)).map(({ name }) => name)
const html = async (path = '/', query = '', fields = {}) => ask(share, path, { query: `format=html&${query}`, fields })
const hrefs = (text: string) =>
  [...text.matchAll(/href="([^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => !/^(?:#|data:)/.test(href))

describe('the listing', () => {
  it('tells of each entry its kind, size, date and address', async () => {
    await writeTree(root, { 'b.txt': 'BRAVO', 'sub/x': '' })
    await utimes(join(root, 'sub'), new Date(MODIFIED), new Date(MODIFIED))
    const modified = new Date(MODIFIED).toISOString()
    expect(await list()).toEqual([
      { name: 'sub', kind: 'folder', size: null, modified, href: './sub/' },
      { name: 'b.txt', kind: 'file', size: 5, modified, href: './b.txt' },
    ])
  })

  it('leaves out what visitors do not get, links that leave among it', async () => {
    await writeTree(root, { 'a.txt': 'A', '.env': 'S', id_rsa: 'K', 'sub/x': '', '.git/config': '' })
    await link(root, {
      out: '/etc/passwd',
      outFolder: '/etc',
      inside: 'a.txt',
      folder: 'sub',
      toHidden: '.git',
      gone: 'nope',
    })
    execFileSync('mkfifo', [join(root, 'fifo')])
    const entries = await list()
    expect(entries.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'folder folder',
      'folder sub',
      'file a.txt',
      'file inside',
    ])
  })

  it('shows what is hidden when the share does, and still no link that leaves', async () => {
    await writeTree(root, { '.env': 'S' })
    await link(root, { out: '/etc/passwd' })
    const { text } = await ask(share, '/', { query: 'format=json', rules: { showHidden: true } })
    expect(text).toContain('.env')
    expect(text).not.toContain('out')
  })

  it('sorts by name as people do, by size and by date, folders first', async () => {
    await writeTree(root, { 'file 10': '1', 'file 9': '22', Alpha: '333', 'zeta/x': '', 'beta/x': '' })
    await utimes(join(root, 'file 9'), 1, 1)
    const folders = (listed: readonly string[]) => listed.slice(0, 2)
    const files = (listed: readonly string[]) => listed.slice(2)
    expect(await names()).toEqual(['beta', 'zeta', 'Alpha', 'file 9', 'file 10'])
    expect(await names('/', 'order=desc')).toEqual(['zeta', 'beta', 'file 10', 'file 9', 'Alpha'])
    expect(files(await names('/', 'sort=size'))).toEqual(['file 10', 'file 9', 'Alpha'])
    expect(files(await names('/', 'sort=size&order=desc'))).toEqual(['Alpha', 'file 9', 'file 10'])
    expect(files(await names('/', 'sort=modified'))[0]).toBe('file 9')
    // Folders have no size: they stay in the order of their names.
    expect(folders(await names('/', 'sort=size&order=desc'))).toEqual(['beta', 'zeta'])
  })

  it('does not stumble over a date that no Date can hold', async () => {
    await writeTree(root, { 'far.txt': 'x' })
    try {
      execFileSync('touch', ['-d', '@100000000000000', join(root, 'far.txt')], { stdio: 'ignore' })
    } catch {
      // A file system of 34-bit seconds, such as ext4, cannot even hold it.
    }
    expect((await html()).status).toBe(200)
  })

  it('answers HEAD as GET', async () => {
    await writeTree(root, { 'a.txt': 'A' })
    const get = await ask(share, '/')
    const head = await ask(share, '/', { method: 'HEAD' })
    expect([head.status, head.fields, head.plan.content.kind]).toEqual([get.status, get.fields, 'none'])
  })
})

describe('the listing for people', () => {
  it('is one document that runs nothing and fetches nothing', async () => {
    await writeTree(root, { 'a.txt': 'A' })
    const { text, fields } = await html()
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(fields['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    )
    expect(fields).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'en',
      vary: 'Accept, Accept-Language, User-Agent',
      'x-content-type-options': 'nosniff',
    })
    expect(text).not.toMatch(/<script|javascript:|\son[a-z]+=|\sstyle=/)
  })

  it.each(
    [
      '<img src=x onerror=alert(1)>.txt',
      '"><script>alert(1)</script>.txt',
      "' onmouseover='alert(1)",
      'javascript:alert(1)',
      'amp&lt;.txt',
      'q?m#h%41.txt',
      'new\nline.txt',
      'bidi\u202egpj.exe',
      'zero\u200bwidth.txt',
      '//example.com',
      'http:x',
      '中文 😀.txt',
    ].map((name) => name.replaceAll('/', '_')),
  )('keeps %j a name, and its link leads to it', async (name) => {
    await writeTree(root, { [name]: 'FOUND' })
    const { text } = await html()
    expect(text).not.toMatch(/<script|<img|href="javascript:|onmouseover='/)
    expect(text).not.toMatch(/[\u202e\u200b]/)
    const [href = ''] = hrefs(text).filter((each) => each.startsWith('./') && !each.startsWith('./?'))
    expect(href).toMatch(/^\.\/[\x21-\x7e]+$/)
    const { pathname, host } = new URL(href, 'http://us.example/')
    expect(host).toBe('us.example')
    expect((await ask(share, pathname)).text).toBe('FOUND')
  })

  it('links to names that are not UTF-8', async () => {
    await writeByOctets(root, Buffer.from([0x62, 0xff]), 'FOUND')
    const { text } = await html()
    expect(hrefs(text)).toContain('./b%FF')
    expect(text).toContain('b<b class="odd">\\xff</b>')
  })

  it('speaks the reader’s language, or the one that is chosen, and keeps to that', async () => {
    await writeTree(root, { 'sub/x': '' })
    const chinese = await html('/', '', { 'Accept-Language': 'zh-CN,zh;q=0.9' })
    expect([chinese.text.includes('来自 <b>lighthouse</b> 的共享'), chinese.fields['content-language']]).toEqual([
      true,
      'zh-CN',
    ])
    const chosen = await html('/', 'lang=zh', { 'Accept-Language': 'en' })
    expect([chosen.text.includes('<html lang="zh-CN">'), hrefs(chosen.text).includes('./sub/?lang=zh-CN')]).toEqual([
      true,
      true,
    ])
  })

  it('leads back by relative ways', async () => {
    await writeTree(root, { 'one/two/x': '' })
    const crumbs = (text: string) => hrefs(/<nav[^]*?<\/nav>/.exec(text)?.[0] ?? '')
    const alone = await ask(share, '/one/two/', { query: 'format=html' })
    const mounted = await ask(share, '/one/two/', { query: 'format=html', rules: { mount: '/photos/' } })
    expect([crumbs(alone.text), crumbs(mounted.text)]).toEqual([
      ['../../', '../'],
      ['../../../', '../../', '../'],
    ])
  })

  it('offers the other order of the column it is sorted by', async () => {
    const { text } = await html('/', 'sort=size&order=desc')
    expect(hrefs(text).filter((href) => href.includes('sort='))).toEqual([
      './?sort=name&order=asc',
      './?sort=size&order=asc',
      './?sort=modified&order=desc',
    ])
  })

  it('counts, and says when there is nothing', async () => {
    expect((await html()).text).toContain('Nothing in this folder yet')
    await writeTree(root, { 'a.bin': Buffer.alloc(1500), 'b.bin': Buffer.alloc(600) })
    expect((await html()).text).toContain('<p class="count">2 items · 2.1 kB</p>')
  })

  it('shows a README as text, and nothing of one that is none', async () => {
    await writeTree(root, { 'readme.md': '# <b>Hello</b>\n', 'bin/README': Buffer.from([0xff, 0xfe, 0x00]) })
    expect((await html()).text).toContain('<pre># &lt;b&gt;Hello&lt;/b&gt;</pre>')
    expect((await html('/bin/')).text).not.toContain('<pre>')
  })

  it('gives programs that follow links those to files and folders only', async () => {
    await writeTree(root, { 'sub/a.txt': 'A', 'b.txt': 'B' })
    const { text, fields } = await ask(share, '/sub/', { fields: { Accept: '*/*', 'User-Agent': 'Wget/1.21.4' } })
    expect(fields['content-type']).toBe('text/html; charset=utf-8')
    expect(text).not.toContain('<form')
    expect([...new Set(hrefs(text))]).toEqual(['../', './a.txt'])
  })
})

describe('the listing for terminals', () => {
  it('is one line for each entry, whatever its name holds', async () => {
    await writeTree(root, { 'sub/x': '', 'a b.txt': 'BRAVO', 'esc\u001b[31m\nred.txt': '' })
    const { text, fields } = await ask(share, '/', { fields: { 'User-Agent': 'curl/8.5.0' } })
    expect(fields['content-type']).toBe('text/plain; charset=utf-8')
    const lines = text.split('\n').map((line) => line.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d/, 'DATE'))
    expect(lines).toEqual([
      'Summer 2026',
      '',
      'DATE         -  sub/',
      'DATE       5 B  a b.txt',
      'DATE       0 B  esc\\u{1b}[31m\\u{a}red.txt',
      '',
      '3 items, 5 B',
      '',
    ])
  })
})

describe('the listing’s entity tag', () => {
  const tag = async (query = '') => (await html('/', query)).fields['etag'] ?? ''

  beforeEach(() => writeTree(root, { 'a.txt': 'AAAA', 'sub/x': '' }))

  it('makes a reload cost 304', async () => {
    const etag = await tag()
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
    const again = await html('/', '', { 'If-None-Match': etag })
    expect([again.status, again.fields['etag'], again.fields['vary'], again.bytes.length]).toEqual([
      304,
      etag,
      'Accept, Accept-Language, User-Agent',
      0,
    ])
  })

  it.each([
    ['a file is rewritten at the same size', () => writeFile(join(root, 'a.txt'), 'BBBB')],
    [
      'a file grows and keeps its date',
      async () => {
        await writeFile(join(root, 'a.txt'), 'AAAAB')
        await utimes(join(root, 'a.txt'), new Date(MODIFIED), new Date(MODIFIED))
      },
    ],
    ['a file comes', () => writeFile(join(root, 'b.txt'), '')],
    ['a file goes', () => rm(join(root, 'a.txt'))],
    ['something comes into a folder below, so that its date changes', () => writeFile(join(root, 'sub/y'), '')],
  ])('changes when %s', async (_, change) => {
    const etag = await tag()
    await change()
    expect(await tag()).not.toBe(etag)
  })

  it('differs by format, order, language, name of the share and year', async () => {
    const plan = async (query: string, rules = {}, at = NOW) =>
      (await ask(share, '/', { query, rules, at })).fields['etag']
    const tags = [
      await plan('format=html'),
      await plan('format=text'),
      await plan('format=html&sort=size'),
      await plan('format=html&lang=zh'),
      await plan('format=html', { name: 'Autumn' }),
      await plan('format=html', {}, Date.UTC(2031, 5, 1)),
    ]
    expect(new Set(tags).size).toBe(tags.length)
  })

  it('ignores dates: there is none to compare with', async () => {
    const fields = { 'If-Modified-Since': new Date(NOW).toUTCString(), 'If-Unmodified-Since': MODIFIED }
    expect((await html('/', '', fields)).status).toBe(200)
  })

  it('answers If-Match for another one with 412', async () => {
    expect((await html('/', '', { 'If-Match': '"x"' })).status).toBe(412)
  })
})

describe('a search', () => {
  beforeEach(() =>
    writeTree(root, {
      'harbour.jpg': 'A',
      'photos/Harbour Morning.JPG': 'BB',
      'photos/2026/harbour-evening.png': '',
      'photos/2026/灯塔.png': '',
      'photos/.private/harbour.jpg': '',
      'harbour-plans/x': '',
    }),
  )

  const found = async (query: string, path = '/') =>
    (await list(path, query)).map(({ folder, name, href }) => [folder, name, href])

  it('finds by parts of names, in the folder and below, the nearest first', async () => {
    expect(await found('q=harbour')).toEqual([
      [undefined, 'harbour-plans', './harbour-plans/'],
      [undefined, 'harbour.jpg', './harbour.jpg'],
      ['photos', 'Harbour Morning.JPG', './photos/Harbour%20Morning.JPG'],
      ['photos/2026', 'harbour-evening.png', './photos/2026/harbour-evening.png'],
    ])
  })

  it.each([
    ['q=HARBOUR+jpg', ['harbour.jpg', 'Harbour Morning.JPG']],
    ['q=%E7%81%AF', ['灯塔.png']],
    ['q=nothing', []],
    ['q=private', []],
  ])('%s', async (query, expected) => {
    expect((await found(query)).map(([, name]) => name)).toEqual(expected)
  })

  it('begins where one is', async () => {
    expect((await found('q=harbour', '/photos/2026/')).map(([, , href]) => href)).toEqual(['./harbour-evening.png'])
  })

  it('does not go round in circles, nor out', async () => {
    await link(join(root, 'photos'), { loop: '..', out: '/etc', 'harbour-link': '/etc/passwd' })
    expect(await found('q=harbour')).toHaveLength(4)
    expect(await found('q=passwd')).toEqual([])
  })

  it('repeats what was searched for as text', async () => {
    const { text, fields } = await html('/', `q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(text).not.toContain('<script>')
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(text).toContain('Nothing here has that in its name')
    expect(fields['etag']).toBeUndefined()
  })

  it('stops at 1,000 results and says so', async () => {
    await writeTree(root, Object.fromEntries(Array.from({ length: 1005 }, (_, at) => [`many/hit ${String(at)}`, ''])))
    const { text } = await ask(share, '/', { query: 'format=json&q=hit' })
    expect(JSON.parse(text)).toMatchObject({ count: 1000, complete: false })
    expect((await html('/', 'q=hit')).text).toContain('The first 1,000 results; there may be more')
  })

  it('closes what it opened when nobody reads on', async () => {
    const plan = await share.answer(fileRequest('/', { query: 'q=harbour' }), RULES)
    if (plan.content.kind !== 'stream') throw new Error('Cannot go on: expected a stream')
    const iterator = plan.content.chunks[Symbol.asyncIterator]()
    await iterator.next()
    await iterator.next()
    await iterator.return?.()
    // The folder could not be removed on Windows, nor the count be zero, if a handle were left.
    expect((await ask(share, '/harbour.jpg')).text).toBe('A')
  })
})

describe('a large folder', () => {
  // Enough for a thread to look at them.
  const COUNT = 2000

  beforeEach(async () => {
    for (let at = 0; at < COUNT; at += 500) {
      await Promise.all(
        Array.from({ length: 500 }, (_, offset) =>
          writeFile(join(root, `file ${String(at + offset)}`), 'x'.repeat(at % 7)),
        ),
      )
    }
    await writeTree(root, { 'sub/x': '', '.hidden': '' })
  })

  it('is streamed in order, and whole', async () => {
    const plan = await share.answer(fileRequest('/', { query: 'format=json' }), RULES)
    expect([plan.content.kind, plan.fields.some(([name]) => name === 'ETag')]).toEqual(['stream', false])
    const listed = await names()
    expect(listed).toEqual(['sub', ...Array.from({ length: COUNT }, (_, at) => `file ${String(at)}`)])
  })

  it('is sorted by size as well', async () => {
    const sizes = (await list('/', 'sort=size&order=desc')).map(({ size }) => size ?? 0)
    expect(sizes.slice(1)).toEqual([...sizes.slice(1)].sort((a, b) => b - a))
    expect(sizes).toHaveLength(COUNT + 1)
  })

  it('sends its head before it has read its names, and in small chunks', async () => {
    const plan = await share.answer(fileRequest('/', { query: 'format=html' }), RULES)
    if (plan.content.kind !== 'stream') throw new Error('Cannot go on: expected a stream')
    const lengths: number[] = []
    for await (const chunk of plan.content.chunks) lengths.push(chunk.length)
    expect(lengths.length).toBeGreaterThan(10)
    expect(Math.max(...lengths)).toBeLessThan(80_000)
  })

  it('leaves nothing open when it is never read, or not to its end', async () => {
    const { readdirSync } = await import('node:fs')
    const before = readdirSync('/proc/self/fd').length
    await share.answer(fileRequest('/', { query: 'format=html' }), RULES)
    const plan = await share.answer(fileRequest('/', { query: 'format=html' }), RULES)
    if (plan.content.kind !== 'stream') throw new Error('Cannot go on: expected a stream')
    const iterator = plan.content.chunks[Symbol.asyncIterator]()
    await iterator.next()
    await iterator.next()
    await iterator.return?.()
    // The thread has descriptors of its own, for as long as it takes to end.
    await expect.poll(() => readdirSync('/proc/self/fd').length).toBe(before)
  })

  it('cuts the answer off when it is gone before it is read', async () => {
    const plan = await share.answer(fileRequest('/', { query: 'format=html' }), RULES)
    if (plan.content.kind !== 'stream') throw new Error('Cannot go on: expected a stream')
    await rm(root, { recursive: true })
    await expect(plan.content.chunks[Symbol.asyncIterator]().next()).rejects.toThrow('Cannot go on listing the folder')
  })
})
