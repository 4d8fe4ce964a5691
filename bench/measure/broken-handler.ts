import type { Handler } from '../../main/server/handler'
import { RunningServer } from '../../test/server/running-server'
import type { Reading } from './reading'

const CONNECTIONS = 100
const REQUESTS_EACH = 20
const BROKEN = 10

const handler: Handler = async ({ head }) => {
  if (head.target === '/throws') throw new TypeError('ours')
  return { status: 200, fields: [], content: { kind: 'bytes', bytes: Buffer.from('fine') }, subject: { kind: 'page' } }
}

/** A mistake of ours in some exchanges, among many that have nothing to do with it. */
export async function measureBrokenHandler(): Promise<readonly Reading[]> {
  const server = await RunningServer.start(handler)
  try {
    return [await breakSome(server)]
  } finally {
    await server[Symbol.asyncDispose]()
  }
}

async function breakSome(server: RunningServer): Promise<Reading> {
  const fine = (
    await Promise.all(Array.from({ length: CONNECTIONS }, (_, index) => ask(server, index < BROKEN)))
  ).reduce((sum, each) => sum + each, 0)
  await server.untilQuiet()
  const broken = server.eventsOf('connection-closed').filter(({ cause }) => cause === 'handler-failed').length
  const expected = CONNECTIONS * REQUESTS_EACH
  return {
    under: `the handler throws in ${String(BROKEN)} of ${(expected + BROKEN).toLocaleString('en')} exchanges`,
    holds: 'those connections alone end, and a row says so',
    found: `${String(broken)} ended, ${String(server.unexpected.length)} told; ${fine.toLocaleString('en')} others served`,
    isHeld: broken === BROKEN && server.unexpected.length === BROKEN && fine === expected,
  }
}

/** Asks many times on one connection, at the end perhaps for what breaks; gives how often all was well. */
async function ask(server: RunningServer, breaks: boolean): Promise<number> {
  const client = await server.connect()
  const request = (target: string) => `GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`
  let fine = 0
  for (let count = 0; count < REQUESTS_EACH; count += 1) {
    const { status, content } = await client.send(request('/')).readResponse()
    if (status === 200 && content.toString() === 'fine') fine += 1
  }
  if (breaks) await client.send(request('/throws')).readResponse()
  client.close()
  return fine
}
