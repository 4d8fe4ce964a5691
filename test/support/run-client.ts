/** Other people's programs, as clients of ours. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { sha256 } from './samples'

export interface ClientRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Whether a program can be run on this machine. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}

/** Runs a client to its end; what it prints is text. */
export async function runClient(program: string, args: readonly string[], cwd: string): Promise<ClientRun> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

/** Runs a client that writes what it downloads to its output, and gives the SHA-256 of that. */
export async function hashOutput(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: 120_000 })
  return sha256(child.stdout)
}
