/** Requests that are not whole yet: nothing is said before the last octet, and an end that comes first is told. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { HOST } from '../support/follow-up'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

describe.concurrent('A request that has come as far as', () => {
  it.each([
    ...['G', 'GET ', 'GET /a', 'GET /a.txt HTTP/1.', 'GET /a.txt HTTP/1.1\r', 'GET /a.txt HTTP/1.1\r\nHo'],
    ...['GET /a.txt HTTP/1.1\r\nHost: x', `GET /a.txt HTTP/1.1\r\n${HOST}`, `GET /a.txt HTTP/1.1\r\n${HOST}\r`],
  ])('%j is waited for, and refused when the client ends there', async (octets) => {
    const { responses, end } = await served().speak(async (client) => {
      client.send(octets)
      await sleep(200)
      expect(client.unread.length).toBe(0)
      client.endSending()
    })
    expect([...responses.map(({ status }) => status), end]).toEqual([400, 'closed'])
  })
})
