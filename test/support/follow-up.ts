import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { AskedServer, Conversation } from './asked-server'

/** A Host that names the server on every port. */
export const HOST = 'Host: 127.0.0.1\r\n'

/** An ordinary request, which has to be answered with `LETTERS` unless the connection has ended before it. */
export const FOLLOW_UP = `GET /letters.txt HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`

/** Longer than the server takes to refuse what has come. */
const PAUSE_MS = 30

/**
 * Sends octets and an ordinary request behind them, and gives the status of each answer: `[400]` when the octets were
 * refused and nothing was read any more, `[200, 200]` when both were requests.
 *
 * It is tried with both together and with a pause between them, because a desynchronised server may show it in only
 * one of the two; the answers have to be the same. Whatever was answered, the server has to have ended the connection
 * in order, so that the client could read it.
 */
export async function statusesWithFollowUp(server: AskedServer, octets: string): Promise<readonly number[]> {
  const [together, later] = await Promise.all([server.converse(octets + FOLLOW_UP), converseWithPause(server, octets)])
  expect([statusesOf(later), later.end]).toEqual([statusesOf(together), 'closed'])
  expect(together.end).toBe('closed')
  expect(together.responses.at(-1)?.fields.connection).toBe('close')
  return statusesOf(together)
}

function converseWithPause(server: AskedServer, octets: string): Promise<Conversation> {
  return server.speak(async (client) => {
    client.send(octets)
    await Promise.race([client.ended, sleep(PAUSE_MS)])
    client.send(FOLLOW_UP)
  })
}

function statusesOf({ responses }: Conversation): readonly number[] {
  return responses.map(({ status }) => status)
}
