import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  DriveTimeoutError,
  OpenFileLimit,
  openFileLimits,
  TooManyOpenFilesError,
} from '../../main/files/open-file-limit'

/** An operation that ends when it is told to. */
function held<T>() {
  let end: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => (end = resolve))
  return { promise, end }
}

describe('openFileLimits', () => {
  it.each([
    [undefined, 3],
    ['', 3],
    ['none', 3],
    ['0', 3],
    ['1', 1],
    ['4', 3],
    ['16', 12],
    ['32', 24],
  ])('leaves threads to others when there are %s', (poolSize, operations) => {
    expect(openFileLimits(poolSize).operations).toBe(operations)
  })
})

describe('OpenFileLimit', () => {
  const limit = () => new OpenFileLimit({ operations: 2, files: 2, timeoutMs: 1000 })

  it('runs as many operations at once as it may, the others in the order they came', async () => {
    const turns = limit()
    const order: string[] = []
    const operations = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...held<string>() }))
    const results = operations.map(({ name, promise }) =>
      turns.run(() => {
        order.push(name)
        return promise
      }),
    )
    expect(order).toEqual(['a', 'b'])
    operations[1]?.end('B')
    await results[1]
    await wait(0)
    expect(order).toEqual(['a', 'b', 'c'])
    for (const { name, end } of operations) end(name.toUpperCase())
    expect(await Promise.all(results)).toEqual(['A', 'B', 'C', 'D'])
  })

  it('passes on what an operation rejects with, and goes on', async () => {
    const turns = limit()
    const failure = new Error('EIO')
    await expect(turns.run(() => Promise.reject(failure))).rejects.toBe(failure)
    expect(await turns.run(async () => 1)).toBe(1)
  })

  describe('on a drive that hangs', () => {
    beforeEach(() => {
      vi.useFakeTimers()
    })
    afterEach(() => {
      vi.useRealTimers()
    })

    it('gives up on an operation when its time is over, and discards what it still gives', async () => {
      const turns = limit()
      const { promise, end } = held<string>()
      const discarded: string[] = []
      const result = turns.run(
        () => promise,
        (late) => discarded.push(late),
      )
      const refused = expect(result).rejects.toBeInstanceOf(DriveTimeoutError)
      await vi.advanceTimersByTimeAsync(1000)
      await refused
      end('late')
      await vi.advanceTimersByTimeAsync(0)
      expect(discarded).toEqual(['late'])
    })

    it('refuses at once while every turn hangs, and recovers with the drive', async () => {
      const turns = limit()
      const hanging = [held<number>(), held<number>()]
      const refused = hanging.map(({ promise }) => expect(turns.run(() => promise)).rejects.toThrow())
      const waiting = expect(turns.run(async () => 3)).rejects.toBeInstanceOf(DriveTimeoutError)
      await vi.advanceTimersByTimeAsync(1000)
      await Promise.all([...refused, waiting])

      const operation = vi.fn(async () => 4)
      await expect(turns.run(operation)).rejects.toBeInstanceOf(DriveTimeoutError)
      expect(operation).not.toHaveBeenCalled()

      for (const { end } of hanging) end(0)
      await vi.advanceTimersByTimeAsync(0)
      expect(await turns.run(operation)).toBe(4)
    })
  })

  it('counts open files, each off once', () => {
    const files = limit()
    const first = files.countFile()
    files.countFile()
    expect(() => files.countFile()).toThrow(TooManyOpenFilesError)
    first()
    first()
    files.countFile()
    expect(() => files.countFile()).toThrow('Cannot open another file: 2 are open')
  })
})
