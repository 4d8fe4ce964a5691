import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { PortholeProcess } from './porthole-process'
import { writeSamples } from './samples'

/** What a suite of downloads works with; filled before its first test. */
export interface SharedSamples {
  /** The folder that is shared, with the samples in it. */
  readonly folder: string
  /** An empty folder to download into. */
  readonly into: string
  readonly porthole: PortholeProcess
}

/** Shares the samples for the tests of the suite that this is called in, and cleans up after them. */
export function shareSamples(): SharedSamples {
  const samples = {} as { -readonly [K in keyof SharedSamples]: SharedSamples[K] }
  beforeAll(async () => {
    samples.folder = await mkdtemp(join(tmpdir(), 'porthole-shared-'))
    samples.into = await mkdtemp(join(tmpdir(), 'porthole-into-'))
    await writeSamples(samples.folder)
    samples.porthole = await PortholeProcess.start(samples.folder)
  })
  afterAll(async () => {
    await samples.porthole.stop()
    await rm(samples.folder, { recursive: true })
    await rm(samples.into, { recursive: true })
  })
  return samples
}
