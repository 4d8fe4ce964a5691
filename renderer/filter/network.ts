import { parse, parseCIDR, type IPv4, type IPv6 } from 'ipaddr.js'

/** An address, or a network by the first bits of its addresses. */
export interface Network {
  /** As it was written. */
  readonly address: string
  /** Null for a single address. */
  readonly bits: number | null
}

/** Reads `192.168.1.9`, `192.168.1.0/24`, `192.168.` or `2001:db8::/32`; null for anything else. */
export function parseNetwork(text: string): Network | null {
  const begun = /^(\d{1,3}\.){1,3}$/.test(text) ? completeBeginning(text) : null
  const [address = '', bits] = (begun ?? text).split('/')
  try {
    if (bits === undefined) parse(address)
    else parseCIDR(`${address}/${bits}`)
  } catch {
    return null
  }
  // ipaddr.js reads `10` and `0x7f.1` as addresses, as C did. People who type that mean something else.
  if (!address.includes(':') && !/^\d+\.\d+\.\d+\.\d+$/.test(address)) return null
  return { address, bits: bits === undefined ? null : Number(bits) }
}

/** `192.168.` is how a network is begun: three bytes of four are 24 bits. */
function completeBeginning(text: string): string {
  const parts = text.split('.').filter((part) => part !== '')
  const rest = Array<string>(4 - parts.length).fill('0')
  return `${[...parts, ...rest].join('.')}/${String(parts.length * 8)}`
}

/** Makes the function that tells whether an address is in a network. An IPv4 address inside IPv6 counts as itself. */
export function networkMatcher({ address, bits }: Network): (address: string) => boolean {
  const range = readAddress(address)
  if (range === null) return () => false
  const length = bits ?? (range.kind() === 'ipv4' ? 32 : 128)
  const known = new Map<string, boolean>()
  return (given) => {
    let within = known.get(given)
    if (within === undefined) {
      within = isWithin(readAddress(given), range, length)
      // There are as many answers as clients; a scan of a whole network must not stay in memory.
      if (known.size > 4096) known.clear()
      known.set(given, within)
    }
    return within
  }
}

function isWithin(address: IPv4 | IPv6 | null, range: IPv4 | IPv6, bits: number): boolean {
  if (address === null || address.kind() !== range.kind()) return false
  return address.match(range, bits)
}

function readAddress(text: string): IPv4 | IPv6 | null {
  try {
    // A zone, as in `fe80::1%eth0`, says where the address is known, not which it is.
    const address = parse(text.replace(/%.*$/, ''))
    return isIpv6(address) && address.isIPv4MappedAddress() ? address.toIPv4Address() : address
  } catch {
    return null
  }
}

function isIpv6(address: IPv4 | IPv6): address is IPv6 {
  return address.kind() === 'ipv6'
}
