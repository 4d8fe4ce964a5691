/** What is on every machine already. */
import { run } from '../../build/run.mjs'
import type { ServerKind } from './server'

export const PYTHON: ServerKind = {
  name: 'python',
  family: 'other',
  version: async () => {
    const { code, output } = await run('python3', ['--version'], { quiet: true })
    return code === 0 ? output.replace('Python', '').trim() : undefined
  },
  // It logs each request, and has no option against it.
  prepare: async ({ folder, port }) => ({
    command: 'python3',
    args: ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', folder],
  }),
}
