import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import type { Configuration } from 'electron-builder'
import { describe, expect, it } from 'vitest'
import { readConfiguration } from './pack'

// electron-builder's own check, reached by a deep import: the pin in package.json is exact.
const validate = (configuration: Configuration): Promise<void> =>
  validateConfiguration(configuration, new DebugLogger(false))

describe('electron-builder.yml', () => {
  it('keeps the schema', async () => {
    await expect(validate(await readConfiguration())).resolves.toBeUndefined()
  })

  it('would not keep it with a slip in a key', async () => {
    const slipped = { ...(await readConfiguration()), wni: {} }
    await expect(validate(slipped)).rejects.toThrow("unknown property 'wni'")
  })

  it('makes the installers that each system expects', async () => {
    const { win, mac, linux } = await readConfiguration()
    expect([win?.target, mac?.target, linux?.target]).toEqual(['nsis', 'dmg', ['AppImage', 'deb']])
  })
})
