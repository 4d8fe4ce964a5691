/** From a place in the bundle to the source that it was made of. */
import { readFile } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import type { SourceMapPayload, SourceMapping } from 'node:module'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../../build/run.mjs'
import { COMMAND } from '../servers/porthole'
import type { CallFrame } from './cpu-profile'

/** Gives what says where a function stands: `file:line`, Node's own name for it, or nothing for what is not JavaScript. */
export async function readSourcePlaces(): Promise<(frame: CallFrame) => string> {
  const map = new SourceMap(JSON.parse(await readFile(`${COMMAND}.map`, 'utf8')) as SourceMapPayload)
  return ({ url, lineNumber, columnNumber }) => {
    // The profile of time has addresses here, that of memory has paths.
    const file = url.startsWith('file:') ? fileURLToPath(url) : url
    if (file !== COMMAND) return file === '' ? '' : `${file}:${String(lineNumber + 1)}`
    const { originalSource, originalLine } = map.findEntry(lineNumber, columnNumber) as Partial<SourceMapping>
    if (originalSource === undefined) return `${relative(ROOT, file)}:${String(lineNumber + 1)}`
    return `${relative(ROOT, resolve(dirname(COMMAND), originalSource))}:${String((originalLine ?? 0) + 1)}`
  }
}
