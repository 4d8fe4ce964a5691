import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rendererAssets } from '../../main/app/renderer-assets'
import { startConsole } from '../../main/console/console'
import type { Console } from '../../main/console/console'
import type { Session } from '../../main/share/porthole'
import type { Commands } from '../../preload/contract'
import type { FeedBatch } from '../../preload/views'

/** A use case that only remembers what it was asked. */
class FakePorthole {
  readonly sessions: { readonly kind: string; isOpen: boolean; send(batch: FeedBatch): void }[] = []
  readonly unexpected: unknown[] = []
  readonly commands = {
    openTypedPath: vi.fn(async (path: string) => {
      if (path === 'bug') throw new TypeError('Cannot read /home/anna/secret')
      return { ok: true, value: [] }
    }),
    removeShare: vi.fn(async () => ({ ok: false, fault: { code: 'unknown-id' } })),
    clearLog: vi.fn(async () => ({ cleared: 3 })),
  }

  readonly openSession = ({ kind }: { readonly kind: string }): Session => {
    const listeners = new Set<(batch: FeedBatch) => void>()
    const session = {
      kind,
      isOpen: true,
      send: (batch: FeedBatch) => {
        for (const listener of listeners) listener(batch)
      },
    }
    this.sessions.push(session)
    return {
      commands: this.commands as unknown as Commands,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => {
        session.isOpen = false
      },
    }
  }

  readonly reportUnexpected = (error: unknown): void => {
    this.unexpected.push(error)
  }
}

let folder: string
let porthole: FakePorthole
let opened: Console
let url: URL

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porthole-console-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>窗</title>')
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets', 'index-1a.js'), 'export {}')
  await writeFile(join(folder, 'licenses.md'), 'no page asks for this')
  porthole = new FakePorthole()
  opened = await startConsole({ porthole, rendererDir: folder, port: 0 })
  url = new URL(opened.url)
})

afterEach(async () => {
  await opened.close()
  await rm(folder, { recursive: true, force: true })
})

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Asks with exactly this path: `fetch` would tidy it up. */
function ask(path: string, options: { readonly method?: string; readonly headers?: Record<string, string> } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: url.port, path, ...options }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body })
      })
    })
    asked.on('error', reject).end()
  })
}

