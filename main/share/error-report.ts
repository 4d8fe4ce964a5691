import type { Machine } from './shell'

// "    at name (place:line:column)" or "    at place:line:column", as V8 writes a frame.
const FRAME = /^\s*at (?:(.+?) \()?(.*?):(\d+):(\d+)\)?$/
const MOST_FRAMES = 12

/**
 * Gives what a person can paste into a report of an unexpected error.
 *
 * The error's message is left out: the system puts file names into it, and a client may have chosen parts of it. Of
 * each frame only the function and the last part of the script's place are kept.
 */
export function describeUnexpected(error: unknown, machine: Machine): string {
  const name = error instanceof Error ? error.name : typeof error
  const head = [
    `Porthole ${machine.version} on ${machine.platform}, Node ${process.versions.node}`,
    `${wordOf(name)}${codeOf(error)}`,
  ]
  const stack = error instanceof Error && typeof error.stack === 'string' ? error.stack : ''
  return [...head, ...framesOf(stack)].join('\n')
}

function framesOf(stack: string): string[] {
  const frames: string[] = []
  for (const line of stack.split('\n')) {
    const match = FRAME.exec(line)
    if (match === null) continue
    const [, caller = '', place = '', row = '', column = ''] = match
    const script = place.split(/[/\\]/).at(-1) ?? ''
    frames.push(`    at ${caller === '' ? '' : `${caller} in `}${script}:${row}:${column}`)
    if (frames.length === MOST_FRAMES) break
  }
  return frames
}

/** An errno such as EACCES says what happened without saying to which file. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(error.code) ? ` (${error.code})` : ''
}

function wordOf(name: string): string {
  return /^\w+$/.test(name) ? name : 'Error'
}
