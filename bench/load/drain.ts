/** Large downloads, read by a process of its own. */
import { join } from 'node:path'
import { run } from '../../build/run.mjs'

export interface Drained {
  readonly octets: number
  /** Downloads that came to their end. */
  readonly downloads: number
  readonly elapsedMs: number
}

export interface DrainOrder {
  readonly port: number
  readonly target: string
  readonly connections: number
  readonly durationMs: number
  /** Every octet of one download, or the first of each piece that arrives. */
  readonly compare: 'every' | 'some'
}

const SCRIPT = join(import.meta.dirname, 'drain-client.mjs')

/**
 * Downloads for so long and counts.
 *
 * @throws {Error} when an octet was wrong, or a connection ended too soon
 */
export async function drain({ port, target, connections, durationMs, compare }: DrainOrder): Promise<Drained> {
  const args = [SCRIPT, String(port), target, String(connections), String(durationMs), compare]
  const { code, output } = await run(process.execPath, args, { quiet: true })
  if (code !== 0) throw new Error(`Cannot read ${target}: ${output}`)
  const { fault, ...drained } = JSON.parse(output) as Drained & { readonly fault?: string }
  if (fault !== undefined) throw new Error(`Wrong answer to ${target}: ${fault}`)
  return drained
}
