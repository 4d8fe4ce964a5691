import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { LineSink } from '../../main/cli/line-sink'

/** A reader that takes what it is given when it is told to. */
class SlowReader {
  readonly taken: string[] = []
  #release: (() => void) | undefined

  readonly write = async (octets: Uint8Array): Promise<void> => {
    await new Promise<void>((resolve) => (this.#release = resolve))
    this.taken.push(Buffer.from(octets).toString())
  }

  /** Takes what is offered, and waits until the sink may offer more. */
  async take(): Promise<void> {
    await pause(30)
    this.#release?.()
    await pause(30)
  }
}

const describeGap = (lines: number): string => `(${String(lines)} left out)`

describe('LineSink', () => {
  it('writes the first line at once, and those that come meanwhile together', async () => {
    const reader = new SlowReader()
    const sink = new LineSink({ write: reader.write, describeGap })
    for (const line of ['a', 'b', '照']) sink.writeLine(line)
    await reader.take()
    await reader.take()
    sink.writeLine('d')
    await reader.take()
    expect(reader.taken).toEqual(['a\n', 'b\n照\n', 'd\n'])
  })

  it('leaves out what a reader is too slow for, and says how much where it was', async () => {
    const reader = new SlowReader()
    const sink = new LineSink({ write: reader.write, describeGap, mostBytes: 30 })
    for (const letter of 'abcd') sink.writeLine(letter.repeat(12))
    await reader.take()
    sink.writeLine('e')
    await reader.take()
    await reader.take()
    expect(reader.taken.join('')).toBe('aaaaaaaaaaaa\nbbbbbbbbbbbb\n(2 left out)\ne\n')
  })

  it('falls silent when nobody will ever read it', async () => {
    const sink = new LineSink({ write: () => Promise.reject(new Error('EPIPE')), describeGap })
    sink.writeLine('a')
    await pause(1)
    sink.writeLine('b')
    await sink.flush(1000)
  })

  it('waits at the end until everything is out', async () => {
    const reader = new SlowReader()
    const sink = new LineSink({ write: reader.write, describeGap })
    sink.writeLine('a')
    const flushed = sink.flush(10_000)
    await reader.take()
    await flushed
    expect(reader.taken).toEqual(['a\n'])
  })

  it('waits at the end no longer than it may', async () => {
    const sink = new LineSink({ write: () => new Promise(() => undefined), describeGap })
    sink.writeLine('a')
    await sink.flush(20)
  })
})
