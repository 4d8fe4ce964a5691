import { Worker } from 'node:worker_threads'
import type { OctetSpan } from '../../../preload/sent-spans'
import code from './hash-worker.cjs?raw'

/** Hashes spans of a file, given its octets in order. */
export interface SpanHasher {
  /** Takes the next octets over, with the memory that they alone stand in. Settles when it can take more. */
  take(offset: number, bytes: Uint8Array): Promise<void>
  /** Gives the SHA-256 of each span, in the order of the spans. */
  finish(): Promise<readonly string[]>
  /** Ends it, at once and whatever it is doing. */
  close(): void
}

type Message = readonly string[] | null

/**
 * Starts a thread that hashes. It is started from its text, which is in the bundle: a file beside the bundle would have
 * to be found again by each of the ways we are packed.
 */
export function startSpanHasher(spans: readonly OctetSpan[]): SpanHasher {
  // Without standard streams and arguments of its own, and without a say in when the program ends.
  const worker = new Worker(code, { eval: true, name: 'digest', workerData: spans, execArgv: [], argv: [] })
  worker.unref()
  const answers: { readonly resolve: (message: Message) => void; readonly reject: (error: Error) => void }[] = []
  let ended: Error | undefined
  const fail = (error: Error): void => {
    ended ??= error
    for (const { reject } of answers.splice(0)) reject(ended)
  }
  worker.on('message', (message: Message) => answers.shift()?.resolve(message))
  worker.on('error', fail)
  worker.on('exit', () => {
    fail(new Error('Cannot hash any more: the thread has ended'))
  })
  const ask = (message: unknown, transfer: readonly ArrayBuffer[] = []): Promise<Message> => {
    if (ended !== undefined) return Promise.reject(ended)
    return new Promise((resolve, reject) => {
      answers.push({ resolve, reject })
      worker.postMessage(message, [...transfer])
    })
  }
  return {
    take: async (offset, bytes) => {
      await ask({ offset, bytes }, [bytes.buffer as ArrayBuffer])
    },
    finish: async () => (await ask('end')) ?? [],
    close: () => void worker.terminate(),
  }
}
