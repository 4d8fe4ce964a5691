/** The use case as its carriers see it, over real sockets and a real disk. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Porthole } from '../../main/share/porthole'
import type { PortholeOptions } from '../../main/share/parts'
import type { Shell } from '../../main/share/shell'
import type { Answer } from '../../preload/contract'
import type { ExchangeRow, FeedBatch } from '../../preload/views'

const run = promisify(execFile)
const SIZE = 64 * 1024 * 1024

let folder: string
let opened: Porthole[]
let sockets: Socket[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porthole-share-'))
  await mkdir(join(folder, 'photos', '2024'), { recursive: true })
  await writeFile(join(folder, 'photos', 'a.txt'), 'ALPHA\n')
  await writeFile(join(folder, 'photos', '2024', '猫 #1.jpg'), 'a cat')
  await writeFile(join(folder, 'film.mkv'), '')
  await truncate(join(folder, 'film.mkv'), SIZE)
  opened = []
  sockets = []
})

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await Promise.all(opened.map((porthole) => porthole.dispose({ graceMs: 0 })))
  await rm(folder, { recursive: true, force: true })
})

async function open(options: Partial<PortholeOptions> = {}): Promise<Porthole> {
  const porthole = await Porthole.open({
    machine: { platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' },
    shell: { kind: 'desktop' },
    settingsFile: null,
    settings: { port: 0, reach: 'this-computer' },
    lookUpName: async () => null,
    ...options,
  })
  opened.push(porthole)
  return porthole
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Shares paths of the test's folder as a drop into the window does, and gives the port. */
async function drop(porthole: Porthole, ...names: readonly string[]): Promise<number> {
  taken(await porthole.commands.openPaths(names.map((name) => join(folder, name))))
  return portOf(porthole)
}

function taken<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`Cannot go on: refused with ${answer.fault.code}`)
  return answer.value
}

function portOf(porthole: Porthole): number {
  const { port } = porthole.serving
  if (port === null) throw new Error('Cannot ask: nothing is served')
  return port
}

/** Runs curl and gives the status, the content, and where a redirect leads. */
async function curl(url: string, ...args: readonly string[]) {
  const { stdout } = await run('curl', ['-s', '-w', '\n%{http_code} %{redirect_url}', '--path-as-is', ...args, url])
  const end = stdout.lastIndexOf('\n')
  const [status, redirect] = stdout.slice(end + 1).split(' ')
  return { status: Number(status), body: stdout.slice(0, end), redirect }
}

function speak(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
    sockets.push(socket)
    let answer = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk))
    socket.on('error', reject).on('close', () => {
      resolve(answer)
    })
  })
}

/** The window: takes a snapshot, then follows the feed. */
async function watch(porthole: Pick<Porthole, 'commands' | 'subscribe'>) {
  const rows = new Map<number, ExchangeRow>()
  const batches: FeedBatch[] = []
  porthole.subscribe((batch) => {
    batches.push(batch)
    for (const row of [...batch.added, ...batch.patched]) rows.set(row.id, row)
    for (const id of batch.removed) rows.delete(id)
    void porthole.commands.acknowledge(batch.sequence)
  })
  const snapshot = await porthole.commands.takeSnapshot(undefined)
  for (const row of snapshot.rows) rows.set(row.id, row)
  const rowOf = (target: string) => [...rows.values()].find((row) => row.target === target)
  return { rows, rowOf, batches, snapshot }
}

