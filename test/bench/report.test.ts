import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { withWorkload } from '../../bench/measured'
import type { Measured, MeasuredServer, MeasuredWorkload } from '../../bench/measured'
import { writeReport } from '../../bench/report'
import type { Workload } from '../../bench/workloads/workload'

const WORKLOAD: Workload = {
  ...{ name: 'small', title: 'A small file is asked for', begin: () => Promise.reject(new Error('not here')) },
  figures: [
    { key: 'rate', title: 'answers', unit: 'rate', better: 'higher', target: { ofNginx: 1 } },
    { key: 'added', title: 'memory added', unit: 'memory', better: 'lower', isAlone: true },
  ],
}

function server(name: string, rates: readonly (number | null)[], rest: Partial<MeasuredServer> = {}): MeasuredServer {
  return {
    ...{ name, family: 'node', version: '1.2.3', commandLine: `${name} FOLDER`, notServed: null, faults: [], ...rest },
    samples: rates.map((rate) => (rate === null ? null : { rate, added: 2 ** 20 })),
  }
}

const FOUND: MeasuredWorkload = {
  ...{
    name: 'small',
    rounds: 2,
    durationMs: 1000,
    takenAt: '2026-12-01T16:00:00.000Z',
    commit: 'abc',
    loadBefore: 0.5,
  },
  servers: [
    server('porthole', [500, 600]),
    server('nginx', [1000, 1000]),
    server('serve', [100, null], { faults: ['Wrong answer'] }),
    server('sirv', [], { notServed: 'lists no folders' }),
  ],
}
const MEASURED: Measured = { machine: 'A machine', workloads: [FOUND] }
const REPORT = writeReport([WORKLOAD], MEASURED)

describe('writeReport', () => {
  it('stands as Prettier would write it', async () => {
    expect(REPORT).toBe(await format(REPORT, { parser: 'markdown', printWidth: 120 }))
  })

  it('has what was wanted beside what was found', () => {
    expect(REPORT).toMatch(
      /\| `small` +\| answers +\| ≥ 1.00× of nginx +\| 0.550× \(0.500× – 0.600×\) +\| \*\*not held\*\* \|/,
    )
  })

  it('divides by nginx what can be divided', () => {
    expect(REPORT).toMatch(/\| server +\| answers +\| ÷ nginx +\| memory added \|/)
    expect(REPORT).toMatch(/\| serve +\| 100 \/s +\| 0.100× +\| 1.00 MiB +\|/)
  })

  it('tells what was void and what is not served', () => {
    expect(REPORT).toContain('- **void**, serve: Wrong answer\n- sirv lists no folders\n')
  })

  it('says how each was started', () => {
    expect(REPORT).toMatch(/\| nginx +\| 1.2.3 +\| `nginx FOLDER` +\|/)
  })
})

describe('withWorkload', () => {
  it('takes the newer one of a name', () => {
    const newer = { ...FOUND, commit: 'def' }
    expect(withWorkload(MEASURED, newer).workloads).toEqual([newer])
    expect(withWorkload(MEASURED, { ...FOUND, name: 'large' }).workloads).toHaveLength(2)
  })
})
