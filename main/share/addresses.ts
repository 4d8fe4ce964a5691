/** The addresses that others reach us on. Pure over what `os.networkInterfaces()` gives. */
import type { NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import type { AddressKind, AddressView } from '../../preload/views'
import { parseIpv6 } from '../http/ipv6'

export type NetworkInterfaces = ReturnType<typeof networkInterfaces>

/** What a server listens on: an address literal, `::` or `0.0.0.0` for all, or `localhost`. */
export interface Listening {
  readonly host: string
  readonly port: number
}

// Names as the systems give them: Linux and macOS short ones, Windows the ones people see.
const VPN =
  /^(?:tun|tap|utun|ppp|wg|ipsec)\d*$|^zt\w{8}|tailscale|wireguard|openvpn|zerotier|hamachi|nordlynx|proton|cscotun|vpn|wintun/i
const VIRTUAL =
  /^(?:docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|podman|cni|flannel|cali|bridge\d|awdl|llw|anpi|ap\d|vnic)|^vEthernet|virtualbox|vmware|hyper-v|wsl|docker/i
// Hyper-V's own switches. Any other `vEthernet` may be an external one, which has taken the address of the real adapter.
const INNER_SWITCH = /wsl|default switch|docker|\bnat\b|hns/i

const KIND_ORDER: readonly AddressKind[] = ['lan', 'vpn', 'virtual', 'loopback']

interface Candidate {
  readonly address: string
  readonly isIpv6: boolean
  readonly kind: AddressKind
  readonly network: string
}

/**
 * Lists our addresses, the one that most likely works for others first: real adapters before VPNs, those before the
 * networks of virtual machines and containers, this computer's own last; of each kind IPv4 before IPv6.
 */
export function listAddresses(interfaces: NetworkInterfaces, { host, port }: Listening): readonly AddressView[] {
  return reachable(candidates(interfaces), host)
    .sort(byUsefulness)
    .map(({ address, isIpv6, kind, network }) => ({
      origin: originOf(isIpv6 ? `[${address}]` : address, port),
      kind,
      network,
    }))
}

/** Gives every address of this machine, for the Host check: link-local ones too, IPv6 in the text form of RFC 5952. */
export function ownAddresses(interfaces: NetworkInterfaces): ReadonlySet<string> {
  const addresses = new Set<string>()
  for (const { address } of Object.values(interfaces).flatMap((each) => each ?? [])) {
    const bare = address.split('%', 1)[0] ?? address
    addresses.add(parseIpv6(bare) ?? bare)
  }
  return addresses
}

function candidates(interfaces: NetworkInterfaces): Candidate[] {
  const found: Candidate[] = []
  for (const [network, infos] of Object.entries(interfaces)) {
    for (const each of infos ?? []) {
      if (!isUsable(each)) continue
      found.push({ address: each.address, isIpv6: each.family === 'IPv6', kind: kindOf(network, each), network })
    }
  }
  return found.some(({ kind, isIpv6 }) => kind === 'lan' && !isIpv6) ? found : found.map(promoteSwitch)
}

/** A link-local IPv6 address needs a zone, which only means something on the machine that dials. */
function isUsable({ address, family }: NetworkInterfaceInfo): boolean {
  return family === 'IPv4' || !/^fe[89ab]/i.test(address)
}

function kindOf(network: string, { address, internal }: NetworkInterfaceInfo): AddressKind {
  if (internal) return 'loopback'
  if (VIRTUAL.test(network)) return 'virtual'
  return VPN.test(network) || isSharedAddressSpace(address) ? 'vpn' : 'lan'
}

/** 100.64.0.0/10 (RFC 6598): what mesh VPNs give to their members. */
function isSharedAddressSpace(address: string): boolean {
  const [first, second] = address.split('.').map(Number)
  return first === 100 && second !== undefined && second >= 64 && second < 128
}

function promoteSwitch(candidate: Candidate): Candidate {
  const { network, kind } = candidate
  const isOuter = kind === 'virtual' && /^vEthernet/i.test(network) && !INNER_SWITCH.test(network)
  return isOuter ? { ...candidate, kind: 'lan' } : candidate
}

/** Those of the addresses that a server on `host` answers on. */
function reachable(all: readonly Candidate[], host: string): Candidate[] {
  const loopback = all.filter(({ kind }) => kind === 'loopback')
  // One way to reach this computer from itself is enough.
  const ownLoopback = loopback.find(({ isIpv6 }) => !isIpv6) ?? loopback[0]
  const others = all.filter(({ kind }) => kind !== 'loopback')
  const inner = ownLoopback === undefined ? [] : [ownLoopback]
  if (host === '::') return [...others, ...inner]
  if (host === '0.0.0.0') return [...others, ...inner].filter(({ isIpv6 }) => !isIpv6)
  if (host === 'localhost') return inner
  return [all.find(({ address }) => address === host) ?? literal(host)]
}

/** An address that no interface names: one of 127.0.0.0/8, or one that came up just now. */
function literal(host: string): Candidate {
  const isLoopback = host === '::1' || host.startsWith('127.')
  return { address: host, isIpv6: host.includes(':'), kind: isLoopback ? 'loopback' : 'lan', network: '' }
}

function byUsefulness(one: Candidate, other: Candidate): number {
  return (
    KIND_ORDER.indexOf(one.kind) - KIND_ORDER.indexOf(other.kind) ||
    Number(one.isIpv6) - Number(other.isIpv6) ||
    Number(isSelfAssigned(one)) - Number(isSelfAssigned(other))
  )
}

/** 169.254.0.0/16 (RFC 3927): what an adapter gives itself when nobody answers it. */
function isSelfAssigned({ address }: Candidate): boolean {
  return address.startsWith('169.254.')
}

function originOf(host: string, port: number): string {
  return port === 80 ? `http://${host}` : `http://${host}:${String(port)}`
}
