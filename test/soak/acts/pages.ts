/** Visitors who want everything but files: listings, validators, refusals, the echo. */
import { createHash, randomBytes } from 'node:crypto'
import type { Act, Visit } from '../visit'

const FORMS = ['text/html', 'text/plain', 'application/json'] as const

async function list(visit: Visit): Promise<void> {
  const client = await visit.connect()
  for (const accept of FORMS) {
    const answer = await visit.ask(client, 'GET', visit.ground.target('names/'), { Accept: accept })
    visit.expectStatus(answer, 200)
    if (answer.fields['content-type']?.startsWith(accept) !== true) throw new Error(`Listed as another type: ${accept}`)
    // The folder never changes, so each form of it has to be what it was the first time.
    visit.expectOctets(answer.content, visit.ground.firstListing(accept, answer.content))
    const again = await visit.ask(client, 'GET', visit.ground.target('names/'), {
      Accept: accept,
      'If-None-Match': answer.fields.etag ?? '',
    })
    visit.expectStatus(again, 304)
  }
}

async function revalidate(visit: Visit): Promise<void> {
  const client = await visit.connect()
  const target = visit.ground.target('song.bin')
  const head = await visit.ask(client, 'HEAD', target)
  visit.expectStatus(head, 200)
  if (head.fields['content-length'] !== String(visit.ground.content('song.bin').length)) {
    throw new Error(`HEAD announces ${String(head.fields['content-length'])} octets`)
  }
  const { etag = '', 'last-modified': modified = '' } = head.fields
  visit.expectStatus(await visit.ask(client, 'GET', target, { 'If-None-Match': `"x", ${etag}` }), 304)
  visit.expectStatus(await visit.ask(client, 'GET', target, { 'If-Modified-Since': modified }), 304)
  visit.expectStatus(await visit.ask(client, 'GET', target, { 'If-Match': '"another"' }), 412)
  const whole = await visit.ask(client, 'GET', target, { Range: 'bytes=5-9', 'If-Range': '"another"' })
  visit.expectStatus(whole, 200)
  visit.expectOctets(whole.content, visit.ground.content('song.bin'))
}

async function lookForNothing(visit: Visit): Promise<void> {
  const client = await visit.connect()
  for (const name of ['nothing.txt', 'names/.env', '不存在.txt', 'small.bin/below']) {
    visit.expectStatus(await visit.ask(client, 'GET', visit.ground.target(name)), 404)
  }
  visit.expectStatus(await visit.ask(client, 'GET', '/%2e%2e/%2e%2e/etc/passwd'), 400, 404)
  visit.expectStatus(await visit.ask(client, 'GET', visit.ground.target('names')), 301, 308)
  visit.expectStatus(await visit.ask(client, 'OPTIONS', '*'), 204)
  visit.expectStatus(await visit.ask(client, 'DELETE', visit.ground.target('song.bin')), 405)
  visit.expectStatus(await visit.ask(client, 'GET', visit.ground.target('small.bin'), { Host: 'evil.example' }), 421)
}

/** The echo reads content in both framings, and tells its digest. */
async function upload(visit: Visit): Promise<void> {
  const content = randomBytes(1 + visit.random.below(60_000))
  const client = await visit.connect()
  const size = String(content.length)
  const isChunked = visit.random.oneIn(2)
  const framing = isChunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': size }
  client.send(visit.request('PUT', '/echo/file', { Accept: 'application/json', ...framing }))
  if (isChunked) client.send(`${content.length.toString(16)};x=y\r\n`, content, '\r\n0\r\nX-Trailer: yes\r\n\r\n')
  else client.send(content)
  const answer = await visit.answer(client)
  visit.expectStatus(answer, 200)
  const digest = createHash('sha256').update(content)
  const echoed = answer.content.toString()
  if (!echoed.includes(digest.copy().digest('hex')) && !echoed.includes(digest.digest('base64'))) {
    throw new Error('The echo received other octets than were sent')
  }
}

async function uploadWhereNobodyMay(visit: Visit): Promise<void> {
  const client = await visit.connect()
  const content = randomBytes(visit.random.below(200_000))
  client.send(
    visit.request('POST', visit.ground.target('names/'), { 'Content-Length': String(content.length) }),
    content,
  )
  visit.expectStatus(await visit.answer(client), 405)
}

export const PAGES: readonly Act[] = [
  { name: 'listing', weight: 5, perform: list },
  { name: 'validators', weight: 5, perform: revalidate },
  { name: 'refusals', weight: 5, perform: lookForNothing },
  { name: 'upload to the echo', weight: 3, perform: upload },
  { name: 'upload refused', weight: 2, perform: uploadWhereNobodyMay },
]
