/** The built command line in a process of its own, with both of its outputs. */
import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export const HEADLESS = join(import.meta.dirname, '../../out/headless/index.cjs')

export class HeadlessProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  stdout = ''
  stderr = ''
  /** Resolves with the exit status, or the signal that ended it. */
  readonly exited: Promise<number | string>

  constructor(args: readonly string[], options: { readonly nodeArgs?: readonly string[]; readonly cwd?: string } = {}) {
    this.child = spawn(process.execPath, [...(options.nodeArgs ?? []), HEADLESS, ...args], {
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => (this.stdout += text))
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text))
    this.exited = once(this.child, 'close').then(([code, signal]: unknown[]) => (code ?? signal) as number | string)
  }

  /** Waits until something has been printed, and gives the first group of the pattern. */
  async printed(pattern: RegExp, where: 'stdout' | 'stderr' = 'stdout'): Promise<string> {
    for (let waitedMs = 0; ; waitedMs += 20) {
      const match = pattern.exec(this[where])
      if (match !== null) return match[1] ?? match[0]
      if (this.child.exitCode !== null || waitedMs > 15_000) {
        throw new Error(`Cannot find ${String(pattern)} in ${where}: ${this.stdout}\n${this.stderr}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** Waits until it serves, and gives its address on this computer. */
  async serving(): Promise<string> {
    return `http://127.0.0.1:${await this.printed(/(?:"port":|http:\/\/127\.0\.0\.1:)(\d+)/)}`
  }

  /** The objects that `--log json` has printed. */
  lines(): Record<string, unknown>[] {
    const whole = this.stdout.slice(0, this.stdout.lastIndexOf('\n') + 1)
    return whole.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]))
  }

  /** Ends it as Ctrl+C does. */
  async stop(): Promise<number | string> {
    if (this.child.exitCode === null) this.child.kill('SIGINT')
    return this.exited
  }
}
