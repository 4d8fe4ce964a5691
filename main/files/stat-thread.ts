import { Worker } from 'node:worker_threads'
import code from './stat-worker.cjs?raw'

/** What a thread found out about names: a place for each of them, in their order. */
export interface NameFacts {
  /** Octets, and -1 for a folder; NaN for a name that is still to be looked at. */
  readonly size: (at: number) => number
  /** Milliseconds since the epoch. */
  readonly modifiedMs: (at: number) => number
}

/** A thread that looks at many names of a folder with one question. */
export interface StatThread {
  /** @param prefix the folder's path with a separator at its end */
  look(prefix: string, names: readonly string[]): Promise<NameFacts>
  /** Ends it, at once or when the drive lets it go; to open questions the answer is then that it knows nothing. */
  close(): void
}

const NOTHING: NameFacts = { size: () => NaN, modifiedMs: () => NaN }

/**
 * Gives what starts threads for one share, no more than `most` at a time: undefined is given when they all run. One that
 * a hung drive holds counts until the drive lets it go.
 */
export function statThreadStarter(most: number): () => StatThread | undefined {
  let running = 0
  return () => {
    if (running >= most) return undefined
    running += 1
    return startStatThread(() => (running -= 1))
  }
}

function startStatThread(onEnd: () => void): StatThread {
  // Without standard streams and arguments of its own, and without a say in when the program ends.
  const worker = new Worker(code, {
    eval: true,
    name: 'listing',
    execArgv: [],
    argv: [],
  })
  worker.unref()
  const answers: ((facts: NameFacts) => void)[] = []
  let hasEnded = false
  const end = (): void => {
    hasEnded = true
    for (const answer of answers.splice(0)) answer(NOTHING)
  }
  worker.on('message', (facts: Float64Array) => {
    answers.shift()?.({ size: (at) => facts[at * 2] ?? NaN, modifiedMs: (at) => facts[at * 2 + 1] ?? NaN })
  })
  // An exit follows, and the names are looked at without it.
  worker.on('error', end)
  worker.on('exit', () => {
    end()
    onEnd()
  })
  return {
    look: (prefix, names) => {
      if (hasEnded) return Promise.resolve(NOTHING)
      return new Promise((resolve) => {
        answers.push(resolve)
        worker.postMessage({ prefix, names })
      })
    },
    close: () => void worker.terminate(),
  }
}
