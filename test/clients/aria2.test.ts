import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isInstalled, runClient } from '../support/run-client'
import { ODD_NAMES, sha256Of } from '../support/samples'
import { shareSamples } from '../support/share-samples'

const EIGHT_SEGMENTS = ['-x8', '-s8', '-k1M', '--file-allocation=none', '-q', '--allow-overwrite=true']

describe.skipIf(!isInstalled('aria2c'))('aria2c', () => {
  const shared = shareSamples()

  it('brings 3 GiB in eight segments at once', async () => {
    const { code } = await runClient('aria2c', [...EIGHT_SEGMENTS, shared.porthole.urlOf('three-gib.bin')], shared.into)
    expect(code).toBe(0)
    const [arrived, source] = await Promise.all(
      [shared.into, shared.folder].map((place) => sha256Of(join(place, 'three-gib.bin'))),
    )
    expect(arrived).toBe(source)
    const ranges = shared.porthole.exchanges.filter(({ status }) => status === 206)
    expect(ranges.length).toBeGreaterThanOrEqual(7)
  }, 120_000)

  it.each(ODD_NAMES)('stores %s under its own name', async (name) => {
    expect((await runClient('aria2c', ['-q', `${shared.porthole.urlOf(name)}?download`], shared.into)).code).toBe(0)
    expect(await sha256Of(join(shared.into, name))).toBe(await sha256Of(join(shared.folder, name)))
  })
})
