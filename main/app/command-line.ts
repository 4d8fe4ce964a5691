/** The folders and files that somebody started the app with. */
import { resolve } from 'node:path'

export interface Invocation {
  readonly argv: readonly string[]
  /** Absolute path that relative ones start from. */
  readonly workingDirectory: string
  /** True when Electron was given the app as an argument of its own: a development run. */
  readonly ofSources: boolean
}

/**
 * Gives the absolute paths named on a command line.
 *
 * Words that begin with `-` are left out: Chromium and the debuggers put theirs anywhere. `./-name` says it is a path.
 */
export function namedPaths(invocation: Invocation): readonly string[] {
  const words = invocation.argv.slice(1).filter((word) => !word.startsWith('-'))
  const paths = invocation.ofSources ? words.slice(1) : words
  return paths.map((path) => resolve(invocation.workingDirectory, path))
}
