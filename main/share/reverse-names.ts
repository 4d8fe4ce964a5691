import { Resolver } from 'node:dns/promises'

/** A resolver in the local network answers in milliseconds; one that does not is not worth waiting for. */
const TIMEOUT_MS = 2000
const MOST_AT_ONCE = 4
/** A flood of new addresses must not become a flood of queries. */
const MOST_WAITING = 100

// RFC 1123 §2.1, with the underscore that is common in local networks. An answer may hold anything.
const HOST_NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252})$/

/** Gives the name of an address, or null when it has none or nobody knows. Never rejects. */
export type NameLookup = (address: string) => Promise<string | null>

/**
 * Makes a lookup of names by address (RFC 1035 §3.5). Asks the name server directly, not through the system's resolver:
 * that one would occupy libuv's pool, which reading files needs.
 */
export function reverseNames(reverse: (address: string) => Promise<readonly string[]> = systemReverse()): NameLookup {
  const waiting: (() => void)[] = []
  let running = 0
  return async (address) => {
    if (running >= MOST_AT_ONCE) {
      if (waiting.length >= MOST_WAITING) return null
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    running += 1
    try {
      return readName(await reverse(address))
    } catch {
      return null // no name, no name server, or too slow: the address is name enough
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }
}

function systemReverse(): (address: string) => Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 1 })
  return (address) => resolver.reverse(address)
}

function readName(names: readonly string[]): string | null {
  const name = names[0]?.replace(/\.$/, '') ?? ''
  return HOST_NAME.test(name) ? name : null
}
