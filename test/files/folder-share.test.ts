import { Buffer } from 'node:buffer'
import * as nodeFs from 'node:fs/promises'
import { open, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openServedContent } from '../../main/files/open-served-content'
import type { ServedContent } from '../../main/files/served-content'
import { descriptorsBelow } from './support/descriptors'
import { ask, NOW, type Ask } from './support/ask'
import { link, MODIFIED, writeByOctets, writeTree } from './support/fixture'
import { tempFolder } from './support/temp-folder'

const R26 = 'abcdefghijklmnopqrstuvwxyz'

let root: string
let share: ServedContent

beforeEach(async () => {
  root = await tempFolder()
  await writeTree(root, {
    'r26.txt': R26,
    'empty.bin': '',
    'data.bin': Buffer.from([0, 1, 2]),
    'page.html': '<!doctype html><p>PAGE',
    'sub/b.txt': 'BRAVO',
    'site/index.html': '<!doctype html><p>INDEX',
    '.env': 'SECRET=1',
    id_rsa: 'KEY',
  })
  share = await openServedContent(root)
})

describe('FolderShare answers GET', () => {
  it('with the file and all that describes it', async () => {
    const { status, fields, text, plan } = await ask(share, '/r26.txt')
    expect({ status, fields, text }).toEqual({
      status: 200,
      fields: {
        'content-type': 'text/plain; charset=utf-8',
        'accept-ranges': 'bytes',
        etag: expect.stringMatching(/^"[0-9a-z]+-[0-9a-z]+-[0-9a-z]+-[0-9a-z]+"$/) as string,
        'last-modified': MODIFIED,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      },
      text: R26,
    })
    expect(plan.subject).toEqual({
      shareId: 7,
      kind: 'file',
      path: 'r26.txt',
      size: 26,
      entityTag: fields['etag'],
    })
  })

  it.each([
    ['中文 文件.txt', '/%E4%B8%AD%E6%96%87%20%E6%96%87%E4%BB%B6.txt'],
    ['emoji-😀.txt', '/emoji-%F0%9F%98%80.txt'],
    ['pct%41.txt', '/pct%2541.txt'],
    ['q?m.txt', '/q%3Fm.txt'],
    ['ha#sh.txt', '/ha%23sh.txt'],
    ['dq"uote.txt', '/dq%22uote.txt'],
    ["quo'te.txt", "/quo'te.txt"],
    ['new\nline.txt', '/new%0Aline.txt'],
    ['bidi\u202egpj.exe', '/bidi%E2%80%AEgpj.exe'],
    ['back\\slash.txt', '/back%5Cslash.txt'],
    ['nfd-e\u0301.txt', '/nfd-e%CC%81.txt'],
    ['javascript:alert(1)', '/javascript:alert(1)'],
  ])('by a name like %j', async (name, path) => {
    await writeTree(root, { [name]: 'FOUND' })
    expect((await ask(share, path)).text).toBe('FOUND')
  })

  it('by a name that is not UTF-8', async () => {
    await writeByOctets(root, Buffer.from([0x62, 0xff, 0xfe]), 'FOUND')
    const { text, plan, fields } = await ask(share, '/b%FF%FE')
    expect([text, plan.subject?.path, fields['content-disposition']]).toEqual([
      'FOUND',
      'b\ufffd\ufffd',
      expect.stringContaining("filename*=UTF-8''b%EF%BF%BD%EF%BF%BD"),
    ])
  })

  it('with nothing for an empty file', async () => {
    const { status, bytes, plan } = await ask(share, '/empty.bin')
    expect([status, bytes.length, plan.content.kind]).toEqual([200, 0, 'bytes'])
  })

  it.each([
    ['UTF-16', Buffer.from('\ufeffabc', 'utf16le'), 'text/plain; charset=utf-16le'],
    ['GBK, which no label would help', Buffer.from([0xb5, 0xc6, 0xcb, 0xfe]), 'text/plain'],
    ['UTF-8', Buffer.from('灯塔'), 'text/plain; charset=utf-8'],
  ])('with the encoding of a text in %s', async (_, octets, mediaType) => {
    await writeTree(root, { 'text.txt': octets })
    const first = await ask(share, '/text.txt')
    const again = await ask(share, '/text.txt')
    expect([first.fields['content-type'], again.fields['content-type']]).toEqual([mediaType, mediaType])
  })

  it('with TypeScript as text and a transport stream as video', async () => {
    const stream = Buffer.alloc(376)
    stream[0] = stream[188] = 0x47
    await writeTree(root, { 'code.ts': 'export {}', 'film.ts': stream })
    expect([
      (await ask(share, '/code.ts')).fields['content-type'],
      (await ask(share, '/film.ts')).fields['content-type'],
    ]).toEqual(['text/plain; charset=utf-8', 'video/mp2t'])
  })
})

