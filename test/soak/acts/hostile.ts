/** Visitors who break the rules, mistake us for something else, or take their time. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Act, Visit } from '../visit'

/** What is no request: one refusal each, and the end of the connection. */
const MALFORMED = [
  'GET /a HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n',
  'GET /a HTTP/1.1\r\n\r\n',
  'GET /a HTTP/1.1\nHost: 127.0.0.1\n\n',
  'GET  /a HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\r\n b\r\n\r\n',
  'GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\0b\r\n\r\n',
  'GET a HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET /a HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n',
  'GET /a\r\n\r\n',
  'POST /a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: +1\r\n\r\nx',
  'POST /a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  `GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
  `GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'b'.repeat(20_000)}\r\n\r\n`,
  `GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\n${'X: y\r\n'.repeat(150)}\r\n`,
] as const

const FOREIGN = [
  `\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03${'\0'.repeat(64)}`,
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'SSH-2.0-OpenSSH_9.0\r\n',
  'OPTIONS rtsp://127.0.0.1/media RTSP/1.0\r\nCSeq: 1\r\n\r\n',
  `\0\0\0\x68\xfeSMB@\0${'\0'.repeat(98)}`,
  '\x05\x01\0',
  '\x10\x0c\0\x04MQTT\x04\x02\0\x3c\0\0',
] as const

/** Every status that refuses a message, and none that tells of a fault of ours. */
const REFUSALS = [400, 408, 413, 414, 431, 501, 505] as const

async function expectRefusal(visit: Visit, octets: string): Promise<void> {
  visit.tally.exchanges += 1
  const client = await visit.connect()
  client.send(octets)
  visit.expectStatus(await visit.answer(client), ...REFUSALS)
  client.endSending()
  await visit.end(client)
}

async function sendNonsense(visit: Visit): Promise<void> {
  await expectRefusal(visit, visit.random.pick(MALFORMED))
}

async function speakAnotherProtocol(visit: Visit): Promise<void> {
  await expectRefusal(visit, visit.random.pick(FOREIGN))
}

/** Sends a head in pieces, with pauses, and is answered like anybody. */
async function sendSlowly(visit: Visit): Promise<void> {
  const client = await visit.connect()
  for (const piece of visit.request('GET', visit.ground.target('small.bin')).match(/[^]{1,10}/g) ?? []) {
    client.send(piece)
    await sleep(50)
  }
  const answer = await visit.answer(client)
  visit.expectStatus(answer, 200)
  visit.expectOctets(answer.content, visit.ground.content('small.bin'))
}

/** Begins a head and never ends it: an exchange only if somebody had to wait for it. */
async function vanish(visit: Visit): Promise<void> {
  const client = await visit.connect()
  if (visit.random.oneIn(2)) {
    visit.tally.perhaps += 1
    client.send('GET /soaked/sm')
  }
  await sleep(visit.random.below(500))
  client.reset()
}

/** Closes its half behind the request, and is answered all the same (RFC 9112 §9.6). */
async function halfClose(visit: Visit): Promise<void> {
  const client = await visit.connect()
  client.send(visit.request('GET', visit.ground.target('page.bin'))).endSending()
  const answer = await visit.answer(client)
  visit.expectStatus(answer, 200)
  visit.expectOctets(answer.content, visit.ground.content('page.bin'))
  await visit.end(client)
}

export const HOSTILE: readonly Act[] = [
  { name: 'malformed', weight: 6, perform: sendNonsense },
  { name: 'foreign protocol', weight: 4, perform: speakAnotherProtocol },
  { name: 'slow head', weight: 2, perform: sendSlowly },
  { name: 'vanished', weight: 4, perform: vanish },
  { name: 'half-closed', weight: 3, perform: halfClose },
]
