import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { listAddresses, ownAddresses } from '../../main/share/addresses'
import type { NetworkInterfaces } from '../../main/share/addresses'

function info(address: string): NetworkInterfaceInfo {
  const internal = address === '127.0.0.1' || address === '::1'
  const shared = { address, netmask: '', mac: '00:00:00:00:00:00', internal, cidr: null }
  return address.includes(':') ? { ...shared, family: 'IPv6', scopeid: 0 } : { ...shared, family: 'IPv4' }
}

/** Interfaces by name, in the order in which the system lists them. */
function interfaces(addresses: Readonly<Record<string, readonly string[]>>): NetworkInterfaces {
  return Object.fromEntries(Object.entries(addresses).map(([name, each]) => [name, each.map(info)]))
}

const ALL = { host: '::', port: 8080 }
const originsOf = (...given: Parameters<typeof listAddresses>) => listAddresses(...given).map(({ origin }) => origin)

describe('listAddresses', () => {
  it('puts real adapters first, then VPNs, then virtual networks, then this computer', () => {
    const given = interfaces({
      lo: ['127.0.0.1', '::1'],
      docker0: ['172.17.0.1'],
      tun0: ['10.8.0.2'],
      eth0: ['192.168.1.20', 'fd00::20', 'fe80::1'],
    })
    expect(listAddresses(given, ALL)).toEqual([
      { origin: 'http://192.168.1.20:8080', kind: 'lan', network: 'eth0' },
      { origin: 'http://[fd00::20]:8080', kind: 'lan', network: 'eth0' },
      { origin: 'http://10.8.0.2:8080', kind: 'vpn', network: 'tun0' },
      { origin: 'http://172.17.0.1:8080', kind: 'virtual', network: 'docker0' },
      { origin: 'http://127.0.0.1:8080', kind: 'loopback', network: 'lo' },
    ])
  })

  it.each([
    ['eth0', 'lan'],
    ['enp3s0', 'lan'],
    ['wlan0', 'lan'],
    ['en0', 'lan'],
    ['Wi-Fi', 'lan'],
    ['Ethernet 2', 'lan'],
    ['以太网', 'lan'],
    ['bond0', 'lan'],
    ['utun4', 'vpn'],
    ['wg0', 'vpn'],
    ['ppp0', 'vpn'],
    ['tailscale0', 'vpn'],
    ['ztabcdef12', 'vpn'],
    ['NordLynx', 'vpn'],
    ['OpenVPN TAP-Windows6', 'vpn'],
    ['docker0', 'virtual'],
    ['br-5f3a1c', 'virtual'],
    ['veth12ab', 'virtual'],
    ['virbr0', 'virtual'],
    ['vmnet8', 'virtual'],
    ['vboxnet0', 'virtual'],
    ['lxdbr0', 'virtual'],
    ['bridge100', 'virtual'],
    ['vEthernet (WSL (Hyper-V firewall))', 'virtual'],
    ['vEthernet (Default Switch)', 'virtual'],
    ['VMware Network Adapter VMnet1', 'virtual'],
    ['VirtualBox Host-Only Network', 'virtual'],
  ])('takes %s for %s', (name, kind) => {
    const given = interfaces({ real: ['192.168.0.2'], [name]: ['192.168.50.2'] })
    expect(listAddresses(given, ALL).find(({ network }) => network === name)?.kind).toBe(kind)
  })

  it('takes 100.64.0.0/10 for a VPN whatever its name', () => {
    const given = interfaces({ en5: ['100.64.0.1'], en6: ['100.128.0.1'] })
    expect(listAddresses(given, ALL).map(({ kind }) => kind)).toEqual(['lan', 'vpn'])
  })

  it("takes a switch of Hyper-V for the network when it has taken the real adapter's place", () => {
    const outer = { 'vEthernet (Office)': ['192.168.1.20'], 'vEthernet (WSL)': ['172.20.0.1'] }
    expect(listAddresses(interfaces(outer), ALL).map(({ kind }) => kind)).toEqual(['lan', 'virtual'])
    const both = { ...outer, Ethernet: ['192.168.7.7'] }
    expect(listAddresses(interfaces(both), ALL).map(({ kind }) => kind)).toEqual(['lan', 'virtual', 'virtual'])
  })

  it('puts an address that an adapter gave itself after those that it was given', () => {
    const given = interfaces({ eth0: ['169.254.3.4'], eth1: ['10.0.0.5'] })
    expect(originsOf(given, ALL)).toEqual(['http://10.0.0.5:8080', 'http://169.254.3.4:8080'])
  })

  it('leaves out link-local IPv6 addresses, which need a zone', () => {
    expect(originsOf(interfaces({ eth0: ['fe80::1', 'febf::1'] }), ALL)).toEqual([])
  })

  it.each([
    ['0.0.0.0', ['http://192.168.1.20:8080', 'http://127.0.0.1:8080']],
    ['::', ['http://192.168.1.20:8080', 'http://[fd00::20]:8080', 'http://127.0.0.1:8080']],
    ['127.0.0.1', ['http://127.0.0.1:8080']],
    ['localhost', ['http://127.0.0.1:8080']],
    ['::1', ['http://[::1]:8080']],
    ['192.168.1.20', ['http://192.168.1.20:8080']],
    ['127.0.0.9', ['http://127.0.0.9:8080']],
  ])('lists what a server on %s answers on', (host, expected) => {
    const given = interfaces({ lo: ['127.0.0.1', '::1'], eth0: ['192.168.1.20', 'fd00::20'] })
    expect(originsOf(given, { host, port: 8080 })).toEqual(expected)
  })

  it('leaves the port out when it is the one of http', () => {
    expect(originsOf(interfaces({ eth0: ['192.168.1.20', 'fd00::20'] }), { host: '::', port: 80 })).toEqual([
      'http://192.168.1.20',
      'http://[fd00::20]',
    ])
  })

  it('lists nothing where there is no network at all', () => {
    expect(listAddresses({}, ALL)).toEqual([])
  })
})

describe('ownAddresses', () => {
  it('has every address, link-local ones too, in the one text form', () => {
    const given = interfaces({ lo: ['127.0.0.1', '::1'], eth0: ['192.168.1.20', 'FE80:0:0::1%eth0'] })
    expect([...ownAddresses(given)]).toEqual(['127.0.0.1', '::1', '192.168.1.20', 'fe80::1'])
  })
})