describe('FolderShare offers a file to be kept', () => {
  const disposition = async (path: string, options = {}) =>
    (await ask(share, path, options)).fields['content-disposition']

  it('when browsers cannot show it', async () => {
    expect([await disposition('/data.bin'), await disposition('/r26.txt')]).toEqual([
      'attachment; filename="data.bin"',
      undefined,
    ])
  })

  it.each(['download', 'download=', 'x=1&download', 'download=1&y'])('when the query says %s', async (query) => {
    expect(await disposition('/r26.txt', { query })).toBe('attachment; filename="r26.txt"')
  })

  it.each(['downloads', 'x=download', 'DOWNLOAD'])('not when the query says %s', async (query) => {
    expect(await disposition('/r26.txt', { query })).toBeUndefined()
  })

  it('always, when the share says so, with its name intact', async () => {
    await writeTree(root, { '灯塔 "1".txt': 'x' })
    expect(await disposition('/%E7%81%AF%E5%A1%94%20%221%22.txt', { rules: { alwaysAttach: true } })).toBe(
      `attachment; filename="__ _1_.txt"; filename*=UTF-8''%E7%81%AF%E5%A1%94%20%221%22.txt`,
    )
  })
})

describe('FolderShare keeps shared pages to themselves', () => {
  it.each([
    ['page.html', 'x'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['page.xhtml', '<html/>'],
    ['feed.xml', '<a/>'],
  ])('%s', async (name, content) => {
    await writeTree(root, { [name]: content })
    const policy = (await ask(share, `/${name}`)).fields['content-security-policy']
    expect(policy).toMatch(/^sandbox /)
    expect(policy).not.toMatch(/allow-same-origin|allow-top-navigation/)
  })

  it('but not when the user shares a web site', async () => {
    const { fields, text } = await ask(share, '/site/', { rules: { serveIndex: true } })
    expect([text, fields['content-security-policy'], fields['content-disposition']]).toEqual([
      '<!doctype html><p>INDEX',
      undefined,
      undefined,
    ])
  })
})

describe('FolderShare answers HEAD', () => {
  it.each([['/r26.txt'], ['/sub/'], ['/sub'], ['/nope'], ['/empty.bin']])(
    'for %s as GET, without content',
    async (path) => {
      const get = await ask(share, path)
      const head = await ask(share, path, { method: 'HEAD' })
      expect([head.status, head.fields, head.bytes.length]).toEqual([get.status, get.fields, 0])
      expect(head.plan.content.kind).toBe('none')
    },
  )

  it('with the length that GET would have, and without looking at Range', async () => {
    for (const range of ['bytes=0-4', 'bytes=100-']) {
      const { status, plan } = await ask(share, '/r26.txt', { method: 'HEAD', fields: { Range: range } })
      expect([status, plan.content]).toEqual([200, { kind: 'none', length: 26 }])
    }
  })
})

describe('FolderShare closes', () => {
  it('every file and folder, whatever the answer', async () => {
    const asked: readonly (readonly [string, Ask])[] = [
      ['/r26.txt', {}],
      ['/r26.txt', { method: 'HEAD' }],
      ['/r26.txt', { fields: { Range: 'bytes=0-0,-1' } }],
      ['/r26.txt', { fields: { Range: 'bytes=100-' } }],
      ['/r26.txt', { fields: { 'If-None-Match': '*' } }],
      ['/r26.txt', { fields: { 'If-Match': '"x"' } }],
      ['/r26.txt/', {}],
      ['/empty.bin', {}],
      ['/sub', {}],
      ['/sub/', {}],
      ['/sub/', { method: 'HEAD' }],
      ['/site/', { rules: { serveIndex: true } }],
      ['/.env', {}],
    ]
    for (const [path, options] of asked) await ask(share, path, options)
    // What was sent a moment ago is held open for another.
    await expect.poll(() => descriptorsBelow(root), { timeout: 3000 }).toBe(0)
  })
})

describe('FolderShare answers other methods', () => {
  it('OPTIONS with what it allows', async () => {
    const { status, fields, plan } = await ask(share, '/r26.txt', { method: 'OPTIONS' })
    expect([status, fields, plan.content]).toEqual([204, { allow: 'GET, HEAD, OPTIONS' }, { kind: 'none' }])
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'CONNECT'])('%s with 405 and Allow', async (method) => {
    const { status, fields, plan } = await ask(share, '/r26.txt', { method })
    expect([status, fields['allow'], plan.subject?.reason]).toEqual([405, 'GET, HEAD, OPTIONS', 'method-not-allowed'])
  })

  it.each(['FOO', 'get', 'PROPFIND'])('%s with 501', async (method) => {
    const { status, plan } = await ask(share, '/r26.txt', { method })
    expect([status, plan.subject?.reason]).toEqual([501, 'method-unknown'])
  })
})

describe('FolderShare refuses', () => {
  it.each([
    ['/nope.txt', 404, 'not-found'],
    ['/r26.txt/', 404, 'not-found'],
    ['/r26.txt/x', 404, 'not-found'],
    ['/.env', 404, 'hidden-dot-file'],
    ['/%2eenv', 404, 'hidden-dot-file'],
    ['/id_rsa', 404, 'hidden-secret'],
    ['/out', 404, 'link-leaves-share'],
    ['/%zz', 400, 'malformed-path'],
    ['/../r26.txt', 400, 'malformed-path'],
    ['/r26.txt%00', 400, 'malformed-path'],
    ['/sub%2Fb.txt', 404, 'malformed-path'],
  ])('%s with %i, %s in the row', async (path, status, reason) => {
    await link(root, { out: '/etc/passwd' })
    const answer = await ask(share, path)
    expect([answer.status, answer.plan.subject?.reason]).toEqual([status, reason])
    expect(answer.fields['content-type']).toBe('text/html; charset=utf-8')
  })

  it('what is hidden exactly as what does not exist', async () => {
    const [hidden, missing] = [await ask(share, '/.env'), await ask(share, '/nope')]
    expect([hidden.status, hidden.fields, hidden.text]).toEqual([missing.status, missing.fields, missing.text])
  })

  it('nothing that is hidden when the share shows all', async () => {
    expect((await ask(share, '/.env', { rules: { showHidden: true } })).text).toBe('SECRET=1')
  })

  it.each([
    ['EACCES', 403, 'forbidden-by-system', undefined],
    ['EMFILE', 503, 'too-many-open-files', '5'],
    ['EIO', 500, 'read-error', undefined],
  ])('when the disk says %s', async (code, status, reason, retryAfter) => {
    const failure = Object.assign(new Error(`${code}: /srv/private`), { code, errno: -1 })
    let broken = false
    const failing = await openServedContent(root, {
      fs: { ...nodeFs, open: (path, flags) => (broken ? Promise.reject(failure) : nodeFs.open(path, flags)) },
    })
    broken = true
    const answer = await ask(failing, '/r26.txt')
    expect([answer.status, answer.plan.subject?.reason, answer.fields['retry-after']]).toEqual([
      status,
      reason,
      retryAfter,
    ])
    expect(answer.text).not.toContain('/srv/private')
  })

  it('with 503 when the folder itself is gone, and serves again when it is back', async () => {
    await rename(root, `${root}-away`)
    const gone = await ask(share, '/r26.txt', { fields: { 'Accept-Language': 'zh-CN' } })
    await rename(`${root}-away`, root)
    const back = await ask(share, '/r26.txt')
    expect([gone.status, gone.plan.subject?.reason, gone.fields['retry-after'], back.status]).toEqual([
      503,
      'share-vanished',
      '5',
      200,
    ])
    expect(gone.text).toContain('共享的文件夹已不在')
  })

  it('lets a bug of ours be one', async () => {
    const bug = new TypeError('undefined is not a function')
    let broken = false
    const failing = await openServedContent(root, {
      fs: { ...nodeFs, open: (path, flags) => (broken ? Promise.reject(bug) : nodeFs.open(path, flags)) },
    })
    broken = true
    await expect(ask(failing, '/r26.txt')).rejects.toBe(bug)
  })
})

describe('FolderShare redirects', () => {
  it.each([
    ['/sub', undefined, './sub/'],
    ['/sub', 'k=v', './sub/?k=v'],
    ['/sub', '', './sub/?'],
    ['//sub', undefined, './sub/'],
    ['/a%20%E4%B8%AD', undefined, './a%20%E4%B8%AD/'],
    ['/col:on', undefined, './col:on/'],
    ['/sub', 'x=\u00e9\u0009"', './sub/?x=%E9%09"'],
  ])('%s?%s to a relative place', async (path, query, location) => {
    await writeTree(root, { 'a 中/x': '', 'col:on/x': '' })
    const { status, fields } = await ask(share, path, query === undefined ? {} : { query })
    expect([status, fields['location'], fields['cache-control']]).toEqual([301, location, 'no-cache'])
  })

  it.each(['//example.com', '//example.com/', '/%5cexample.com/', '///example.com/sub', '/%09/example.com'])(
    '%s nowhere else',
    async (path) => {
      const { fields } = await ask(share, path)
      expect(fields['location']).toBeUndefined()
    },
  )
})

describe('FolderShare honours preconditions', () => {
  const validators = async () => (await ask(share, '/r26.txt')).fields

  it('If-None-Match with 304, carrying what a cache needs and no content', async () => {
    const { etag = '' } = await validators()
    const { status, fields, plan } = await ask(share, '/r26.txt', { fields: { 'If-None-Match': `"x", W/${etag}` } })
    expect([status, fields, plan.content]).toEqual([
      304,
      { etag, 'last-modified': MODIFIED, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' },
      { kind: 'none' },
    ])
  })

  it.each([
    [{ 'If-Modified-Since': MODIFIED }, 304],
    [{ 'If-Modified-Since': 'Thu, 20 Feb 2020 02:02:01 GMT' }, 200],
    [{ 'If-Match': '"x"' }, 412],
    [{ 'If-Match': '*' }, 200],
    [{ 'If-Unmodified-Since': 'Thu, 20 Feb 2020 02:02:01 GMT' }, 412],
    [{ 'If-None-Match': '*' }, 304],
    // In the order of RFC 9110 §13.2.2: before the range is looked at.
    [{ 'If-Match': '"x"', Range: 'bytes=100-' }, 412],
    [{ 'If-None-Match': '*', Range: 'bytes=0-1' }, 304],
  ])('%j with %i', async (fields, status) => {
    expect((await ask(share, '/r26.txt', { fields })).status).toBe(status)
  })

  it('none for what is not there', async () => {
    expect((await ask(share, '/nope', { fields: { 'If-Match': '"x"', 'If-None-Match': '*' } })).status).toBe(404)
  })

  it('HEAD as GET', async () => {
    expect((await ask(share, '/r26.txt', { method: 'HEAD', fields: { 'If-None-Match': '*' } })).status).toBe(304)
  })
})

describe('FolderShare sends ranges', () => {
  it('one', async () => {
    const { status, fields, text, plan } = await ask(share, '/r26.txt', { fields: { Range: 'bytes=5-9' } })
    expect([status, fields['content-range'], text, plan.subject?.ranges]).toEqual([
      206,
      'bytes 5-9/26',
      'fghij',
      [{ first: 5, last: 9 }],
    ])
  })

  it('several, as multipart', async () => {
    const { status, fields, text, bytes, plan } = await ask(share, '/r26.txt', { fields: { Range: 'bytes=0-0,-2' } })
    const boundary = /^multipart\/byteranges; boundary=([0-9a-f]{36})$/.exec(fields['content-type'] ?? '')?.[1] ?? ''
    expect(text.replaceAll(boundary, 'B').split('\r\n')).toEqual([
      '--B',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Range: bytes 0-0/26',
      '',
      'a',
      '--B',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Range: bytes 24-25/26',
      '',
      'yz',
      '--B--',
      '',
    ])
    expect([status, fields['content-range']]).toEqual([206, undefined])
    expect(plan.content).toMatchObject({ kind: 'parts', length: bytes.length })
  })

  it('none beyond the end: 416 with the size', async () => {
    const { status, fields, plan } = await ask(share, '/r26.txt', { fields: { Range: 'bytes=26-' } })
    expect([status, fields['content-range'], plan.subject?.reason, plan.subject?.path]).toEqual([
      416,
      'bytes */26',
      'range-not-satisfiable',
      'r26.txt',
    ])
  })

  it.each(['bytes=5-4', 'items=0-5', 'bytes=a-b'])('the whole for %s', async (range) => {
    const { status, text } = await ask(share, '/r26.txt', { fields: { Range: range } })
    expect([status, text]).toEqual([200, R26])
  })

  it('only of the version that If-Range names', async () => {
    const { etag = '' } = (await ask(share, '/r26.txt')).fields
    const statuses = await Promise.all(
      [etag, MODIFIED, '"x"', `W/${etag}`].map(
        async (ifRange) =>
          (await ask(share, '/r26.txt', { fields: { Range: 'bytes=0-1', 'If-Range': ifRange } })).status,
      ),
    )
    expect(statuses).toEqual([206, 206, 200, 200])
  })

  it('exactly, beyond 4 GiB', async () => {
    const size = 5 * 2 ** 30
    const file = await open(join(root, 'sparse.bin'), 'w')
    await file.truncate(size)
    await file.write('FOURGIGMARK', 2 ** 32)
    await file.write('TAIL!', size - 5)
    await file.close()
    const texts = await Promise.all(
      ['bytes=4294967296-4294967306', 'bytes=-5', `bytes=${String(size - 5)}-`, 'bytes=4294967295-4294967296'].map(
        async (range) => (await ask(share, '/sparse.bin', { fields: { Range: range } })).text,
      ),
    )
    expect(texts).toEqual(['FOURGIGMARK', 'TAIL!', 'TAIL!', '\0F'])
    const head = await ask(share, '/sparse.bin', { method: 'HEAD' })
    expect(head.plan.content).toEqual({ kind: 'none', length: size })
  })
})

describe('FolderShare tells versions apart', () => {
  const file = () => join(root, 'v.txt')
  const write = async (content: string, seconds: number) => {
    await writeFile(file(), content)
    // As a Date: Node takes a negative number for now.
    await utimes(file(), new Date(seconds * 1000), new Date(seconds * 1000))
  }
  const tag = async () => (await ask(share, '/v.txt')).fields['etag']

  it('within the same second', async () => {
    await write('AAAA', 1_600_000_000.1)
    const first = await tag()
    await write('BBBB', 1_600_000_000.7)
    expect(await tag()).not.toBe(first)
  })

  it('by size, when the time is kept', async () => {
    await write('AAAA', 1_600_000_000)
    const first = await tag()
    await write('AAAAB', 1_600_000_000)
    expect(await tag()).not.toBe(first)
  })

  it('by inode, when it is replaced by one of the same size and time', async () => {
    await write('AAAA', 1_600_000_000)
    const first = await tag()
    await rename(file(), join(root, 'kept.txt'))
    await write('BBBB', 1_600_000_000)
    expect(await tag()).not.toBe(first)
  })

  it('and sends what is there now', async () => {
    for (const content of ['z', 'zz', 'zzz']) {
      await write(content, NOW / 1000 - 5)
      expect((await ask(share, '/v.txt')).text).toBe(content)
    }
    await rm(file())
    expect((await ask(share, '/v.txt')).status).toBe(404)
  })

  it('and never dates one later than now', async () => {
    await write('F', Date.UTC(2040, 0, 1) / 1000)
    const { fields } = await ask(share, '/v.txt', { at: NOW })
    expect(fields['last-modified']).toBe(new Date(NOW).toUTCString())
  })

  it('and dates one from before 1970 as it is', async () => {
    await write('O', -86_400)
    expect((await ask(share, '/v.txt')).fields['last-modified']).toBe('Wed, 31 Dec 1969 00:00:00 GMT')
  })
})

describe('FolderShare serves index.html', () => {
  const site = { rules: { serveIndex: true } }

  it('for a folder that has one, if the share says so', async () => {
    expect((await ask(share, '/site/', site)).text).toContain('INDEX')
    expect((await ask(share, '/site/')).text).toContain('index.html')
    expect((await ask(share, '/site/')).plan.subject?.kind).toBe('listing')
  })

  it('with its own path in the row', async () => {
    expect((await ask(share, '/site/', site)).plan.subject).toMatchObject({ kind: 'file', path: 'site/index.html' })
  })

  it('never as a file to keep', async () => {
    const rules = { serveIndex: true, alwaysAttach: true }
    expect((await ask(share, '/site/', { rules })).fields['content-disposition']).toBeUndefined()
    expect((await ask(share, '/site/index.html', { rules })).fields['content-disposition']).toBe(
      'attachment; filename="index.html"',
    )
  })

  it('not when it is a folder, or leads out', async () => {
    await writeTree(root, { 'odd/index.html/x': '' })
    await writeTree(root, { 'linked/x': '' })
    await link(join(root, 'linked'), { 'index.html': '/etc/passwd' })
    expect([
      (await ask(share, '/odd/', site)).plan.subject?.kind,
      (await ask(share, '/linked/', site)).plan.subject?.kind,
    ]).toEqual(['listing', 'listing'])
  })
})
