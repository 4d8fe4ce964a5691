import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openAddress, openReference } from '../../main/app/external'

const openExternal = vi.hoisted(() => vi.fn<(url: string) => Promise<void>>())
vi.mock('electron', () => ({ shell: { openExternal } }))

beforeEach(() => {
  openExternal.mockReset()
})

describe('openReference', () => {
  it('opens a section at its constant address', async () => {
    await openReference({ document: 'rfc9112', section: '6.3' })
    expect(openExternal.mock.calls).toEqual([['https://www.rfc-editor.org/rfc/rfc9112.html#section-6.3']])
  })
})

describe('openAddress', () => {
  it.each([
    ['http://192.168.1.20:8080', 'http://192.168.1.20:8080/'],
    ['http://192.168.1.20:80', 'http://192.168.1.20:80/'],
    ['http://[fe80::1]:8080', 'http://[fe80::1]:8080/'],
    ['https://porthole.local:8443', 'https://porthole.local:8443/'],
  ])('opens %s', async (origin, url) => {
    await openAddress(origin)
    expect(openExternal.mock.calls).toEqual([[url]])
  })

  it.each([
    '',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ftp://192.168.1.20',
    'smb://192.168.1.20',
    'http://192.168.1.20:8080/path',
    'http://anna:secret@192.168.1.20:8080',
    'http://192.168.1.20:8080?x',
    'http://192.168.1.20:8080#x',
    'http:\\\\192.168.1.20',
    ' http://192.168.1.20',
  ])('does not open %j', async (origin) => {
    await expect(openAddress(origin)).rejects.toThrow('expected the origin of an HTTP server')
    expect(openExternal).not.toHaveBeenCalled()
  })
})
