import { describe, expect, it } from 'vitest'
import type { MeasuredServer, MeasuredWorkload } from '../../bench/measured'
import { bestNodePeer, judge } from '../../bench/verdicts'
import type { Figure, Sample } from '../../bench/workloads/workload'

const RATE: Figure = {
  ...{ key: 'rate', title: 'answers', unit: 'rate', better: 'higher' },
  target: { ofNginx: 0.5, ofBestNode: 4 },
}
const WAIT: Figure = {
  ...{ key: 'wait', title: 'first byte', unit: 'time', better: 'lower' },
  target: { bound: 20, ofNginx: 2 },
}

function server(
  name: string,
  family: MeasuredServer['family'],
  samples: readonly (readonly [rate: number, wait: number] | null)[],
): MeasuredServer {
  return {
    ...{ name, family, commandLine: name, version: '1', notServed: null, faults: [] },
    samples: samples.map((sample): Sample | null => sample && { rate: sample[0], wait: sample[1] }),
  }
}

const MEASURED: MeasuredWorkload = {
  ...{ name: 'small', rounds: 3, durationMs: 1000, takenAt: '2026-12-01T16:00:00.000Z', commit: 'abc', loadBefore: 0 },
  servers: [
    server('porthole', 'porthole', [[60, 19], [30, 21], null]),
    server('nginx', 'nginx', [
      [100, 10],
      [50, 10],
      [10, 10],
    ]),
    server('sirv', 'node', [
      [20, 30],
      [10, 30],
      [20, 30],
    ]),
    server('serve', 'node', [
      [5, 25],
      [500, 25],
      [5, 25],
    ]),
  ],
}

describe('bestNodePeer', () => {
  it('goes by the median, whichever way is better', () => {
    expect(bestNodePeer(MEASURED, RATE)?.name).toBe('sirv')
    expect(bestNodePeer(MEASURED, WAIT)?.name).toBe('serve')
  })
})

describe('judge', () => {
  it('holds what is at least as good as wanted', () => {
    expect(judge(RATE, MEASURED)).toEqual([
      {
        ...{ figure: RATE, kind: 'ofNginx', wanted: 0.5, against: 'nginx', isHeld: true },
        found: { median: 0.6, least: 0.6, most: 0.6 },
      },
      {
        ...{ figure: RATE, kind: 'ofBestNode', wanted: 4, against: 'sirv', isHeld: false },
        found: { median: 3, least: 3, most: 3 },
      },
    ])
  })

  it('turns round for what should be low', () => {
    expect(judge(WAIT, MEASURED).map(({ kind, found, isHeld }) => [kind, found.median, isHeld])).toEqual([
      ['ofNginx', 2, true],
      ['bound', 20, true],
    ])
  })

  it('says nothing where nothing was measured', () => {
    expect(judge(RATE, { ...MEASURED, servers: MEASURED.servers.slice(1) })).toEqual([])
    expect(judge(RATE, { ...MEASURED, servers: MEASURED.servers.slice(0, 1) })).toEqual([])
  })
})
