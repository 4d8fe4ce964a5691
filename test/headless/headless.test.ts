import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../build/build.mjs'
import { HeadlessProcess } from './headless-process'

const LOCAL = ['--host', '127.0.0.1']
const ANY_PORT = [...LOCAL, '--port', '0']
// More than the system takes into its buffers, little enough to be read within the grace period on a busy machine.
const SIZE = 32 * 1024 * 1024

let folder: string
let running: HeadlessProcess[] = []
let sockets: Socket[] = []

beforeAll(async () => {
  await buildIfStale()
  folder = await mkdtemp(join(tmpdir(), 'porthole-headless-'))
  await mkdir(join(folder, 'photos', '2024'), { recursive: true })
  await writeFile(join(folder, 'photos', 'a.txt'), 'ALPHA\n')
  await writeFile(join(folder, 'photos', '.hidden'), 'HIDDEN\n')
  await writeFile(join(folder, 'photos', '2024', 'index.html'), '<p>INDEX</p>')
  await writeFile(join(folder, 'film.mkv'), '')
  await truncate(join(folder, 'film.mkv'), SIZE)
})

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  for (const each of running) each.child.kill('SIGKILL')
  await Promise.all(running.map(({ exited }) => exited))
  running = []
  sockets = []
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

function start(args: readonly string[], options: ConstructorParameters<typeof HeadlessProcess>[1] = {}) {
  const started = new HeadlessProcess(args, { cwd: folder, ...options })
  running.push(started)
  return started
}

const status = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).status
const text = async (url: string) => (await fetch(url)).text()

/** Begins a download and stops reading it. */
async function holdDownload(address: string, path: string): Promise<Socket> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => undefined)
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
  await new Promise((resolve) => socket.once('data', resolve))
  socket.pause()
  return socket
}

function occupy(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(port, '127.0.0.1')
    server.once('listening', () => {
      resolve(server)
    })
    server.once('error', reject)
  })
}

