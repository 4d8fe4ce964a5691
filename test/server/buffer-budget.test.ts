import { describe, expect, it } from 'vitest'
import { BufferBudget } from '../../main/server/buffer-budget'
import type { BufferLease } from '../../main/server/buffer-budget'

const KIB = 1024
const MIB = 1024 * KIB
const PLENTY = 1024 * MIB

/** Sends so much at so many octets per millisecond, and gives the size of the chunk that follows. */
function nextChunk(lease: BufferLease, octets = 0, rate = 1): number {
  for (let sent = 0; sent < octets; sent += 512 * KIB) lease.wasTaken(512 * KIB, (512 * KIB) / rate)
  const buffer = lease.take(PLENTY)
  lease.giveBack(buffer)
  return buffer.length
}

describe('BufferBudget', () => {
  it('gives a small response a small buffer', () => {
    const lease = new BufferBudget(64 * MIB).open()
    expect([1, 16 * KIB, 16 * KIB + 1, 100_000, PLENTY].map((wanted) => lease.take(wanted).length / KIB)).toEqual([
      16, 16, 32, 128, 128,
    ])
  })

  it('gives larger chunks to a response that is soon over, as long as half of it is free', () => {
    const lease = new BufferBudget(2 * MIB).open()
    expect(Array.from({ length: 6 }, () => lease.take(MIB).length / KIB)).toEqual([256, 256, 256, 256, 128, 128])
    expect(lease.take(MIB + 1).length / KIB).toBe(128)
  })

  it('gives larger chunks to a reader that has shown that it is fast, and not before', () => {
    const lease = new BufferBudget(64 * MIB).open()
    expect(nextChunk(lease) / KIB).toBe(128)
    expect(nextChunk(lease, 7 * MIB, 1_000_000) / KIB).toBe(128)
    expect(nextChunk(lease, MIB, 1_000_000) / KIB).toBe(256)
    expect(nextChunk(lease, 8 * MIB, 1_000_000) / KIB).toBe(512)
    expect(nextChunk(lease, 80 * MIB, 1_000_000) / KIB).toBe(1024)
  })

  it('takes them away from a reader that has become slow', () => {
    const lease = new BufferBudget(64 * MIB).open()
    nextChunk(lease, 80 * MIB, 1_000_000)
    expect(nextChunk(lease, 8 * MIB, 10_000) / KIB).toBe(512)
    expect(nextChunk(lease, 80 * MIB, 10_000) / KIB).toBe(128)
  })

  it('leaves one small buffer to a reader that keeps a chunk waiting, until it has shown that it is fast', () => {
    const lease = new BufferBudget(64 * MIB).open()
    lease.wasTaken(16 * KIB, 1000)
    expect([lease.readsAhead, nextChunk(lease) / KIB]).toEqual([false, 64])
    expect([lease.readsAhead, nextChunk(lease, 80 * MIB, 10_000) / KIB]).toEqual([false, 64])
    expect([nextChunk(lease, 8 * MIB, 1_000_000) / KIB, lease.readsAhead]).toEqual([128, true])
  })

  it('lets chunks grow into one half only: the other is for those who begin', () => {
    const budget = new BufferBudget(4 * MIB)
    const leases = Array.from({ length: 10 }, () => budget.open())
    for (const lease of leases) lease.take(PLENTY)
    const lease = budget.open()
    // 1,280 KiB are lent; twice 512 KiB more would be beyond 2 MiB.
    expect(nextChunk(lease, 80 * MIB, 1_000_000) / KIB).toBe(512)
  })

  it('gives everybody one small buffer when many send at once', () => {
    const budget = new BufferBudget(64 * MIB)
    const leases = Array.from({ length: 128 }, () => budget.open())
    expect([leases[0]?.readsAhead, nextChunk(leases[0]!) / KIB]).toEqual([true, 128])
    const last = budget.open()
    expect([leases[0]?.readsAhead, nextChunk(leases[0]!) / KIB]).toEqual([false, 64])
    last.close()
    expect([leases[0]?.readsAhead, nextChunk(leases[0]!) / KIB]).toEqual([true, 128])
  })

  it('never refuses, but costs little more once it is used up', () => {
    const budget = new BufferBudget(MIB)
    const lent = Array.from({ length: 100 }, () => budget.open().take(PLENTY).length / KIB)
    expect(new Set(lent.slice(0, 8))).toEqual(new Set([128]))
    expect(new Set(lent.slice(8))).toEqual(new Set([16]))
    budget.limitBytes = 64 * MIB
    expect(budget.open().take(PLENTY).length / KIB).toBe(128)
  })

  it('gives a buffer again that was given back, but never one that was given up', () => {
    const budget = new BufferBudget(64 * MIB)
    const lease = budget.open()
    const [first, second] = [lease.take(PLENTY), lease.take(PLENTY)]
    lease.giveUp(first)
    lease.giveBack(second)
    expect(budget.lentBytes).toBe(0)
    expect(lease.take(PLENTY)).toBe(second)
    expect(lease.take(PLENTY)).not.toBe(first)
  })

  it('keeps a bounded number of unused buffers', () => {
    const budget = new BufferBudget(PLENTY)
    const leases = Array.from({ length: 100 }, () => budget.open())
    const lent = new Set<Uint8Array>()
    for (let round = 0; round < 2; round += 1) {
      for (const lease of leases) lent.add(lease.take(MIB * 8))
    }
    for (const buffer of lent) leases[0]?.giveBack(buffer)
    const again = Array.from({ length: 200 }, () => leases[0]!.take(MIB * 8)).filter((buffer) => lent.has(buffer))
    expect(again.length).toBe((16 * MIB) / (128 * KIB))
  })
})
