/**
 * What is copied from the window, pasted into the real thing: the request that comes in must be the one that was
 * copied. Where a shell is not installed, a model of how it reads a line stands for it, and curl is real all the same.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeOctets, materialFields } from '../../renderer/exchange/copied-command'
import { copyAs } from '../../renderer/exchange/copy-forms'
import type { CopyForm } from '../../renderer/exchange/copy-forms'
import type { KnownRequest, RequestField } from '../../renderer/exchange/known-request'
import { CaptureServer } from '../support/capture-server'
import { isInstalled } from '../support/run-client'
import { divideAsPowerShell, divideAsRuntime, readAsCmd } from '../support/shell-models'

let server: CaptureServer
let folder: string

beforeAll(async () => {
  server = await CaptureServer.open()
  folder = await mkdtemp(join(tmpdir(), 'porthole-copied-'))
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

function request(different: Partial<KnownRequest> = {}): KnownRequest {
  const authority = `127.0.0.1:${String(server.port)}`
  const fields = [{ name: 'Host', value: authority }, ...(different.fields ?? [])]
  return { method: 'GET', target: '/film.mkv', version: 'HTTP/1.1', authority, ...different, fields }
}

async function run(program: string, args: readonly string[], input = ''): Promise<void> {
  const child = spawn(program, args, { cwd: folder, env: { ...env, PATH: `${folder}${delimiter}${env.PATH ?? ''}` } })
  let output = ''
  child.stdout.resume()
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${output}`)
}

/** What came in: the request line, and the lines of the fields that the copied request had, in their order. */
function came(copied: KnownRequest) {
  const [requestLine, ...lines] = server.take().trimEnd().split('\r\n')
  const names = new Set(['host', ...materialFields(copied).map(({ name }) => name.toLowerCase())])
  return { requestLine, fields: lines.filter((line) => names.has(line.split(':', 1)[0]?.toLowerCase() ?? '')).sort() }
}

function meant(copied: KnownRequest) {
  const host = copied.fields.filter(({ name }) => name === 'Host')
  const lines = [...host, ...materialFields(copied)].map(({ name, value }) => `${name}: ${value}`.trimEnd())
  return { requestLine: `${copied.method} ${encodeOctets(copied.target)} ${copied.version}`, fields: lines.sort() }
}

async function paste(form: CopyForm, copied: KnownRequest, shell: (text: string) => Promise<void>) {
  const command = copyAs(form, copied)
  if (command === undefined) throw new Error('Expected the request to have this form')
  await shell(command.text)
  const { requestLine, fields } = came(copied)
  return { requestLine, fields: fields.map((line) => line.trimEnd()) }
}

const sh = (shell: string) => (text: string) => run(shell, ['-c', text])

/** cmd.exe reads a line, the C runtime divides it, curl does it. */
async function modelledCmd(text: string): Promise<void> {
  const [program, ...args] = divideAsRuntime(readAsCmd(text))
  expect(program).toBe('curl')
  await run('curl', args)
}