describe('porthole', () => {
  it.each(['--help', '-h'])('%s says how it is used, and leaves with 0', async (option) => {
    const told = start([option])
    expect(await told.exited).toBe(0)
    expect(told.stdout).toMatch(/^Usage: porthole \[FOLDER\|FILE …\]/)
    for (const name of ['port', 'host', 'echo', 'index', 'all', 'allow-host', 'log', 'console', 'version']) {
      expect(told.stdout).toContain(`--${name}`)
    }
    for (const line of told.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('--version says its version', async () => {
    const told = start(['--version'])
    expect([await told.exited, told.stderr]).toEqual([0, ''])
    expect(told.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [['--nope'], 'Cannot read the option "--nope": there is none of this name; see --help\n'],
    [['--port', 'x'], 'Cannot serve on port "x": expected an integer from 0 to 65535\n'],
    [['nope'], 'Cannot share "nope": there is no such folder or file\n'],
    [['photos', '/dev/null'], 'Cannot share "/dev/null": expected a folder or a file, and it is something else\n'],
    [
      ['photos', '--host', '192.0.2.99', '--port', '0'],
      'Cannot listen on 192.0.2.99: it is no address of this machine\n',
    ],
  ])('refuses %j in one sentence, and leaves with 2', async (args, sentence) => {
    const refused = start(args)
    expect([await refused.exited, refused.stdout, refused.stderr]).toEqual([2, '', sentence])
  })

  it('refuses a port that was asked for and is taken, and offers another', async () => {
    const blocker = await occupy(0)
    const { port } = blocker.address() as { readonly port: number }
    const refused = start(['photos', ...LOCAL, '--port', String(port)])
    expect(await refused.exited).toBe(2)
    expect(refused.stderr).toMatch(
      new RegExp(`^Cannot serve on port ${String(port)}: another program uses it; \\d+ is free\\n$`),
    )
    blocker.close()
  })

  it('takes the next free port when none was asked for', async () => {
    // Somebody else may hold it already: all the better.
    const blocker = await occupy(8080).catch(() => undefined)
    const { port } = new URL(await start(['photos', ...LOCAL, '--log', 'json']).serving())
    expect(Number(port)).toBeGreaterThan(8080)
    blocker?.close()
  })

  it('shares the current folder when none is named', async () => {
    const address = await start([...ANY_PORT], { cwd: join(folder, 'photos') }).serving()
    expect(await text(`${address}/a.txt`)).toBe('ALPHA\n')
  })

  it('shares several things under their names', async () => {
    const address = await start(['photos', 'film.mkv', '--echo', ...ANY_PORT]).serving()
    const index = await text(`${address}/`)
    for (const name of ['photos', 'film.mkv', 'echo']) expect(index).toContain(name)
    expect(await text(`${address}/photos/a.txt`)).toBe('ALPHA\n')
    expect(await text(`${address}/echo/hello`)).toContain('/echo/hello')
  })

  it('hides what --all shows, and lists where --index shows a page', async () => {
    const plain = await start(['photos', ...ANY_PORT]).serving()
    expect(await status(`${plain}/.hidden`)).toBe(404)
    expect(await text(`${plain}/2024/`)).not.toBe('<p>INDEX</p>')
    const open = await start(['photos', '--all', '--index', ...ANY_PORT]).serving()
    expect(await text(`${open}/.hidden`)).toBe('HIDDEN\n')
    expect(await text(`${open}/2024/`)).toBe('<p>INDEX</p>')
  })

  it.each([
    [[], 421],
    [['--allow-host', 'files.example.org'], 200],
    [['--allow-host', 'any'], 200],
    [['--allow-host', 'other.example.org'], 421],
  ])('with %j answers a foreign host with %i', async (options, expected) => {
    const port = Number(new URL(await start(['photos', ...options, ...ANY_PORT]).serving()).port)
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    socket.end('GET /a.txt HTTP/1.1\r\nHost: files.example.org\r\nConnection: close\r\n\r\n')
    const [first] = await new Promise<Buffer[]>((resolve) =>
      socket.once('data', (data: Buffer) => {
        resolve([data])
      }),
    )
    expect(first?.toString('latin1')).toMatch(new RegExp(`^HTTP/1\\.1 ${String(expected)} `))
  })

  it('has room for file operations that hang', async () => {
    const started = start(['photos', ...ANY_PORT])
    const address = await started.serving()
    await text(`${address}/a.txt`)
    expect((await readdir(`/proc/${String(started.child.pid)}/task`)).length).toBeGreaterThan(32)
  })

  it('lives on after an error that nobody expected, and tells of it', async () => {
    const script = join(folder, 'throw.cjs')
    // When the test says so: a busy machine takes its time to start.
    await writeFile(
      script,
      `process.once('SIGUSR2', () => { setTimeout(() => Promise.reject(new TypeError()), 100); throw new Error('at /home/anna') })`,
    )
    const started = start(['photos', ...ANY_PORT, '--log', 'json'], { nodeArgs: ['-r', script] })
    const address = await started.serving()
    started.child.kill('SIGUSR2')
    await started.printed(/TypeError/, 'stderr')
    expect(started.stderr).toMatch(/^Porthole \d+\.\d+\.\d+ on linux/)
    expect(started.stderr).not.toContain('/home/anna')
    expect(await text(`${address}/a.txt`)).toBe('ALPHA\n')
  })
})

describe('porthole --log', () => {
  it('json: first where it serves, then each exchange that has ended', async () => {
    const started = start(['photos', ...ANY_PORT, '--log', 'json'])
    const address = await started.serving()
    await text(`${address}/a.txt`)
    await text(`${address}/nope?x=%1b[31m`)
    await started.printed(/"id":2/)
    const [serving, first, second] = started.lines()
    expect(serving).toEqual({ event: 'serving', port: Number(new URL(address).port), addresses: [address] })
    expect(first).toMatchObject({
      event: 'exchange',
      id: 1,
      client: '127.0.0.1',
      connection: 1,
      method: 'GET',
      target: '/a.txt',
      status: 200,
      sentBytes: 6,
      outcome: 'complete',
    })
    expect(Math.abs(Number(first?.['at']) - Date.now())).toBeLessThan(60_000)
    expect(first?.['elapsedMs']).toBeGreaterThan(0)
    expect(second).toMatchObject({ status: 404, outcome: 'error', reason: 'not-found' })
    expect(started.stderr).toBe('')
  })

  it('json: says of an aborted download where it ended', async () => {
    const started = start(['film.mkv', ...ANY_PORT, '--log', 'json'])
    const socket = await holdDownload(await started.serving(), '/film.mkv')
    socket.resetAndDestroy()
    await started.printed(/"outcome":"aborted-by-client"/)
    expect(Number(started.lines()[1]?.['sentBytes'])).toBeLessThan(SIZE)
  })

  it('pretty: a line for each request, inert and without colours where no terminal is', async () => {
    const started = start(['photos', ...ANY_PORT])
    const address = await started.serving()
    await text(`${address}/a.txt`)
    await text(`${address}/%1b%5b2J%E2%80%AE`)
    await started.printed(/404.*\n/)
    const [sharing, where, ...lines] = started.stdout.trimEnd().split('\n')
    expect([sharing, where]).toEqual(['Sharing photos', `  ${address}  this computer`])
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d {2}127\.0\.0\.1 {8}200 {2}GET {3}\/a\.txt {2}6 B in [\d.]+ ms$/)
    expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d .* 404 {2}GET .* \(not-found\)$/)
    expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u)
  })

  it('none: only where it serves', async () => {
    const started = start(['photos', ...ANY_PORT, '--log', 'none'])
    const address = await started.serving()
    await text(`${address}/a.txt`)
    await started.stop()
    expect(started.stdout).toBe(`Sharing photos\n  ${address}  this computer\n`)
  })

  it('goes on serving when whoever read it has gone', async () => {
    const started = start(['photos', ...ANY_PORT, '--log', 'json'])
    const address = await started.serving()
    started.child.stdout.destroy()
    for (let count = 0; count < 5; count += 1) expect(await text(`${address}/a.txt`)).toBe('ALPHA\n')
    expect(await started.stop()).toBe(0)
  })

  it('goes on serving when whoever reads it has stopped reading', async () => {
    const started = start(['photos', ...ANY_PORT, '--log', 'json'])
    const address = await started.serving()
    started.child.stdout.pause()
    // Some 2 MB of log: far more than any pipe holds.
    const long = 'x'.repeat(6000)
    for (let count = 0; count < 300; count += 1) expect(await status(`${address}/${long}`)).toBe(404)
    started.child.kill('SIGTERM')
    const before = Date.now()
    await new Promise((resolve) => started.child.once('exit', resolve))
    expect(started.child.exitCode).toBe(0)
    expect(Date.now() - before).toBeLessThan(3000)
  })
})

describe('porthole ends', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('with 0 on %s', async (signal) => {
    const started = start(['photos', ...ANY_PORT])
    await text(`${await started.serving()}/a.txt`)
    const before = Date.now()
    started.child.kill(signal)
    expect(await started.exited).toBe(0)
    expect(Date.now() - before).toBeLessThan(1000)
  })

  it('letting go of the port at once, and letting a download finish', async () => {
    const started = start(['film.mkv', ...ANY_PORT, '--log', 'json'])
    const address = await started.serving()
    const socket = await holdDownload(address, '/film.mkv')
    started.child.kill('SIGINT')
    await new Promise((resolve) => setTimeout(resolve, 300))
    const other = await occupy(Number(new URL(address).port))
    other.close()
    expect(started.child.exitCode).toBeNull()
    let received = 0
    socket.on('data', (data: Buffer) => (received += data.length))
    socket.resume()
    expect(await started.exited).toBe(0)
    expect(received).toBeGreaterThan(SIZE - 1024 * 1024)
    expect(started.lines().at(-1)).toMatchObject({ outcome: 'complete', sentBytes: SIZE })
  })

  it('cutting off after 5 s a download that nobody takes', async () => {
    const started = start(['film.mkv', ...ANY_PORT, '--log', 'json'])
    await holdDownload(await started.serving(), '/film.mkv')
    const before = Date.now()
    started.child.kill('SIGINT')
    expect(await started.exited).toBe(0)
    expect(Date.now() - before).toBeGreaterThan(4000)
    expect(Date.now() - before).toBeLessThan(7000)
    expect(started.lines().at(-1)).toMatchObject({ outcome: 'aborted-by-server', reason: 'server-stopped' })
  })

  it('at once when it is asked a second time', async () => {
    const started = start(['film.mkv', ...ANY_PORT])
    await holdDownload(await started.serving(), '/film.mkv')
    started.child.kill('SIGINT')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const before = Date.now()
    started.child.kill('SIGINT')
    expect(await started.exited).toBe(130)
    expect(Date.now() - before).toBeLessThan(1000)
  })
})

