import { describe, expect, it } from 'vitest'
import { commandArguments } from '../../../../preload/contract'
import type { ShareView } from '../../../../preload/views'
import { pathFor, requestFor, tries, tryMethod } from '../../../../renderer/components/lesson/tries'
import { KNOWN_METHODS } from '../../../../main/http/methods'

const base = { state: 'available', size: 1, fileCount: 1, sample: null } as const
const folder: ShareView = { ...base, id: 1, kind: 'folder', name: 'a', mount: '/a/', sample: 'b%20c.txt' }
const bare: ShareView = { ...folder, id: 4, mount: '/empty/', sample: null }
const file: ShareView = { ...base, id: 2, kind: 'file', name: 'f', mount: '/f.iso' }
const echo: ShareView = { ...base, id: 3, kind: 'echo', name: 'echo', mount: '/echo/' }

describe('pathFor', () => {
  it('finds a file, in a folder or alone', () => {
    expect([pathFor('file', [bare, folder]), pathFor('file', [file]), pathFor('file', [echo])]).toEqual([
      '/a/b%20c.txt',
      '/f.iso',
      undefined,
    ])
  })

  it('finds the echo, and for what takes anything a file before it', () => {
    expect([pathFor('echo', [folder, echo]), pathFor('echo', [folder]), pathFor('any', [echo, folder])]).toEqual([
      '/echo/',
      undefined,
      '/a/b%20c.txt',
    ])
    expect([pathFor('any', [echo]), pathFor('any', [bare]), pathFor('any', [])]).toEqual([
      '/echo/',
      '/empty/',
      undefined,
    ])
  })

  it('asks for nothing that has vanished', () => {
    expect(pathFor('any', [{ ...folder, state: 'vanished' }])).toBeUndefined()
  })
})

describe('requestFor', () => {
  it('makes requests that main takes, for every try and every method', () => {
    const all = [...Object.values(tries).flat(), ...Array.from(KNOWN_METHODS, tryMethod)]
    const requests = all.flatMap(({ steps }) => steps.map((step) => requestFor(step, '/a/b.txt', 7)))
    expect(requests.length).toBeGreaterThan(20)
    expect(requests.map((request) => commandArguments.askOurselves(request))).toEqual(requests)
  })

  it('sends CONNECT a host and the rest a path', () => {
    const targets = ['CONNECT', 'GET'].map((method) => {
      const request = requestFor(tryMethod(method).steps[0], '/a', null)
      return request.kind === 'new' ? request.target : request.kind
    })
    expect(targets).toEqual(['example.org:443', '/a'])
  })

  it('asks the one before again, differently', () => {
    const again = tries.caching[0]?.steps[1]
    expect(again && requestFor(again, '/a', 12)).toEqual({ kind: 'again', exchangeId: 12, variation: 'if-none-match' })
  })
})