/** Windows PowerShell hands over what holds neither a double quote nor an ending backslash; the rest goes to stdin. */
async function modelledPowerShell(text: string): Promise<void> {
  const config = /^@'\n([^]*)\n'@ \| curl\.exe --config -$/.exec(text)?.[1]
  if (config !== undefined) {
    await run('curl', ['--config', '-'], `${config}\n`)
    return
  }
  const [program, ...args] = divideAsPowerShell(text)
  expect(program).toBe('curl.exe')
  expect(args.filter((each) => /"|\\$/.test(each) || each === '')).toEqual([])
  await run('curl', args)
}

const NASTY = `it's "quoted" $(id) \`id\` %PATH% ^& | < > ! ; * ? \\ \\" {a,b} [1-3] ~ # @x`

const REQUESTS: readonly (readonly [what: string, different: Partial<KnownRequest>])[] = [
  ['a plain one', {}],
  [
    'a resume',
    {
      fields: [
        { name: 'Range', value: 'bytes=1073741824-' },
        { name: 'If-Range', value: '"1f-1181f6b00"' },
      ],
    },
  ],
  ['HEAD', { method: 'HEAD' }],
  ['a method of its own', { method: "M-SEARCH'$`" }],
  ['HTTP/1.0', { version: 'HTTP/1.0' }],
  [
    'dots, braces and escapes in the target',
    { target: `/a/../b/./%2e%2E/{x,y}/[1-9]/%41%PATH%?q="'<>\\^\`|&a=1!;$HOME` },
  ],
  ['two slashes', { target: '//other/x' }],
  [
    'octets beyond US-ASCII',
    { target: '/caf\xe9/\xe6\x96\x87', fields: [{ name: 'X-Odd', value: 'caf\xe9 \x93\xe6\x96\x87\ttab' }] },
  ],
  ['everything that a shell acts on', { fields: [{ name: 'X-Nasty', value: NASTY }] }],
  ['an ending backslash', { fields: [{ name: 'X-End', value: 'C:\\a b\\' }] }],
  ['an empty value', { fields: [{ name: 'X-Empty', value: '' }] }],
  [
    'two lines of one name',
    {
      fields: [
        { name: 'If-None-Match', value: '"a"' },
        { name: 'If-None-Match', value: 'W/"b"' },
      ],
    },
  ],
  ['another target form', { method: 'OPTIONS', target: '*' }],
  ['absolute-form', { target: 'http://example.com/a?b' }],
]

/** Without what cannot be typed at the prompts of Windows; `notes` says so there. */
const typeable = (copied: KnownRequest): KnownRequest => ({
  ...copied,
  fields: copied.fields.filter(({ value }) => /^[ -~]*$/.test(value)),
})

describe.skipIf(!isInstalled('curl'))('copied as curl', () => {
  it.each(REQUESTS)('sh sends %s', async (_, different) => {
    const copied = request(different)
    expect(await paste('curl-sh', copied, sh('sh'))).toEqual(meant(copied))
  })

  it.each(REQUESTS)('cmd sends %s', async (_, different) => {
    const copied = request(different)
    expect(await paste('curl-cmd', copied, modelledCmd)).toEqual(meant(typeable(copied)))
  })

  it.each(REQUESTS)('PowerShell sends %s', async (_, different) => {
    const copied = request(different)
    expect(await paste('curl-powershell', copied, modelledPowerShell)).toEqual(meant(typeable(copied)))
  })

  it('leaves out the Host that was left out', async () => {
    const copied = { ...request(), fields: [] }
    expect((await paste('curl-sh', copied, sh('sh'))).fields).toEqual([])
  })

  it('calls us by the name that the client used, and goes to our address', async () => {
    const copied = { ...request(), fields: [{ name: 'Host', value: 'studio.local:8080' }] }
    expect(await paste('curl-sh', copied, sh('sh'))).toEqual(meant(copied))
  })

  it.skipIf(!isInstalled('bash'))('bash sends whatever a field or a target may hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest(), async (different) => {
        const copied = request(different)
        expect(await paste('curl-sh', copied, sh('bash'))).toEqual(meant(copied))
      }),
      { numRuns: 20 },
    )
  })

  it('both prompts of Windows send whatever a field or a target may hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest(), async (different) => {
        const copied = request(different)
        expect(await paste('curl-cmd', copied, modelledCmd)).toEqual(meant(typeable(copied)))
        expect(await paste('curl-powershell', copied, modelledPowerShell)).toEqual(meant(typeable(copied)))
      }),
      { numRuns: 20 },
    )
  })
})

// Run where the shells are: in continuous integration.
describe.skipIf(process.platform !== 'win32')('copied as curl into cmd.exe itself', () => {
  it.each(REQUESTS)('sends %s', async (_, different) => {
    const copied = request(different)
    const cmd = (text: string) =>
      new Promise<void>((resolve, reject) => {
        // The prompt, not `/c`: only there a `%` that is no variable stays.
        const child = spawn('cmd.exe', ['/q', '/d', '/k'], { cwd: folder })
        child.once('error', reject).once('close', () => {
          resolve()
        })
        child.stdin.end(`${text}\r\nexit\r\n`)
      })
    expect(await paste('curl-cmd', copied, cmd)).toEqual(meant(typeable(copied)))
  })
})

describe.each(['pwsh', 'powershell'])('copied as curl into %s itself', (program) => {
  it.skipIf(!isInstalledShell(program)).each(REQUESTS)('sends %s', async (_, different) => {
    if (process.platform !== 'win32') {
      await writeFile(join(folder, 'curl.exe'), '#!/bin/sh\nexec curl "$@"\n')
      await chmod(join(folder, 'curl.exe'), 0o755)
    }
    const copied = request(different)
    const script = join(folder, 'pasted.ps1')
    const shell = async (text: string): Promise<void> => {
      await writeFile(script, `${text}\n`)
      await run(program, ['-NoProfile', '-ExecutionPolicy', 'Bypass', '-File', script])
    }
    expect(await paste('curl-powershell', copied, shell)).toEqual(meant(typeable(copied)))
  })
})

describe.skipIf(!isInstalled('wget'))('copied as wget', () => {
  const wget = (text: string) => run('sh', ['-c', `${text} -q -O /dev/null`])

  it.each(REQUESTS.filter(([, { target = '', version }]) => /^[\w./]*$/.test(target) && version === undefined))(
    'sends %s',
    async (_, different) => {
      const copied = request(different)
      const { requestLine, fields } = await paste('wget', copied, wget)
      expect({ requestLine, fields: fields.filter((line) => line !== 'X-Empty:') }).toEqual({
        ...meant(copied),
        // Wget sends one line for a name, the last one; and none where the value is empty.
        fields: lastOfEach(meant(copied).fields.filter((line) => line !== 'X-Empty:')),
      })
    },
  )
})