describe('porthole --console', () => {
  it('opens the window in a browser, on this computer only', async () => {
    const started = start(['photos', '--console', ...ANY_PORT])
    await started.serving()
    const url = await started.printed(/Console {2}(\S+)/)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/)
    expect(await text(url)).toContain('<script type="module"')
    expect(await status(new URL('/', url).href)).toBe(404)
  })

  it('waits with nothing shared until something is chosen in it, and then serves that', async () => {
    const started = start(['--console', ...ANY_PORT, '--log', 'json'])
    const url = new URL(await started.printed(/Console {2}(\S+)/, 'stderr'))
    expect(started.stdout).toBe('')
    const socket = new WebSocket(new URL('./ws', url).href.replace(/^http/, 'ws'), { origin: url.origin })
    await new Promise((resolve) => socket.once('open', resolve))
    socket.send(JSON.stringify({ type: 'call', id: 1, command: 'openTypedPath', argument: join(folder, 'photos') }))
    const address = await started.serving()
    expect(await text(`${address}/a.txt`)).toBe('ALPHA\n')
    socket.close()
  })

  it('takes the port it is given, and refuses one that is taken', async () => {
    const blocker = await occupy(0)
    const { port } = blocker.address() as { readonly port: number }
    const refused = start(['photos', `--console=${String(port)}`, ...ANY_PORT])
    expect([await refused.exited, refused.stderr]).toEqual([
      2,
      `Cannot open the console on port ${String(port)}: another program uses it\n`,
    ])
    await new Promise((resolve) => blocker.close(resolve))
    const taken = start(['photos', `--console=${String(port)}`, ...ANY_PORT])
    expect(new URL(await taken.printed(/Console {2}(\S+)/)).port).toBe(String(port))
  })
})
