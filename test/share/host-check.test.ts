import { describe, expect, it } from 'vitest'
import { parseAuthority } from '../../main/http/authority'
import { namesUs } from '../../main/share/host-check'
import type { OwnNames } from '../../main/share/host-check'

const own: OwnNames = {
  addresses: new Set(['192.168.1.20', 'fd00::20', 'fe80::1']),
  hostName: 'Studio.lan',
  allowed: ['files.example.org'],
}

function check(host: string, names: OwnNames = own): boolean {
  const authority = parseAuthority(host)
  if (authority === undefined) throw new TypeError(`Cannot check ${host}: expected an authority`)
  return namesUs(authority, names, '10.9.9.9')
}

describe('namesUs', () => {
  it.each([
    '192.168.1.20',
    '192.168.1.20:8080',
    '192.168.1.20:9', // a router forwards another port to us
    '[fd00::20]:8080',
    '[FD00:0:0:0::20]',
    '[fe80::1]',
    '[::ffff:192.168.1.20]',
    '10.9.9.9:8080', // the address that the connection came in on
    'localhost',
    'LOCALHOST:8080',
    'localhost.',
    '127.0.0.1',
    '127.3.2.1:80',
    '[::1]:8080',
    'studio.lan',
    'studio',
    'studio.local',
    'Studio.Local.:8080',
    'files.example.org',
    'FILES.example.org:443',
  ])('takes %s for us', (host) => {
    expect(check(host)).toBe(true)
  })

  it.each([
    'evil.example',
    'evil.example:8080',
    '127.0.0.1.nip.io',
    'localhost.evil.example',
    'evil.localhost',
    'example.org',
    'a.files.example.org',
    '192.168.1.21',
    '0.0.0.0',
    '[::]',
    '[fd00::21]',
    '[::ffff:192.168.1.21]',
    'studio.evil.example',
    '2130706433', // 127.0.0.1 as one number: a browser never sends it so
    '127.1',
  ])('takes %s for somebody else', (host) => {
    expect(check(host)).toBe(false)
  })

  it('takes every name for us when any is allowed', () => {
    expect(check('evil.example', { ...own, allowed: ['*'] })).toBe(true)
  })

  it('has no empty name of its own when the machine has none', () => {
    expect(check('.', { ...own, hostName: '' })).toBe(false)
    expect(check('.local', { ...own, hostName: '' })).toBe(false)
  })
})
