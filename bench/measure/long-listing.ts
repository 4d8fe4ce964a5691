import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { within } from '../../test/support/asked-server'
import { residentBytes } from '../../test/support/system-figures'
import { onGround } from './ground'
import { visitFor } from './ordinary-visitor'
import { mebibytes, MEBIBYTE, milliseconds, seconds } from './reading'
import type { Reading } from './reading'

const NAMES = 100_000
const AT_ONCE = 64
const PATIENCE_MS = 120_000
const MOST_MEBIBYTES = 150
const MOST_WAIT_MS = 250
const LOOK_EVERY_MS = 50
const WATCH_MS = 3000

/** A folder of very many names, listed while somebody else asks for a file. */
export function measureLongListing(): Promise<readonly Reading[]> {
  return onGround(async ({ folder, server }) => {
    await fill(join(folder, 'many'))
    await visitFor(500, server)
    const memory = new PeakMemory(server.porthole.pid)
    await memory.look()
    const client = await server.connect()
    const watching = setInterval(() => void memory.look(), LOOK_EVERY_MS)
    try {
      const began = performance.now()
      client.send(server.request('GET', '/many/', { Connection: 'close' }))
      const listed = within(PATIENCE_MS, client.ended).then(() => performance.now() - began)
      const { worstMs, failed } = await visitFor(WATCH_MS, server)
      const listedMs = await listed
      const { content } = await client.readResponse()
      const names = new Set(content.toString().match(/name-\d+/g)).size
      return [readingOf({ names, listedMs, grown: memory.grown, worstMs, failed })]
    } finally {
      clearInterval(watching)
      client.close()
    }
  })
}

interface Found {
  readonly names: number
  readonly listedMs: number
  /** Octets. */
  readonly grown: number
  readonly worstMs: number
  readonly failed: number
}

function readingOf({ names, listedMs, grown, worstMs, failed }: Found): Reading {
  return {
    under: `a folder of ${NAMES.toLocaleString('en')} names is listed`,
    holds: `streamed: memory ≤ +${String(MOST_MEBIBYTES)} MiB, others served < ${String(MOST_WAIT_MS)} ms`,
    found:
      `${names.toLocaleString('en')} names in ${seconds(listedMs)}, +${mebibytes(grown)}, ` +
      `worst ${milliseconds(worstMs)}, ${String(failed)} failed`,
    isHeld: names === NAMES && grown <= MOST_MEBIBYTES * MEBIBYTE && worstMs < MOST_WAIT_MS && failed === 0,
  }
}

/** The most memory that was seen, from the first look on. */
class PeakMemory {
  readonly #pid: number
  #first: number | undefined
  #most = 0

  constructor(pid: number) {
    this.#pid = pid
  }

  async look(): Promise<void> {
    const now = await residentBytes(this.#pid)
    this.#first ??= now
    this.#most = Math.max(this.#most, now)
  }

  get grown(): number {
    return this.#most - (this.#first ?? 0)
  }
}

async function fill(folder: string): Promise<void> {
  await mkdir(folder)
  for (let first = 0; first < NAMES; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, NAMES - first)
    await Promise.all(
      Array.from({ length: count }, (_, index) => writeFile(join(folder, `name-${String(first + index)}`), '')),
    )
  }
}
