import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compare } from '../../bench/compare'
import { SharedFolder } from '../../bench/shared-folder'
import type { ServerKind } from '../../bench/servers/server'
import { NotServed } from '../../bench/workloads/workload'
import type { Workload } from '../../bench/workloads/workload'

/** A server in one line, which answers everything with 200. */
function server(name: string, code = `require('http').createServer((_, r) => r.end()).listen(process.argv[1])`) {
  const kind: ServerKind = {
    ...{ name, family: 'node', version: () => Promise.resolve('1') },
    prepare: ({ port }) => Promise.resolve({ command: process.execPath, args: ['-e', code, String(port)] }),
  }
  return { kind, version: '1' }
}

let folder: SharedFolder
beforeAll(async () => {
  folder = await SharedFolder.make()
})
afterAll(() => folder.remove())

/** Runs in three rounds. */
function comparison(begin: Workload['begin'], names: readonly string[]) {
  const workload: Workload = { name: 'made-up', title: 'Made up', figures: [], begin }
  return { workload, servers: names.map((name) => server(name)), folder, rounds: 3, durationMs: 1 }
}

describe('compare', () => {
  it('lets everybody warm up, and then run in turns, everybody first in some', async () => {
    const order: string[] = []
    const { servers } = await compare(
      comparison(
        ({ kind }) =>
          Promise.resolve(() => {
            order.push(kind.name)
            return Promise.resolve({ run: order.length })
          }),
        ['a', 'b'],
      ),
    )
    expect(order.join(' ')).toBe('a b a b b a a b')
    expect(servers.map(({ samples }) => samples)).toEqual([
      [{ run: 3 }, { run: 6 }, { run: 7 }],
      [{ run: 4 }, { run: 5 }, { run: 8 }],
    ])
  })

  it('keeps a round with a wrong answer out of the figures, and says so', async () => {
    let runs = 0
    const { servers } = await compare(
      comparison(
        () =>
          Promise.resolve(() => {
            runs += 1
            return runs === 3 ? Promise.reject(new Error('Wrong answer')) : Promise.resolve({ run: runs })
          }),
        ['a'],
      ),
    )
    expect(servers).toMatchObject([
      { samples: [{ run: 2 }, null, { run: 4 }], faults: ['Wrong answer'], notServed: null },
    ])
  })

  it('goes on without a server that does something else by design, or does not start', async () => {
    const asked = comparison(
      ({ kind }) => {
        if (kind.name === 'b') throw new NotServed('lists no folders')
        return Promise.resolve(() => Promise.resolve({ run: 1 }))
      },
      ['a', 'b'],
    )
    const broken = server('c', 'console.error("no such option"); process.exit(3)')
    const { servers } = await compare({ ...asked, servers: [...asked.servers, broken] })
    expect(servers.map(({ name, samples, notServed }) => [name, samples.length, notServed])).toEqual([
      ['a', 3, null],
      ['b', 0, 'lists no folders'],
      ['c', 0, null],
    ])
    expect(servers[2]?.faults).toEqual([expect.stringMatching(/Cannot start c: .*ended with 3.* no such option/)])
  })

  it('tells the last words of a server that crashes, and asks it no more', async () => {
    let runs = 0
    const crashing = server(
      'a',
      `require('http').createServer((q, r) => { if (q.url === '/crash') throw new Error('EMFILE'); r.end() }).listen(process.argv[1])`,
    )
    const asked = comparison(
      ({ origin }) =>
        Promise.resolve(async () => {
          runs += 1
          if (runs === 3) await fetch(`${origin}/crash`)
          return { run: runs }
        }),
      [],
    )
    const { servers } = await compare({ ...asked, servers: [crashing] })
    expect(servers[0]?.samples).toEqual([{ run: 2 }, null])
    expect(servers[0]?.faults).toEqual(['fetch failed', expect.stringMatching(/^it ended by itself: Error: EMFILE/)])
  })

  it('says how each was started, without the places of this machine', async () => {
    const { servers } = await compare(comparison(() => Promise.resolve(() => Promise.resolve({})), ['a']))
    expect(servers[0]?.commandLine).toMatch(/^node -e .* PORT$/)
  })
})
