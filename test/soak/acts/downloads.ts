/** Visitors who want files: whole, in ranges, in segments, again after an interruption, fast and slowly. */
import { setTimeout as sleep } from 'node:timers/promises'
import { ODD_NAMES } from '../../support/samples'
import type { PlainFile } from '../ground'
import type { Act, Visit } from '../visit'

const SMALL: readonly PlainFile[] = ['empty.bin', 'small.bin', 'page.bin']

/** More than a head of ours has. */
const HEAD_BYTES = 1000

/** What stands behind the head. */
function contentOf(octets: Buffer): Buffer {
  return octets.subarray(octets.indexOf('\r\n\r\n') + 4)
}

/** A range of the content as a Range field, with what it selects. */
function anyRange({ random }: Visit, content: Buffer): { readonly field: string; readonly part: Buffer } {
  const first = random.below(content.length)
  const last = first + random.below(content.length - first)
  const part = content.subarray(first, last + 1)
  if (last === content.length - 1) {
    const field = random.oneIn(2) ? `bytes=-${String(part.length)}` : `bytes=${String(first)}-`
    return { field, part }
  }
  return { field: `bytes=${String(first)}-${String(last)}`, part }
}

async function browse(visit: Visit): Promise<void> {
  const client = await visit.connect()
  for (let left = 4 + visit.random.below(24); left > 0; left -= 1) {
    const name = visit.random.oneIn(3) ? `names/${visit.random.pick(ODD_NAMES)}` : visit.random.pick(SMALL)
    const answer = await visit.ask(client, 'GET', visit.ground.target(name))
    visit.expectStatus(answer, 200)
    visit.expectOctets(answer.content, visit.ground.content(name))
  }
}

async function pipeline(visit: Visit): Promise<void> {
  const client = await visit.connect()
  const names = Array.from({ length: 2 + visit.random.below(40) }, () => visit.random.pick(SMALL))
  client.send(names.map((name) => visit.request('GET', visit.ground.target(name))).join(''))
  for (const name of names) {
    const answer = await visit.answer(client)
    visit.expectStatus(answer, 200)
    visit.expectOctets(answer.content, visit.ground.content(name))
  }
}

async function download(visit: Visit): Promise<void> {
  const name = visit.random.oneIn(6) ? 'film.bin' : 'song.bin'
  const client = await visit.connect()
  const answer = await visit.ask(client, 'GET', visit.ground.target(name), { Connection: 'close' })
  visit.expectStatus(answer, 200)
  visit.expectOctets(answer.content, visit.ground.content(name))
}

async function readSlowly(visit: Visit): Promise<void> {
  const client = await visit.connect()
  const pauseMs = 2 + visit.random.below(30)
  client.socket.on('data', () => {
    client.stopReading()
    setTimeout(() => client.startReading(), pauseMs)
  })
  const answer = await visit.ask(client, 'GET', visit.ground.target('song.bin'))
  visit.expectStatus(answer, 200)
  visit.expectOctets(answer.content, visit.ground.content('song.bin'))
}

async function askForRanges(visit: Visit): Promise<void> {
  const client = await visit.connect()
  const content = visit.ground.content('song.bin')
  for (let left = 1 + visit.random.below(6); left > 0; left -= 1) {
    const { field, part } = anyRange(visit, content)
    const answer = await visit.ask(client, 'GET', visit.ground.target('song.bin'), { Range: field })
    visit.expectStatus(answer, 206)
    visit.expectOctets(answer.content, part)
  }
  const beyond = await visit.ask(client, 'GET', visit.ground.target('song.bin'), { Range: 'bytes=1048576-' })
  visit.expectStatus(beyond, 416)
}

