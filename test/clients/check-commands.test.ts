/** The commands that check a download, run by a real shell over real files; those of Windows by the models of its shells. */
import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCommand, type Checked } from '../../renderer/exchange/check-command'
import { HOSTILE_STRINGS } from '../support/hostile-strings'
import { ODD_NAMES, patterned } from '../support/samples'
import { divideAsRuntime, readAsCmd } from '../support/shell-models'

const CONTENT = patterned(10_000)
const NAMES = [
  ...ODD_NAMES,
  'plain.bin',
  '-rf',
  '--help',
  "it's",
  '$(echo no)',
  '`id`',
  'back\\slash',
  'line\nfeed',
  '\x1b[31m',
]

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porthole-check-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const sha256 = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex')

async function run(checked: Checked, form: 'sha256sum' | 'shasum' = 'sha256sum'): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', ['-c', checkCommand(form, checked) ?? 'false'], { cwd: folder })
  return stdout.trim()
}

describe.skipIf(process.platform === 'win32')('in a POSIX shell', () => {
  it.each(NAMES.map((name) => [name]))('a file that is called %j is told from one that differs', async (name) => {
    const path = join(folder, name)
    await writeFile(path, CONTENT)
    expect(await run({ name, sha256: sha256(CONTENT) })).toBe('OK')
    const span = { start: 1234, end: 5678 }
    expect(await run({ name, span, sha256: sha256(CONTENT.subarray(1234, 5678)) }, 'shasum')).toBe('OK')
    await writeFile(path, Buffer.from(CONTENT).fill(0, 2000, 2001))
    expect(await run({ name, sha256: sha256(CONTENT) })).toBe('DIFFERENT')
    expect(await run({ name, span, sha256: sha256(CONTENT.subarray(1234, 5678)) }, 'shasum')).toBe('DIFFERENT')
    await rm(path)
  })

  it('a file that is not there is different', async () => {
    expect(await run({ name: 'nowhere', sha256: sha256(CONTENT) })).toBe('DIFFERENT')
  })
})

describe('at the prompt of cmd.exe', () => {
  it('every name that Windows can have reaches certutil as it is, and nothing else is done', () => {
    for (const name of [...NAMES, ...HOSTILE_STRINGS.map(([, text]) => text)]) {
      const command = checkCommand('certutil', { name, sha256: 'ab' })
      if (command === undefined) continue
      const [first = ''] = command.split(' SHA256 | ')
      expect(divideAsRuntime(readAsCmd(first))).toEqual(['certutil', '-hashfile', `.\\${name}`])
    }
  })
})