describe('copied as fetch', () => {
  const evaluate = async (text: string): Promise<void> => {
    await (runInNewContext(`(async () => { ${text} })()`, { fetch }) as Promise<void>)
  }

  it.each(REQUESTS.filter(([, { target = '', version }]) => /^[\w./]*$/.test(target) && version === undefined))(
    'sends %s',
    async (_, different) => {
      const copied = request(different)
      const { requestLine, fields } = await paste('fetch', copied, evaluate)
      expect({ requestLine, fields: fields.map(lowerName).sort() }).toEqual({
        ...meant(copied),
        fields: joined(meant(copied).fields).map(lowerName).sort(),
      })
    },
  )

  it('refuses the methods that a page may not use', () => {
    expect(copyAs('fetch', request({ method: 'TRACE' }))).toBeUndefined()
  })
})

describe('a copied command', () => {
  it('says what it leaves out', () => {
    const fields: RequestField[] = [
      { name: 'Content-Length', value: '5' },
      { name: 'X-Odd', value: '\xe9' },
      { name: 'Cookie', value: 'a=b' },
    ]
    const copied = request({ method: 'POST', target: '/a/../b\xe9', version: 'HTTP/1.0', fields })
    const left = { kind: 'content-left-out' }
    expect(copyAs('curl-sh', copied)?.notes).toEqual([left, { kind: 'target-changed' }])
    expect(copyAs('curl-cmd', copied)?.notes).toEqual([
      left,
      { kind: 'fields-left-out', names: ['X-Odd'] },
      { kind: 'target-changed' },
    ])
    expect(copyAs('fetch', copied)?.notes).toEqual([
      left,
      { kind: 'fields-not-settable', names: ['Cookie'] },
      { kind: 'target-changed' },
      { kind: 'version-changed' },
    ])
    expect(copyAs('wget', copied)?.notes).toEqual([left, { kind: 'target-changed' }, { kind: 'version-changed' }])
  })

  it('never goes to where a stranger says that we are', () => {
    const copied = { ...request(), fields: [{ name: 'Host', value: 'example.com' }] }
    for (const form of ['curl-sh', 'curl-cmd', 'curl-powershell', 'wget', 'fetch'] as const) {
      expect(copyAs(form, copied)?.text).not.toMatch(/http:\/\/example/)
    }
  })

  it('leaves out what decides nothing', () => {
    const fields = ['User-Agent', 'Connection', 'Sec-Fetch-Mode', 'DNT', 'Accept-Encoding'].map((name) => ({
      name,
      value: 'x',
    }))
    expect(copyAs('curl-sh', request({ fields }))?.text).toBe(
      `curl \\\n  --url 'http://127.0.0.1:${String(server.port)}/film.mkv'`,
    )
  })
})

/** What our parser lets through (RFC 9112 §3, RFC 9110 §5.5): a target without spaces, a value without its ends. */
function anyRequest(): fc.Arbitrary<Partial<KnownRequest>> {
  const octets = (least: number, most = 255) =>
    fc.integer({ min: least, max: most }).map((each) => String.fromCharCode(each))
  const shellSigns = fc.constantFrom(...`'"$\`\\%^&|<>()!{}[]*?~;#@,= `)
  const value = fc
    .string({ unit: fc.oneof(shellSigns, octets(0x20, 0x7e), octets(0x80)), maxLength: 20 })
    .map((text) => text.trim())
  const targetSigns = shellSigns.filter((each) => each !== ' ' && each !== '#')
  const target = fc.string({
    unit: fc.oneof(
      targetSigns,
      octets(0x21, 0x7e).filter((each) => each !== '#'),
    ),
    maxLength: 20,
  })
  return fc.record({
    target: target.map((text) => `/${text}`),
    fields: value.map((each) => [{ name: 'X-Any', value: each }]),
  })
}

function isInstalledShell(program: string): boolean {
  return isInstalled(program)
}

const lowerName = (line: string): string => line.replace(/^[^:]*/, (name) => name.toLowerCase())

function lastOfEach(lines: readonly string[]): string[] {
  return [...new Map(lines.map((line) => [line.split(':', 1)[0], line])).values()]
}

/** Several lines of one name as the one that they mean (RFC 9110 §5.3). */
function joined(lines: readonly string[]): string[] {
  const byName = new Map<string, string>()
  for (const line of lines) {
    const [name = ''] = line.split(':', 1)
    const value = line.slice(name.length + 1).trim()
    byName.set(name, byName.has(name) ? `${byName.get(name) ?? ''}, ${value}` : value)
  }
  return [...byName].map(([name, value]) => `${name}: ${value}`.trimEnd())
}