describe('Porthole with one folder', () => {
  it('serves its content at the root as soon as it is shared, and shows the request', async () => {
    const porthole = await open()
    const window = await watch(porthole)
    const port = await drop(porthole, 'photos')
    expect(porthole.serving).toMatchObject({
      state: 'serving',
      addresses: [{ origin: `http://127.0.0.1:${String(port)}`, kind: 'loopback' }],
    })
    const agent = ['-A', 'curl/8.5.0']
    expect(await curl(`http://127.0.0.1:${String(port)}/a.txt`, ...agent)).toMatchObject({
      status: 200,
      body: 'ALPHA\n',
    })
    await expect.poll(() => window.rowOf('/a.txt')?.state).toBe('complete')
    expect(window.rowOf('/a.txt')).toMatchObject({
      method: 'GET',
      status: 200,
      sentBytes: 6,
      contentLength: 6,
      ordinal: 1,
      version: '1.1',
      reason: null,
      file: { shareId: 1, path: 'a.txt', size: 6, ranges: [] },
    })
    await expect
      .poll(() => window.batches.flatMap(({ clients }) => clients).at(-1))
      .toMatchObject({
        address: '127.0.0.1',
        agent: 'curl 8.5',
        device: 'terminal',
        state: 'gone',
        exchanges: 1,
        sentBytes: 6,
      })
  })

  it('tells the size of what is shared once it is counted', async () => {
    const porthole = await open()
    await drop(porthole, 'photos')
    await expect
      .poll(async () => (await porthole.commands.takeSnapshot(undefined)).shares[0])
      .toMatchObject({ name: 'photos', mount: '/', size: 11, fileCount: 2, state: 'available' })
  })

  it('keeps the heads of both sides as they were on the wire', async () => {
    const porthole = await open()
    const port = await drop(porthole, 'photos')
    const request = `GET /a.txt HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nX-Odd: \u00e9\r\nConnection: close\r\n\r\n`
    const answer = await speak(port, request)
    const detail = await porthole.commands.readDetail(1)
    const decode = (text: string | null | undefined) => Buffer.from(text ?? '', 'base64').toString('latin1')
    expect(decode(detail?.requestHead)).toBe(request)
    expect(decode(detail?.responseHead)).toBe(answer.slice(0, answer.indexOf('\r\n\r\n') + 4))
    expect(detail).toMatchObject({ localPort: port, remoteAddress: '127.0.0.1', faultOffset: null })
    expect(await porthole.commands.readDetail(99)).toBeNull()
  })

  it('shows a running download moving, and marks it where the client left', async () => {
    const porthole = await open()
    await writeFile(join(folder, 'photos', 'big.bin'), '')
    await truncate(join(folder, 'photos', 'big.bin'), SIZE)
    const window = await watch(porthole)
    const port = await drop(porthole, 'photos')
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    socket.write(`GET /big.bin HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\n\r\n`)
    socket.on('data', () => {
      socket.pause()
      setTimeout(() => socket.resume(), 5)
    })
    await expect.poll(() => window.rowOf('/big.bin')?.sentBytes ?? 0, { timeout: 5000 }).toBeGreaterThan(100_000)
    expect(window.rowOf('/big.bin')).toMatchObject({ state: 'sending', elapsedMs: null, contentLength: SIZE })
    socket.resetAndDestroy()
    await expect.poll(() => window.rowOf('/big.bin')?.state).toBe('aborted-by-client')
    const row = window.rowOf('/big.bin')
    expect(row?.sentBytes).toBeLessThan(SIZE)
    expect(row?.reason).toMatch(/^client-/)
  })

  it('shows a malformed request as a row with the offending octet', async () => {
    const porthole = await open()
    const window = await watch(porthole)
    const port = await drop(porthole, 'photos')
    expect(await speak(port, 'GET / HTTP/1.1\r\nHost : x\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    await expect.poll(() => [...window.rows.values()]).toMatchObject([{ state: 'malformed', status: 400 }])
    expect(await porthole.commands.readDetail(1)).toMatchObject({ faultOffset: 20 })
  })

  it('shows the folder as vanished and as back again, and answers meanwhile', async () => {
    const porthole = await open()
    const port = await drop(porthole, 'photos')
    const stateOf = async () => (await porthole.commands.takeSnapshot(undefined)).shares[0]?.state
    await rename(join(folder, 'photos'), join(folder, 'elsewhere'))
    expect([404, 503]).toContain((await curl(`http://127.0.0.1:${String(port)}/a.txt`)).status)
    await expect.poll(stateOf, { timeout: 6000 }).toBe('vanished')
    await rename(join(folder, 'elsewhere'), join(folder, 'photos'))
    await expect.poll(stateOf, { timeout: 6000 }).toBe('available')
    expect((await curl(`http://127.0.0.1:${String(port)}/a.txt`)).status).toBe(200)
  })

  it('lists a folder below the share for the window, and nothing outside it', async () => {
    const porthole = await open()
    await drop(porthole, 'photos')
    const listed = await porthole.commands.listFolder({ shareId: 1, names: ['2024'] })
    expect(taken(listed)).toMatchObject({ entries: [{ name: '猫 #1.jpg', kind: 'file', size: 5 }], omitted: 0 })
    expect(await porthole.commands.listFolder({ shareId: 1, names: ['..'] })).toMatchObject({ ok: false })
    expect(await porthole.commands.listFolder({ shareId: 1, names: ['nope'] })).toEqual({
      ok: false,
      fault: { code: 'share-not-found', about: 'photos' },
    })
    expect(await porthole.commands.listFolder({ shareId: 9, names: [] })).toMatchObject({
      fault: { code: 'unknown-id' },
    })
  })
})

describe('Porthole with several shares', () => {
  it('stands each under its name and lists them at the root', async () => {
    const porthole = await open()
    const port = await drop(porthole, 'photos', 'film.mkv')
    const base = `http://127.0.0.1:${String(port)}`
    const index = await curl(`${base}/`)
    expect(index.status).toBe(200)
    expect(index.body).toContain('photos')
    expect(index.body).toContain('film.mkv')
    expect((await curl(`${base}/photos/a.txt`)).body).toBe('ALPHA\n')
    expect((await curl(`${base}/photos/2024/%E7%8C%AB%20%231.jpg`)).body).toBe('a cat')
    expect((await curl(`${base}/film.mkv`, '-I')).body).toMatch(/Content-Length: 67108864\r/i)
    expect(await curl(`${base}/photos?sort=name`)).toMatchObject({ status: 301, redirect: `${base}/photos/?sort=name` })
    expect((await curl(`${base}/photos`, '-X', 'OPTIONS')).status).toBe(204)
    expect((await curl(`${base}/photos`, '-X', 'DELETE')).status).toBe(405)
    expect((await curl(`${base}/nope/a.txt`)).status).toBe(404)
    expect((await curl(`${base}//photos/a.txt`)).status).toBe(404)
    expect((await curl(`${base}/photos/../film.mkv`)).status).toBeGreaterThanOrEqual(400)
    expect((await curl(`${base}/%zz`)).status).toBe(400)
  })

  it('shares a file alone under its name, without its neighbours', async () => {
    const porthole = await open()
    const port = await drop(porthole, 'film.mkv')
    const base = `http://127.0.0.1:${String(port)}`
    expect((await curl(`${base}/`)).body).toContain('film.mkv')
    expect((await curl(`${base}/film.mkv`, '-r', '0-9', '-o', join(folder, 'part'))).status).toBe(206)
    expect(await readFile(join(folder, 'part'))).toEqual(Buffer.alloc(10))
    expect((await curl(`${base}/photos/a.txt`)).status).toBe(404)
  })

  it('moves a folder back to the root when it is the only one left', async () => {
    const porthole = await open()
    const port = await drop(porthole, 'photos', 'film.mkv')
    expect(await porthole.commands.removeShare(2)).toEqual({ ok: true, value: null })
    expect((await curl(`http://127.0.0.1:${String(port)}/a.txt`)).body).toBe('ALPHA\n')
    expect(await porthole.commands.removeShare(2)).toMatchObject({ fault: { code: 'unknown-id' } })
  })

  it('shares what it can of what was dropped, and says what it could not', async () => {
    const porthole = await open()
    const paths = [join(folder, 'nope'), join(folder, 'photos')]
    expect(taken(await porthole.commands.openPaths(paths))).toMatchObject([{ name: 'photos' }])
    expect((await porthole.commands.takeSnapshot(undefined)).notices).toMatchObject([
      { fault: { code: 'share-not-found', about: 'nope' } },
    ])
    expect(await porthole.commands.openPaths([join(folder, 'nope')])).toEqual({
      ok: false,
      fault: { code: 'share-not-found', about: 'nope' },
    })
  })
})

describe('Porthole routes', () => {
  it.each([
    ['its address', 'GET /a.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n', 200],
    ['its name', 'GET /a.txt HTTP/1.1\r\nHost: studio.local:80\r\n', 200],
    ['localhost', 'GET /a.txt HTTP/1.1\r\nHost: localhost\r\n', 200],
    ['no host in HTTP/1.0', 'GET /a.txt HTTP/1.0\r\n', 200],
    ['somebody else', 'GET /a.txt HTTP/1.1\r\nHost: evil.example\r\n', 421],
    ['somebody else in HTTP/1.0', 'GET /a.txt HTTP/1.0\r\nHost: evil.example\r\n', 421],
    ['an absolute target to us', 'GET http://127.0.0.1/a.txt HTTP/1.1\r\nHost: evil.example\r\n', 200],
    ['an absolute target elsewhere', 'GET http://evil.example/a.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n', 421],
    ['an absolute target of TLS', 'GET https://127.0.0.1/a.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n', 421],
    ['the server as a whole', 'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n', 204],
    ['the server as a whole, elsewhere', 'OPTIONS * HTTP/1.1\r\nHost: evil.example\r\n', 421],
    ['a tunnel', 'CONNECT 127.0.0.1:443 HTTP/1.1\r\nHost: 127.0.0.1:443\r\n', 405],
  ])('a request for %s', async (_, head, status) => {
    const port = await drop(await open(), 'photos')
    const answer = await speak(port, `${head}Connection: close\r\n\r\n`)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `))
    if (status === 421) expect(answer).not.toMatch(/ALPHA|evil/)
    if (head.startsWith('OPTIONS * ') && status === 204) expect(answer).toMatch(/\r\nAllow: GET, HEAD, OPTIONS\r\n/)
  })

  it('no tunnel, and nothing that follows on the connection', async () => {
    const port = await drop(await open(), 'photos')
    const answer = await speak(
      port,
      'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\nGET /a.txt HTTP/1.1\r\nHost: localhost\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 405 [^]*\r\nConnection: close\r\n/)
    expect(answer).not.toContain('ALPHA')
  })

  it('a name that was added, from then on', async () => {
    const porthole = await open()
    const port = await drop(porthole, 'photos')
    const url = `http://127.0.0.1:${String(port)}/a.txt`
    expect((await curl(url, '-H', 'Host: files.example.org')).status).toBe(421)
    await porthole.commands.changeSettings({ allowedHosts: ['files.example.org'] })
    expect((await curl(url, '-H', 'Host: files.example.org')).status).toBe(200)
    expect((await curl(url, '-H', 'Host: evil.example')).status).toBe(421)
    await porthole.commands.changeSettings({ allowedHosts: ['*'] })
    expect((await curl(url, '-H', 'Host: evil.example')).status).toBe(200)
  })

  it('everything to the echo that is alone, and its own place among others', async () => {
    const porthole = await open()
    expect(taken(await porthole.commands.shareEcho(undefined))).toMatchObject({ kind: 'echo', mount: '/' })
    const port = portOf(porthole)
    const echoed = await curl(
      `http://127.0.0.1:${String(port)}/any/thing?x=1`,
      '-X',
      'BREW',
      '-H',
      'Accept: application/json',
    )
    expect([echoed.status, JSON.parse(echoed.body)]).toMatchObject([200, { method: 'BREW', target: '/any/thing?x=1' }])
    await drop(porthole, 'photos')
    expect((await curl(`http://127.0.0.1:${String(port)}/echo/x`)).status).toBe(200)
    expect((await curl(`http://127.0.0.1:${String(port)}/photos/a.txt`)).body).toBe('ALPHA\n')
  })
})

describe('Porthole on a port', () => {
  it('offers another when it is taken, and takes that', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => blocker.once('listening', resolve))
    const { port } = blocker.address() as AddressInfo
    const porthole = await open({ settings: { port, reach: 'this-computer' } })
    await porthole.commands.openPaths([join(folder, 'photos')])
    const { state, fault } = porthole.serving
    expect([state, fault?.code, fault?.about]).toEqual(['failed', 'port-in-use', String(port)])
    const alternative = fault?.alternative ?? 0
    expect(alternative).toBeGreaterThan(port)
    taken(await porthole.commands.startServing({ port: alternative, orNextFree: false }))
    expect((await curl(`http://127.0.0.1:${String(alternative)}/a.txt`)).status).toBe(200)
    blocker.close()
  })

  it('lets go of it within a second, and another can have it', async () => {
    const porthole = await open()
    const port = await drop(porthole, 'film.mkv')
    const slow = connect(port, '127.0.0.1')
    sockets.push(slow)
    slow.on('error', () => undefined)
    slow.write(`GET /film.mkv HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
    await new Promise((resolve) => slow.once('data', resolve))
    slow.pause()
    const stopped = porthole.commands.stopServing(undefined)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(porthole.serving.state).toBe('stopping')
    const other = createServer().listen(port, '127.0.0.1')
    await new Promise((resolve, reject) => other.once('listening', resolve).once('error', reject))
    await new Promise((resolve) => other.close(resolve))
    slow.destroy()
    await stopped
    expect(porthole.serving.state).toBe('stopped')
  })

  it('starts again on it, and counts on', async () => {
    const porthole = await open()
    const window = await watch(porthole)
    const port = await drop(porthole, 'photos')
    await curl(`http://127.0.0.1:${String(port)}/a.txt`)
    await porthole.commands.stopServing(undefined)
    taken(await porthole.commands.startServing({ port, orNextFree: false }))
    await curl(`http://127.0.0.1:${String(port)}/2024/`)
    await expect.poll(() => [...window.rows.keys()]).toEqual([1, 2])
    expect([...window.rows.values()].map(({ connectionId }) => connectionId)).toEqual([1, 2])
  })

  it('stays stopped when a person stopped it, whatever is shared', async () => {
    const porthole = await open()
    await drop(porthole, 'photos')
    await porthole.commands.stopServing(undefined)
    taken(await porthole.commands.openPaths([join(folder, 'film.mkv')]))
    expect(porthole.serving.state).toBe('stopped')
    taken(await porthole.commands.startServing({ port: null, orNextFree: false }))
    expect(porthole.serving.state).toBe('serving')
  })

  it('serves nothing while nothing is shared', async () => {
    const porthole = await open()
    expect(await porthole.commands.startServing({ port: 0, orNextFree: false })).toEqual({
      ok: false,
      fault: { code: 'nothing-shared' },
    })
  })

  it('follows its settings: reach and port', async () => {
    const porthole = await open()
    const port = await drop(porthole, 'photos')
    await porthole.commands.changeSettings({ reach: 'local-network' })
    expect(porthole.serving).toMatchObject({ state: 'serving', port, reach: 'local-network' })
    const free = await freePort()
    await porthole.commands.changeSettings({ port: free, reach: 'this-computer' })
    expect(porthole.serving).toMatchObject({ port: free, reach: 'this-computer' })
    expect((await curl(`http://127.0.0.1:${String(free)}/a.txt`)).status).toBe(200)
  })
})

describe('Porthole towards its window', () => {
  it('tells of everything that changes beside the rows', async () => {
    const porthole = await open()
    const window = await watch(porthole)
    await drop(porthole, 'photos')
    await porthole.commands.changeSettings({ theme: 'dark' })
    porthole.reportUnexpected(new Error('no'))
    const seen = (part: keyof FeedBatch) => window.batches.findLast((batch) => batch[part] !== undefined)?.[part]
    await expect.poll(() => seen('notices')).toMatchObject([{ fault: { code: 'unexpected-error' } }])
    expect(seen('shares')).toMatchObject([{ name: 'photos' }])
    expect(seen('serving')).toMatchObject({ state: 'serving' })
    expect(seen('settings')).toMatchObject({ theme: 'dark' })
    await porthole.commands.dismissNotice(1)
    await expect.poll(() => seen('notices')).toEqual([])
  })

  it('clears the log and brings it back', async () => {
    const porthole = await open()
    const window = await watch(porthole)
    const port = await drop(porthole, 'photos')
    for (let count = 0; count < 3; count += 1) await curl(`http://127.0.0.1:${String(port)}/a.txt`)
    await expect.poll(() => window.rows.size).toBe(3)
    expect(await porthole.commands.clearLog(undefined)).toEqual({ cleared: 3 })
    await expect.poll(() => window.rows.size).toBe(0)
    const before = window.batches.at(-1)?.sequence ?? 0
    expect(await porthole.commands.restoreLog(undefined)).toEqual({ restored: 3 })
    await expect.poll(() => window.batches.at(-1)?.sequence).toBe(before + 2)
    expect((await porthole.commands.takeSnapshot(undefined)).rows.map(({ id }) => id)).toEqual([1, 2, 3])
  })

  it('gives each session a feed of its own', async () => {
    const porthole = await open()
    const other = porthole.openSession({ kind: 'console' })
    const [window, page] = [await watch(porthole), await watch(other)]
    const port = await drop(porthole, 'photos')
    await curl(`http://127.0.0.1:${String(port)}/a.txt`)
    await expect.poll(() => [window.rows.size, page.rows.size]).toEqual([1, 1])
    expect([window.snapshot.host.shell, page.snapshot.host.shell]).toEqual(['desktop', 'console'])
    other.close()
    await curl(`http://127.0.0.1:${String(port)}/a.txt`)
    await expect.poll(() => window.rows.size).toBe(2)
    expect(page.rows.size).toBe(1)
  })

  it('lets each shell do what it can, and refuses the rest as a breach', async () => {
    const asked: unknown[] = []
    const shell: Shell = {
      kind: 'desktop',
      choosePaths: async (choice) => {
        asked.push(choice)
        return choice === 'folder' ? [join(folder, 'photos')] : []
      },
      copyText: (text) => void asked.push(text),
      openExternal: async (origin) => void asked.push(origin),
      reveal: (path) => void asked.push(path),
    }
    const porthole = await open({ shell })
    expect(taken(await porthole.commands.chooseFolder(undefined))).toMatchObject([{ name: 'photos' }])
    expect(taken(await porthole.commands.chooseFiles(undefined))).toEqual([])
    await porthole.commands.copyText('text')
    await porthole.commands.openAddress(0)
    await porthole.commands.revealShare(1)
    const origin = `http://127.0.0.1:${String(portOf(porthole))}`
    expect(asked).toEqual(['folder', 'files', 'text', origin, join(folder, 'photos')])
    expect(await porthole.commands.openAddress(5)).toMatchObject({ fault: { code: 'unknown-id' } })
    await expect(porthole.commands.openTypedPath(folder)).rejects.toThrow(/typed path/)

    const { commands } = porthole.openSession({ kind: 'console' })
    expect(taken(await commands.openTypedPath(join(folder, 'film.mkv')))).toMatchObject([{ name: 'film.mkv' }])
    await expect(commands.openPaths([folder])).rejects.toThrow(/console/)
    await expect(commands.copyText('text')).rejects.toThrow(/this shell/)
  })

  it('remembers what was shared, without the path, and shares it again by its id', async () => {
    const settingsFile = join(folder, 'settings.json')
    const options = { settingsFile, settings: { port: 0, reach: 'this-computer' } } as const
    const first = await open(options)
    await drop(first, 'photos', 'film.mkv')
    await first.commands.shareEcho(undefined)
    await first.commands.removeShare(1)
    first.windowPlacement = { x: 5 }
    await first.dispose()

    const second = await open(options)
    const { recent, shares } = await second.commands.takeSnapshot(undefined)
    expect(shares).toEqual([])
    expect(recent.map(({ kind, name }) => [kind, name])).toEqual([
      ['echo', 'echo'],
      ['file', 'film.mkv'],
      ['folder', 'photos'],
    ])
    expect(JSON.stringify(recent)).not.toContain(folder)
    expect(second.windowPlacement).toEqual({ x: 5 })
    taken(await second.commands.reopenRecent(recent[2]?.id ?? 0))
    expect((await second.commands.takeSnapshot(undefined)).recent).toHaveLength(2)
    expect((await curl(`http://127.0.0.1:${String(portOf(second))}/a.txt`)).body).toBe('ALPHA\n')
    expect(await second.commands.reopenRecent(99)).toMatchObject({ fault: { code: 'unknown-id' } })
  })

  it('says once that its settings could not be read', async () => {
    const settingsFile = join(folder, 'settings.json')
    await writeFile(settingsFile, '{')
    const porthole = await open({ settingsFile })
    const { notices } = await porthole.commands.takeSnapshot(undefined)
    expect(notices).toMatchObject([{ id: 1, fault: { code: 'settings-corrupt' }, report: null }])
  })

  it('knows the machine it is on', async () => {
    const { host } = (await watch(await open())).snapshot
    expect(host).toEqual({ shell: 'desktop', platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' })
    expect(hostname()).not.toBe('')
  })
})
