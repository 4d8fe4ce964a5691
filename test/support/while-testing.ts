/** What is served from before the first test of a file to after its last. */
import { afterAll, beforeAll } from 'vitest'
import { AskedServer } from './asked-server'
import { PortholeProcess } from './porthole-process'
import { ServedFixture } from './served-fixture'

/**
 * Serves the fixture.
 *
 * @param args options of the command line besides `--index`
 */
export function serveFixture(...args: readonly string[]): () => ServedFixture {
  return whileTesting(() => ServedFixture.start(...args))
}

/** Serves the echo alone, which reads the content of every request and answers all of them. */
export function serveEcho(): () => AskedServer {
  return whileTesting(async () => new AskedServer(await PortholeProcess.start('--echo')))
}

function whileTesting<T extends AskedServer>(start: () => Promise<T>): () => T {
  let server: T | undefined
  beforeAll(async () => {
    server = await start()
  })
  afterAll(() => server?.stop())
  return () => {
    if (server === undefined) throw new Error('Cannot ask: it is served while tests run, and not before')
    return server
  }
}
