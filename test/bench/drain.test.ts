import { once } from 'node:events'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { drain } from '../../bench/load/drain'
import { isPattern, patternAt } from '../../bench/load/pattern.mjs'

const SIZE = 3_000_000

/** Downloads what `answer` sends. */
async function drainFrom(answer: (response: ServerResponse) => void, compare: 'every' | 'some' = 'some') {
  const server = createServer((_, response) => {
    answer(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    return await drain({ port, target: '/large.bin', connections: 2, durationMs: 300, compare })
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

describe('drain', () => {
  it('downloads again and again, and counts octets and downloads', async () => {
    const { octets, downloads } = await drainFrom((response) => {
      response.setHeader('Content-Length', SIZE)
      response.end(patternAt(0, SIZE))
    })
    expect(downloads).toBeGreaterThan(1)
    expect(octets).toBeGreaterThanOrEqual(downloads * SIZE)
  })

  it('finds one wrong octet among three million', async () => {
    const wrong = patternAt(0, SIZE)
    wrong[2_345_678] = (wrong[2_345_678] ?? 0) ^ 1
    const flawed = drainFrom((response) => {
      response.setHeader('Content-Length', SIZE)
      response.end(wrong)
    }, 'every')
    await expect(flawed).rejects.toThrow(/Wrong answer to \/large.bin: wrong octets at \d+/)
  })

  it('does not take a refusal for a fast download', async () => {
    const refused = drainFrom((response) => {
      response.statusCode = 503
      response.end()
    })
    await expect(refused).rejects.toThrow(/not a download: HTTP\/1.1 503/)
  })

  it('notices a download that ends too soon', async () => {
    const cut = drainFrom((response) => {
      response.setHeader('Content-Length', SIZE)
      response.write(patternAt(0, 1000), () => response.destroy())
    })
    await expect(cut).rejects.toThrow(/the connection ended in the middle/)
  })
})

describe('the pattern', () => {
  it('is known at any place, across the end of its block too', () => {
    const first = 1_048_573 * 3 - 10
    expect(isPattern(patternAt(first, 100), first)).toBe(true)
    expect(isPattern(patternAt(first, 100), first + 1)).toBe(false)
  })
})