/** The parts of a multipart answer lie between their heads and the boundary. */
async function askForSeveralRanges(visit: Visit): Promise<void> {
  const client = await visit.connect()
  const content = visit.ground.content('page.bin')
  const answer = await visit.ask(client, 'GET', visit.ground.target('page.bin'), {
    Range: 'bytes=0-99, 20000-20499, -1',
  })
  visit.expectStatus(answer, 206)
  const parts = [content.subarray(0, 100), content.subarray(20_000, 20_500), content.subarray(-1)]
  let at = 0
  for (const part of parts) {
    const begin = answer.content.indexOf('\r\n\r\n', at) + 4
    at = begin + part.length
    visit.expectOctets(answer.content.subarray(begin, at), part)
  }
}

/** Is cut off at a random octet, and goes on from there if it is still the same file. */
async function resume(visit: Visit): Promise<void> {
  const name = visit.random.oneIn(4) ? 'film.bin' : 'song.bin'
  const content = visit.ground.content(name)
  const target = visit.ground.target(name)
  const first = await visit.connect()
  const { fields } = await visit.ask(first, 'HEAD', target)
  first.send(visit.request('GET', target))
  const begun = contentOf(await first.readBytes(HEAD_BYTES + visit.random.below(content.length - HEAD_BYTES)))
  if (visit.random.oneIn(2)) first.reset()
  else first.close()

  const second = await visit.connect()
  const rest = await visit.ask(second, 'GET', target, {
    Range: `bytes=${String(begun.length)}-`,
    'If-Range': fields.etag ?? '',
  })
  visit.expectStatus(rest, 206)
  visit.expectOctets(Buffer.concat([begun, rest.content]), content)
}

async function downloadInSegments(visit: Visit): Promise<void> {
  const name = visit.random.oneIn(4) ? 'film.bin' : 'song.bin'
  const content = visit.ground.content(name)
  const count = 2 + visit.random.below(7)
  const size = Math.ceil(content.length / count)
  const segments = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const client = await visit.connect()
      const range = `bytes=${String(index * size)}-${String((index + 1) * size - 1)}`
      const answer = await visit.ask(client, 'GET', visit.ground.target(name), { Range: range })
      visit.expectStatus(answer, 206)
      return answer.content
    }),
  )
  visit.expectOctets(Buffer.concat(segments), content)
}

async function leaveInTheMiddle(visit: Visit): Promise<void> {
  const client = await visit.connect()
  client.send(visit.request('GET', visit.ground.target('film.bin')))
  await client.readBytes(1 + visit.random.below(2 ** 20))
  if (visit.random.oneIn(2)) client.reset()
  else client.close()
}

async function standStill(visit: Visit): Promise<void> {
  const client = await visit.connect()
  client.send(visit.request('GET', visit.ground.target('film.bin'), { Connection: 'close' }))
  const begun = await client.readBytes(1)
  client.stopReading()
  await sleep(200 + visit.random.below(1500))
  if (visit.random.oneIn(2)) {
    client.reset()
    return
  }
  client.startReading()
  await visit.end(client)
  const octets = Buffer.concat([begun, await client.readToEnd()])
  visit.expectOctets(contentOf(octets), visit.ground.content('film.bin'))
}

/** Some small files on one connection. */
export const BROWSE: Act = { name: 'keep-alive', weight: 12, perform: browse }

/** Many of them in one piece. */
export const PIPELINE: Act = { name: 'pipeline', weight: 6, perform: pipeline }

export const DOWNLOADS: readonly Act[] = [
  BROWSE,
  PIPELINE,
  { name: 'download', weight: 6, perform: download },
  { name: 'slow reader', weight: 3, perform: readSlowly },
  { name: 'ranges', weight: 6, perform: askForRanges },
  { name: 'several ranges', weight: 2, perform: askForSeveralRanges },
  { name: 'resume', weight: 4, perform: resume },
  { name: 'segments', weight: 4, perform: downloadInSegments },
  { name: 'aborted download', weight: 4, perform: leaveInTheMiddle },
  { name: 'stalled reader', weight: 2, perform: standStill },
]
