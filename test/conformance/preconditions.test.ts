/** Validators and conditional requests: RFC 9110 §8.8 and §13. */
import { rename, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RawResponse } from '../support/raw-client'
import { LETTERS, MODIFIED_AT } from '../support/share-fixture'
import type { Fields } from '../support/asked-server'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

const LAST_MODIFIED = 'Thu, 20 Feb 2020 02:02:02 GMT'
/** HTTP-dates some seconds from when the file was changed. */
const later = (seconds: number) => new Date(MODIFIED_AT.getTime() + seconds * 1000).toUTCString()

let whole: RawResponse
/** The file's entity tag, with its quotes. */
let tag: string

beforeAll(async () => {
  whole = await served().get('/letters.txt')
  tag = whole.fields.etag ?? ''
})

/** Replaces TAG by the entity tag, OPAQUE by what is between its quotes. */
function withTag(fields: Record<string, string>): Fields {
  return Object.entries(fields).map(
    ([name, value]) => [name, value.replaceAll('TAG', tag).replaceAll('OPAQUE', tag.slice(1, -1))] as const,
  )
}

describe('A file', () => {
  it('has a strong entity tag, its date, and a Date of the preferred format', () => {
    expect(whole.fields).toMatchObject({
      etag: expect.stringMatching(/^"[\x21\x23-\x7e]+"$/) as unknown,
      'last-modified': LAST_MODIFIED,
      // RFC 9110 §5.6.7: IMF-fixdate.
      date: expect.stringMatching(
        /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/,
      ) as unknown,
    })
  })

  it('changed in the future is not said to be (RFC 9110 §8.8.2.1)', async () => {
    const { fields } = await served().get('/future.txt')
    expect(Date.parse(fields['last-modified'] ?? '')).toBeLessThanOrEqual(Date.parse(fields.date ?? ''))
  })

  it('changed before 1970 has its date', async () => {
    const { fields, content } = await served().get('/old.txt')
    expect([content.toString(), fields['last-modified']]).toEqual(['O', 'Wed, 31 Dec 1969 00:00:00 GMT'])
  })
})

describe('The entity tag', () => {
  const write = async (name: string, content: string, seconds: number) => {
    const path = join(served().root, name)
    await writeFile(path, content)
    await utimes(path, seconds, seconds)
  }
  const tagOf = async (name: string) => (await served().get(`/${name}`)).fields.etag

  it('changes with the content within one second', async () => {
    await write('second.txt', 'AAAA', 1_600_000_000.1)
    const before = await tagOf('second.txt')
    await write('second.txt', 'BBBB', 1_600_000_000.7)
    expect(await tagOf('second.txt')).not.toBe(before)
  })

  it('changes with the size though the date is the same', async () => {
    await write('size.txt', 'AAAA', 1_600_000_000)
    const before = await tagOf('size.txt')
    await write('size.txt', 'AAAAB', 1_600_000_000)
    expect(await tagOf('size.txt')).not.toBe(before)
  })

  it('changes when another file of the same size and date takes the place', async () => {
    await write('replaced.txt', 'AAAA', 1_600_000_000)
    const before = await tagOf('replaced.txt')
    await write('replaced.new', 'BBBB', 1_600_000_000)
    await rename(join(served().root, 'replaced.new'), join(served().root, 'replaced.txt'))
    expect(await tagOf('replaced.txt')).not.toBe(before)
  })

  it('belongs to content that is never stale: what was just written is what is sent', async () => {
    for (let round = 0; round < 5; round += 1) {
      const content = 'z'.repeat(10 + round * 7)
      await write('fresh.txt', content, Date.now() / 1000)
      expect((await served().get('/fresh.txt')).content.toString()).toBe(content)
    }
  })

  it('is gone with the file', async () => {
    await write('flip.txt', '1', 1_600_000_000)
    const before = (await served().get('/flip.txt')).status
    await unlink(join(served().root, 'flip.txt'))
    expect([before, (await served().get('/flip.txt')).status]).toEqual([200, 404])
  })
})

