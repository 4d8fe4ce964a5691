import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from '../../build/run.mjs'

const SCRIPT = join(ROOT, 'build/start.mjs')
const ADDRESS = /http:\/\/(?:127\.0\.0\.1|localhost):\d+\/\S*/

// Only on Linux can a display be taken away from a program.
describe.runIf(process.platform === 'linux')('npm start without a display', () => {
  let folder: string
  let child: ChildProcessByStdio<null, Readable, Readable> | undefined

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porthole-start-'))
    await writeFile(join(folder, 'a.txt'), 'twelve bytes')
  })

  afterEach(async () => {
    child?.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  function start(...args: string[]) {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
    const started = spawn(process.execPath, [SCRIPT, ...args], {
      env: { ...env, INIT_CWD: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    return started
  }

  it('says so in one sentence, gives the address of the console, and ends when asked', async () => {
    const started = start('.', '--host', '127.0.0.1', '--port', '0')
    let output = ''
    for await (const chunk of started.stdout) {
      output += String(chunk)
      if (ADDRESS.test(output.replace(/^.*No window.*$/m, '')) && /console/i.test(output)) break
    }
    expect(output.split('\n')[0]).toBe(
      'No window can open here (there is no display), so Porthole runs with its console in the browser.',
    )
    started.kill('SIGTERM')
    expect(await once(started, 'close')).toEqual([0, null])
  })

  it('hands on the status of a refusal', async () => {
    const started = start('no-such-folder')
    started.stdout.resume()
    expect(await once(started, 'close')).toEqual([2, null])
  })
})
