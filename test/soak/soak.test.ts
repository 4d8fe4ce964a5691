import { beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../build/build.mjs'
import { soak } from './soak'
import { areCounted } from './summary'

beforeAll(async () => {
  await buildIfStale()
})

/** It takes ten seconds; on a machine that is busy with other things, a browser alone may take longer to start. */
const PATIENCE_MS = 180_000

describe('Porthole with its window open', () => {
  // `npm run soak` takes half an hour, and judges memory too: here there is too little time for it to settle.
  it(
    'soaks for a few seconds: every octet right, every request counted and shown, no descriptor kept',
    async () => {
      const report = await soak({ seed: 20_261_126, durationMs: 6000, actsPerSecond: 30, sampleEveryMs: 1000 })
      const { counted } = report.exchanges
      expect(areCounted(report.exchanges)).toBe(true)
      expect(report).toMatchObject({
        failures: [],
        complaints: [],
        exchanges: { counted, shown: counted },
        newest: counted,
        opened: counted,
        active: 0,
      })
      expect(report.comparedAnswers).toBeGreaterThan(100)
      expect(report.descriptorDrift ?? 0).toBeLessThanOrEqual(0)
    },
    PATIENCE_MS,
  )
})