/** Each for GET and for HEAD, which differ in nothing but the content (RFC 9110 §13.2.1). */
describe.each(['GET', 'HEAD'])('%s', (method) => {
  const expectStatus = async (fields: Fields, expected: number) => {
    const { status, content } = await served().ask(method, '/letters.txt', fields)
    expect(status).toBe(expected)
    if (method === 'GET') expect(content.includes(LETTERS)).toBe(status === 200)
  }

  // RFC 9110 §13.1.2: compared weakly, and each member of a list.
  it.each([
    ['the tag', 'TAG', 304],
    ['the tag made weak', 'W/TAG', 304],
    ['*', '*', 304],
    ['a list that begins with it', 'TAG, "zz"', 304],
    ['a list that ends with it', '"x", "y",TAG', 304],
    ['a list with a tab and empty members', '"x",,\tTAG ,', 304],
    ['a list after a tag with a comma', '"a,b", TAG', 304],
    ['another tag', '"nomatch"', 200],
    ['no tag at all', 'nomatch', 200],
    ['a lone comma', ',', 200],
    ['one that is longer', '"OPAQUEq"', 200],
    ['one that is a part of it', `"OPAQUE`, 200],
  ])('If-None-Match with %s', async (_, value, expected) => {
    await expectStatus(withTag({ 'If-None-Match': value }), expected)
  })

  it('If-None-Match with one of another case, or cut short, does not match', async () => {
    const opaque = tag.slice(1, -1)
    const swapped = Array.from(opaque, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    ).join('')
    expect(swapped).not.toBe(opaque)
    await expectStatus({ 'If-None-Match': `"${swapped}"` }, 200)
    await expectStatus({ 'If-None-Match': `"${opaque.slice(0, -1)}"` }, 200)
  })

  it('If-None-Match on two lines is one list (RFC 9110 §5.3)', async () => {
    const lines = ['"x"', tag].map((value) => ['If-None-Match', value] as const)
    await expectStatus(lines, 304)
  })

  // RFC 9110 §13.1.3: dates are those of §5.6.7, and anything else is ignored.
  it.each([
    ['its very date', LAST_MODIFIED, 304],
    ['a second later', later(1), 304],
    ['now', new Date().toUTCString(), 304],
    ['a second before', later(-1), 200],
    ['the epoch', 'Thu, 01 Jan 1970 00:00:00 GMT', 200],
    ['its date as RFC 850 wrote it', 'Thursday, 20-Feb-20 02:02:02 GMT', 304],
    ['its date as asctime writes it', 'Thu Feb 20 02:02:02 2020', 304],
    ['garbage', 'garbage', 200],
    ['nothing', '', 200],
    ['a number', '0', 200],
    ['a date of ISO 8601', new Date().toISOString(), 200],
    ['a date of the year 2037', 'Wed, 08 Jul 2037 22:53:52 GMT', 304],
    ['a date beyond 32 bits', 'Fri, 25 Feb 2174 09:42:23 GMT', 304],
    ['a day that there is not', 'Sun, 30 Feb 2025 00:00:00 GMT', 200],
  ])('If-Modified-Since with %s', async (_, value, expected) => {
    await expectStatus({ 'If-Modified-Since': value }, expected)
  })

  // RFC 9110 §13.1.1: compared strongly.
  it.each([
    ['the tag', 'TAG', 200],
    ['*', '*', 200],
    ['a list that holds it', '"no", TAG', 200],
    ['another tag', '"no"', 412],
    ['the tag made weak', 'W/TAG', 412],
  ])('If-Match with %s', async (_, value, expected) => {
    await expectStatus(withTag({ 'If-Match': value }), expected)
  })

  // RFC 9110 §13.1.4.
  it.each([
    ['its very date', LAST_MODIFIED, 200],
    ['a date after it', later(5), 200],
    ['a date before it', later(-5), 412],
    ['garbage', 'garbage', 200],
  ])('If-Unmodified-Since with %s', async (_, value, expected) => {
    await expectStatus({ 'If-Unmodified-Since': value }, expected)
  })

  // The order of RFC 9110 §13.2.2.
  it.each([
    [
      'If-None-Match before If-Modified-Since, failing',
      { 'If-None-Match': '"no"', 'If-Modified-Since': LAST_MODIFIED },
      200,
    ],
    [
      'If-None-Match before If-Modified-Since, holding',
      { 'If-None-Match': 'TAG', 'If-Modified-Since': later(-86_400) },
      304,
    ],
    ['If-Match before If-Unmodified-Since', { 'If-Match': '*', 'If-Unmodified-Since': later(-5) }, 200],
    ['If-Match before If-None-Match', { 'If-Match': '"no"', 'If-None-Match': 'TAG' }, 412],
    ['both If-Match and If-None-Match', { 'If-Match': '*', 'If-None-Match': 'TAG' }, 304],
    ['If-Unmodified-Since before If-None-Match', { 'If-Unmodified-Since': later(-5), 'If-None-Match': '"no"' }, 412],
  ])('weighs %s', async (_, fields, expected) => {
    await expectStatus(withTag(fields), expected)
  })
})

