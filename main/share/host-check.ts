/**
 * Tells whether a request is meant for us. A page of somewhere else can make a browser send requests here under a name
 * of its own (DNS rebinding): such a name is not ours, and gets nothing.
 */
import type { Authority } from '../http/authority'

/** What we are called. */
export interface OwnNames {
  /** Addresses of all network interfaces: IPv4, and IPv6 in the text form of RFC 5952 without a zone. */
  readonly addresses: ReadonlySet<string>
  readonly hostName: string
  /** Names that the user added, in lower case; `*` stands for every name. */
  readonly allowed: readonly string[]
}

const LOOPBACK = /^127(?:\.\d{1,3}){3}$/
const MAPPED_IPV4 = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/

/**
 * Tells whether the authority names us. The port is not looked at: it may be another one where a router forwards to
 * us, and a rebound name is foreign on every port.
 *
 * @param localAddress the address that the connection came in on, which is ours even before it is known as such
 */
export function namesUs({ host }: Authority, own: OwnNames, localAddress: string): boolean {
  if (own.allowed.includes('*')) return true
  const name = host.endsWith('.') ? host.slice(0, -1) : host
  const address = unmapped(name)
  if (address === localAddress || own.addresses.has(address)) return true
  if (name === 'localhost' || address === '::1' || LOOPBACK.test(address)) return true
  return hostNames(own.hostName).includes(name) || own.allowed.includes(name)
}

/** The machine's name as the system has it, its first label, and that one as mDNS announces it (RFC 6762 §3). */
function hostNames(hostName: string): string[] {
  const full = hostName.toLowerCase()
  const label = full.split('.', 1)[0] ?? ''
  return label === '' ? [] : [full, label, `${label}.local`]
}

/** An IPv4 address may come dressed as IPv6 (RFC 4291 §2.5.5.2). */
function unmapped(address: string): string {
  const match = MAPPED_IPV4.exec(address)
  if (match === null) return address
  const [high, low] = [match[1], match[2]].map((group = '') => Number.parseInt(group, 16))
  return [high, low].flatMap((group = 0) => [group >> 8, group & 255]).join('.')
}
