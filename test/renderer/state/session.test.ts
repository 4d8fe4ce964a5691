import { describe, expect, it } from 'vitest'
import { Session } from '../../../renderer/state/session.svelte'
import { LinkLostError } from '../../../renderer/state/link-lost'
import { FakeApi } from '../harness/fake-api'
import { row, scenes } from '../harness/scenes'

/** A session that has taken its snapshot of a scene, with drawing done by hand. */
async function start(name = 'waiting') {
  const scene = scenes[name]
  if (scene === undefined) throw new Error(`Cannot start: there is no scene ${JSON.stringify(name)}`)
  const api = new FakeApi(scene)
  const drawn: (() => void)[] = []
  const session = new Session(api, (callback) => drawn.push(callback))
  const stop = session.start()
  await settle()
  const draw = (): void => {
    for (const callback of drawn.splice(0)) callback()
  }
  const count = (command: string): number => api.asked.filter((each) => each.command === command).length
  return { api, session, stop, draw, count }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

describe('Session', () => {
  it('begins with a snapshot of everything', async () => {
    const { session } = await start('busy')
    expect({
      rows: session.log.rows.length,
      clients: session.clients.byId.size,
      shares: session.shares.all.length,
      serving: session.serving.on,
      host: session.host?.hostName,
    }).toEqual({ rows: 314, clients: 6, shares: 2, serving: true, host: 'lighthouse' })
  })

  it('applies batches that follow on each other', async () => {
    const { api, session } = await start()
    api.send({ added: [row(1, {})] })
    api.send({ patched: [row(1, { status: 206 })], clientsRemoved: [1] })
    expect(session.log.rows.map(({ id, status }) => [id, status])).toEqual([[1, 206]])
  })

  it('ignores a batch that it has seen', async () => {
    const { api, session, count } = await start()
    api.send({ sequence: 2, added: [row(1, {})] })
    api.send({ sequence: 2, removed: [1] })
    expect(session.log.rows.length).toBe(1)
    expect(count('takeSnapshot')).toBe(1)
  })

  it('takes a new snapshot on a gap, and applies what comes meanwhile after it', async () => {
    const { api, session, count } = await start()
    api.snapshot = { ...api.snapshot, rows: [row(4, {}), row(5, {})] }
    api.send({ sequence: 9, added: [row(5, {})] })
    expect(session.log.rows).toEqual([])
    api.send({ sequence: 10, added: [row(6, {})] })
    await settle()
    expect(count('takeSnapshot')).toBe(2)
    expect(session.log.rows.map(({ id }) => id)).toEqual([4, 5, 6])
  })

  it('acknowledges what was drawn, once for a burst of batches', async () => {
    const { api, draw } = await start()
    draw()
    api.send({ added: [row(1, {})] })
    api.send({ added: [row(2, {})] })
    draw()
    const acknowledged = api.asked.filter(({ command }) => command === 'acknowledge').map(({ argument }) => argument)
    expect(acknowledged).toEqual([1, 3])
  })

  it('stops listening when asked', async () => {
    const { api, session, stop } = await start()
    stop()
    api.send({ added: [row(1, {})] })
    expect(session.log.rows).toEqual([])
  })

  it('tells of a snapshot that fails, but not of a link that is lost', async () => {
    const { api, session } = await start()
    api.takeSnapshot = () => Promise.reject(new LinkLostError('gone'))
    await session.resynchronise()
    expect(session.notices.all).toEqual([])
    api.takeSnapshot = () => Promise.reject(new Error('boom'))
    await session.resynchronise()
    expect(session.notices.all.map(({ fault }) => fault.code)).toEqual(['unexpected-error'])
  })
})
