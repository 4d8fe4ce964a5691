import { beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../build/build.mjs'
import { runNpm } from '../../build/run.mjs'

describe('the npm package', () => {
  beforeAll(async () => {
    await buildIfStale()
  })

  it('holds the command line with its console, and nothing else that runs', async () => {
    const { code, output } = await runNpm(['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=silent'], {
      quiet: true,
    })
    expect(code).toBe(0)
    const listing = JSON.parse(output.slice(output.indexOf('['))) as {
      readonly files: readonly { readonly path: string }[]
    }[]
    const places = listing[0]?.files.map(({ path }) => path.replace(/^(out\/(?:headless|renderer)\/).*/, '$1'))
    expect(new Set(places)).toEqual(
      new Set([
        ...['LICENSE', 'README.md', 'package.json', 'out/headless/', 'out/renderer/'],
        // npm always takes along the file that `main` names: here it is Electron's.
        'out/main/index.cjs',
      ]),
    )
  })
})
