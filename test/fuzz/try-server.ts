/** What has to be true of the server's answers whatever it is sent. */
import { setImmediate as turn } from 'node:timers/promises'
import { within } from '../support/asked-server'
import type { AskedServer } from '../support/asked-server'
import type { RawClient, RawResponse } from '../support/raw-client'
import { readRequests } from '../support/read-requests'
import type { ReadRequests } from '../support/read-requests'
import { LETTERS } from '../support/share-fixture'
import type { Random } from './random'
import { SMUGGLED_NAME } from './specimen'
import type { Specimen } from './specimen'

/** Whoever has sent everything and closed its half is let go long before. */
const PATIENCE_MS = 10_000

/**
 * Sends the octets, closes the sending half, and gives what is wrong with what comes back; undefined when nothing is.
 *
 * The connection has to end in order. Before that, each request may have one answer, in order, and what is no request
 * one refusal; only an answer that says so may be the last. Nothing that is content may be answered.
 */
export async function tryServer(server: AskedServer, specimen: Specimen, random: Random): Promise<string | undefined> {
  const expected = readRequests(Buffer.from(specimen.octets, 'latin1'))
  const client = await server.connect()
  try {
    await sendInPieces(client, specimen.octets, random)
    if (random.oneIn(30)) {
      client.reset()
      return undefined
    }
    client.endSending()
    const end = await within(PATIENCE_MS, client.ended)
    if (end === 'reset') return 'the connection was reset'
    const answers = await readAnswers(client, expected)
    return faultOf(answers, expected, specimen)
  } finally {
    client.close()
  }
}

async function sendInPieces(client: RawClient, octets: string, random: Random): Promise<void> {
  const cuts = random.oneIn(3) ? random.several(5, () => random.below(octets.length + 1)) : []
  let sent = 0
  for (const cut of cuts.sort((one, other) => one - other)) {
    client.send(octets.slice(sent, cut))
    sent = cut
    await turn()
  }
  client.send(octets.slice(sent))
}

/** Reads the final answers; interim ones (RFC 9110 §15.2) belong to the answer after them. */
async function readAnswers(client: RawClient, { requests, ending }: ReadRequests): Promise<RawResponse[]> {
  const methods = requests.map(({ head }) => head.method)
  if (ending.kind !== 'nothing' && ending.in === 'head') methods.push(ending.method ?? '')
  const answers: RawResponse[] = []
  while (client.unread.length > 0) {
    const answer = await client.readResponse(methods[answers.length])
    if (answer.status >= 200) answers.push(answer)
  }
  return answers
}

function faultOf(
  answers: readonly RawResponse[],
  expected: ReadRequests,
  { requests: written }: Specimen,
): string | undefined {
  const { requests, ending } = expected
  if (written !== undefined && (requests.length !== written || ending.kind !== 'nothing')) {
    return `${String(written)} requests were read as ${String(requests.length)}, and the rest as ${JSON.stringify(ending)}`
  }
  const most = requests.length + (ending.kind !== 'nothing' && ending.in === 'head' ? 1 : 0)
  if (answers.length > most) return `${String(answers.length)} answers to ${String(most)} messages`
  // Whoever leaves in the middle of its content need not be answered (RFC 9112 §8).
  const least = ending.kind === 'cut-off' && ending.in === 'content' ? most - 1 : most
  if (answers.length < least && answers.at(-1)?.fields.connection !== 'close') {
    return `${String(answers.length)} answers to ${String(least)} messages, and none was the last`
  }
  for (const [index, answer] of answers.entries()) {
    const fault = faultOfAnswer(answer, expected, index)
    if (fault !== undefined) return `answer ${String(index + 1)} ${fault}`
  }
  return undefined
}

function faultOfAnswer(answer: RawResponse, { requests, ending }: ReadRequests, index: number): string | undefined {
  const { status, isWhole, content } = answer
  if (!isWhole) return 'is not whole'
  if (status >= 500 && status !== 501 && status !== 505) return `is ${String(status)}`
  const head = requests[index]?.head
  if (head === undefined && ending.kind !== 'nothing' && status !== ending.status) {
    return `is ${String(status)} and should refuse with ${String(ending.status)}`
  }
  if (content.toString() === LETTERS && !asksForLetters(head?.target)) return 'is to what was no request'
  return undefined
}

/** By any spelling: what tampers with the framing of a smuggled request may tamper with its query too. */
function asksForLetters(target: string | undefined): boolean {
  const decoded = target?.replace(/%([\da-f]{2})/gi, (_, octet: string) => String.fromCharCode(parseInt(octet, 16)))
  return decoded?.includes(SMUGGLED_NAME) === true
}