describe('GET with Range and a precondition', () => {
  it.each([
    ['If-None-Match holds: nothing has to be sent', { 'If-None-Match': 'TAG', Range: 'bytes=0-1' }, 304],
    ['If-None-Match fails: the range', { 'If-None-Match': '"no"', Range: 'bytes=0-1' }, 206],
    ['If-Modified-Since is its date', { 'If-Modified-Since': LAST_MODIFIED, Range: 'bytes=0-1' }, 304],
    ['If-Match fails', { 'If-Match': '"no"', Range: 'bytes=0-1' }, 412],
    ['If-None-Match comes before a range beyond the end', { 'If-None-Match': 'TAG', Range: 'bytes=100-' }, 304],
    // RFC 9110 §13.1.5: compared strongly, dates exactly.
    ['If-Range is the tag', { 'If-Range': 'TAG', Range: 'bytes=0-4' }, 206],
    ['If-Range is another tag', { 'If-Range': '"no"', Range: 'bytes=0-4' }, 200],
    ['If-Range is the tag made weak', { 'If-Range': 'W/TAG', Range: 'bytes=0-4' }, 200],
    ['If-Range is its date', { 'If-Range': LAST_MODIFIED, Range: 'bytes=0-4' }, 206],
    ['If-Range is a date before it', { 'If-Range': later(-1), Range: 'bytes=0-4' }, 200],
    ['If-Range is a date after it', { 'If-Range': later(1), Range: 'bytes=0-4' }, 200],
    ['If-Range is garbage', { 'If-Range': 'garbage', Range: 'bytes=0-4' }, 200],
    ['If-Range is *, which it cannot be', { 'If-Range': '*', Range: 'bytes=0-4' }, 200],
    ['If-Range stands alone', { 'If-Range': '"no"' }, 200],
    ['If-Range fails before the range is looked at', { 'If-Range': '"no"', Range: 'bytes=100-' }, 200],
  ])('%s', async (_, fields, expected) => {
    const { status, content } = await served().get('/letters.txt', withTag(fields))
    expect(status).toBe(expected)
    if (status === 200) expect(content.toString()).toBe(LETTERS)
  })
})

describe('An answer without the whole file', () => {
  it('304 carries what 200 would, and no content (RFC 9110 §15.4.5)', async () => {
    const { status, fields } = await served().get('/letters.txt', { 'If-None-Match': tag })
    const { etag, 'cache-control': caching, 'last-modified': modified, vary } = whole.fields
    expect(status).toBe(304)
    expect([fields.etag, fields['cache-control'], fields['last-modified'], fields.vary]).toEqual([
      etag,
      caching,
      modified,
      vary,
    ])
    expect(fields['content-length']).toBeUndefined()
  })

  it('206 carries the validators of 200 (RFC 9110 §15.3.7)', async () => {
    const { fields } = await served().get('/letters.txt', { Range: 'bytes=0-1' })
    expect(fields).toMatchObject({ etag: tag, 'last-modified': LAST_MODIFIED, date: expect.any(String) as unknown })
  })

  // RFC 9110 §13.2.1: preconditions are about what is there.
  it.each([{ 'If-Match': '"x"' }, { 'If-None-Match': '*' }, { 'If-Unmodified-Since': later(-86_400 * 365 * 60) }])(
    '404 is the answer whatever is asked of it: %j',
    async (fields) => {
      expect((await served().get('/nope', fields)).status).toBe(404)
    },
  )
})