/** Opens a socket; gives the status it was refused with instead, when it was. */
function connect(path = `${url.pathname}ws`, headers: Record<string, string> = {}): Promise<WebSocket | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${url.port}${path}`, {
      origin: headers.Origin ?? url.origin,
      headers,
    })
    socket.on('open', () => {
      resolve(socket)
    })
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', () => undefined)
  })
}

async function openSocket(): Promise<WebSocket> {
  const socket = await connect()
  if (typeof socket === 'number') throw new Error(`Cannot connect: refused with ${String(socket)}`)
  return socket
}

const nextMessage = (socket: WebSocket): Promise<unknown> =>
  new Promise((resolve) => {
    socket.once('message', (raw: Buffer) => {
      resolve(JSON.parse(raw.toString()))
    })
  })
const call = (socket: WebSocket, message: object): Promise<unknown> => {
  const answer = nextMessage(socket)
  socket.send(JSON.stringify({ type: 'call', id: 1, ...message }))
  return answer
}

describe('the page of the console', () => {
  it('stands behind a random key on the loopback address', () => {
    expect(opened.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/)
  })

  it('is the built renderer with its assets', async () => {
    expect(await ask(url.pathname)).toMatchObject({ status: 200, body: '<!doctype html><title>窗</title>' })
    const asset = await ask(`${url.pathname}assets/index-1a.js`)
    expect(asset).toMatchObject({ status: 200, body: 'export {}' })
    expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(await ask(url.pathname, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
    expect((await ask(url.pathname, { headers: { Host: `localhost:${url.port}` } })).status).toBe(200)
  })

  it("carries the fields of the desktop's page, its policy above all", async () => {
    const ofDesktop = await rendererAssets(folder, 'porthole')(new Request('http://porthole/index.html'))
    const { headers } = await ask(url.pathname)
    for (const [name, value] of ofDesktop.headers) expect([name, headers[name]]).toEqual([name, value])
  })

  it.each([
    ['without the key', () => '/'],
    ['with a wrong key', () => `/${'A'.repeat(32)}/`],
    ['with the key and more', () => url.pathname.replace(/\/$/, 'x/')],
    ['with the key alone', () => url.pathname.slice(0, -1)],
    ['for a file that is not there', () => `${url.pathname}nope.js`],
    ['for a file that is no part of the page', () => `${url.pathname}licenses.md`],
    ['for what lies outside', () => `${url.pathname}../../../../etc/passwd`],
    ['for what lies outside, encoded', () => `${url.pathname}%2e%2e/%2e%2e/etc/passwd`],
    ['for a property of every object', () => `${url.pathname}__proto__`],
  ])('does not exist %s', async (_, path) => {
    expect(await ask(path())).toMatchObject({ status: 404, body: '' })
  })

  it.each<[string, Record<string, string>]>([
    ['under another name', { Host: 'evil.example' }],
    ['under another name with the port', { Host: 'evil.example:PORT' }],
    ['on another port', { Host: '127.0.0.1:1' }],
    ['for a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('does not exist %s', async (_, headers) => {
    const filled = Object.fromEntries(Object.entries(headers).map(([n, v]) => [n, v.replace('PORT', url.port)]))
    expect((await ask(url.pathname, { headers: filled })).status).toBe(404)
  })

  it('only answers who reads', async () => {
    expect(await ask(url.pathname, { method: 'POST' })).toMatchObject({ status: 405, body: '' })
  })

  it('cannot be opened before it is built', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'porthole-empty-'))
    await expect(startConsole({ porthole, rendererDir: empty, port: 0 })).rejects.toThrow(/has not been built/)
    await rm(empty, { recursive: true })
  })
})

describe('the socket of the console', () => {
  it.each([
    ['without the key', '/ws', {}],
    ['with a wrong key', `/${'A'.repeat(32)}/ws`, {}],
    ['beside the right place', 'KEYwss', {}],
    ['from a page of another site', 'KEYws', { Origin: 'http://evil.example' }],
    ['from the shares themselves', 'KEYws', { Origin: 'http://127.0.0.1:8080' }],
    ['from a sandboxed page', 'KEYws', { Origin: 'null' }],
    ['under another name', 'KEYws', { Host: 'evil.example' }],
  ])('does not exist %s', async (_, path, headers) => {
    expect(await connect(path.replace('KEY', url.pathname), headers)).toBe(404)
    expect(porthole.sessions).toEqual([])
  })

  it('carries commands and their answers', async () => {
    const socket = await openSocket()
    expect(await call(socket, { id: 5, command: 'openTypedPath', argument: '/照片' })).toEqual({
      type: 'answer',
      id: 5,
      value: { ok: true, value: [] },
    })
    expect(porthole.commands.openTypedPath).toHaveBeenCalledWith('/照片')
    expect(await call(socket, { command: 'clearLog' })).toMatchObject({ value: { cleared: 3 } })
    expect(porthole.commands.clearLog).toHaveBeenCalledWith(undefined)
  })

  it('carries a refusal as a value', async () => {
    expect(await call(await openSocket(), { command: 'removeShare', argument: 7 })).toMatchObject({
      type: 'answer',
      value: { ok: false, fault: { code: 'unknown-id' } },
    })
  })

  it.each([
    [{ command: 'eval' }, /there is no such command/],
    [{ command: '__proto__' }, /there is no such command/],
    [{ command: 'toString' }, /there is no such command/],
    [{ command: 'removeShare', argument: '7' }, /as an id/],
    [{ command: 'openTypedPath', argument: {} }, /expected a string/],
    [{ command: 'clearLog', argument: 1 }, /Cannot take an argument/],
  ])('fails %j and carries nothing out', async (message, sentence) => {
    const answer = await call(await openSocket(), message)
    expect(answer).toEqual({ type: 'failure', id: 1, message: expect.stringMatching(sentence) as unknown })
    expect(porthole.commands.removeShare).not.toHaveBeenCalled()
    expect(porthole.unexpected).toEqual([])
  })

  it('fails a command that meets a bug, reports it here and tells nothing of it there', async () => {
    const answer = await call(await openSocket(), { command: 'openTypedPath', argument: 'bug' })
    expect(answer).toEqual({ type: 'failure', id: 1, message: 'Cannot carry out the command: an unexpected error' })
    expect(porthole.unexpected).toHaveLength(1)
  })

  it.each(['no JSON', '5', 'null', '{"type":"call"}', '{"type":"call","id":1.5,"command":"clearLog"}'])(
    'closes on %j, which is no call',
    async (text) => {
      const socket = await openSocket()
      const closed = new Promise((resolve) => socket.on('close', resolve))
      socket.send(text)
      expect(await closed).toBe(1008)
      await expect.poll(() => porthole.sessions[0]?.isOpen).toBe(false)
    },
  )

  it('closes on a message that is larger than any call', async () => {
    const socket = await openSocket()
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.send('x'.repeat(2_000_000))
    expect(await closed).toBe(1009)
  })

  it('brings each page its own batches, and ends its session with it', async () => {
    const [one, other] = [await openSocket(), await openSocket()]
    const batch = nextMessage(other)
    porthole.sessions[1]?.send({ sequence: 1 } as FeedBatch)
    expect(await batch).toEqual({ type: 'batch', batch: { sequence: 1 } })
    one.close()
    await expect.poll(() => porthole.sessions.map(({ isOpen }) => isOpen)).toEqual([false, true])
    expect(porthole.sessions.map(({ kind }) => kind)).toEqual(['console', 'console'])
  })

  it('is given to a bounded number of pages', async () => {
    for (let count = 0; count < 16; count += 1) await openSocket()
    expect(await connect()).toBe(404)
  })

  it('closes with the console', async () => {
    const socket = await openSocket()
    const closed = new Promise((resolve) => socket.on('close', resolve))
    await opened.close()
    await closed
    await expect.poll(() => porthole.sessions[0]?.isOpen).toBe(false)
  })
})
