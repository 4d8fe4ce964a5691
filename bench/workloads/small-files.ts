/** One small file, asked for again and again on 64 persistent connections. */
import { askOnce, fieldOf } from '../load/ask'
import type { Answer } from '../load/ask'
import { isPattern } from '../load/pattern.mjs'
import { runWrk } from '../load/wrk'
import type { RunningServer } from '../servers/server'
import { CHANGED, MIDDLE, SMALL } from '../shared-folder'
import type { SharedFolder } from '../shared-folder'
import { MEMORY, PROCESSOR_PER_REQUEST, withCosts } from './costs'
import { NotServed } from './workload'
import type { Target, Workload } from './workload'

const CONNECTIONS = 64
const AN_HOUR_AGO = 3600

export const HUNDRED_KIBIBYTES: Workload = {
  name: 'middle',
  title: '64 persistent connections ask for a file of 100 KiB',
  figures: figures({ ofNginx: 0.8, ofBestNode: 7 }),
  begin: async (server) => requestsFor(server, { ...MIDDLE, status: 200 }),
}

export const ONE_KIBIBYTE: Workload = {
  name: 'small',
  title: '64 persistent connections ask for a file of 1 KiB',
  figures: figures({ ofNginx: 1, ofBestNode: 9 }),
  begin: async (server) => requestsFor(server, { ...SMALL, status: 200 }),
}

export const NOT_MODIFIED: Workload = {
  name: '304',
  title: '64 persistent connections ask for a file of 100 KiB that they have already, and get 304',
  figures: figures({ ofNginx: 0.95, ofBestNode: 6 }),
  begin: async (server, folder) => {
    await checkFreshness(server, folder)
    const field = await conditionOf(server, MIDDLE.target)
    return requestsFor(server, { target: MIDDLE.target, bytes: 0, status: 304, fields: [field] })
  },
}

/** A server that looks at no file can say 304 very fast. */
async function checkFreshness(server: RunningServer, folder: SharedFolder): Promise<void> {
  await folder.changeFile(AN_HOUR_AGO)
  const field = await conditionOf(server, CHANGED.target)
  await folder.changeFile(0)
  const { status } = await askOnce(server.port, CHANGED.target, [field])
  if (status === 304) throw new NotServed('answers 304 for a file that has changed since')
}

/** Gives the field line that asks whether the answer is still the same. */
async function conditionOf(server: RunningServer, target: string): Promise<string> {
  const { head } = await askOnce(server.port, target)
  const tag = fieldOf(head, 'ETag')
  const date = fieldOf(head, 'Last-Modified')
  if (tag === undefined && date === undefined) throw new NotServed('sends no validator')
  return tag === undefined ? `If-Modified-Since: ${date ?? ''}` : `If-None-Match: ${tag}`
}

function figures(target: Target): Workload['figures'] {
  return [
    { key: 'rate', title: 'answers', unit: 'rate', better: 'higher', target },
    { key: 'p99', title: 'p99 of an answer', unit: 'time', better: 'lower' },
    PROCESSOR_PER_REQUEST,
    MEMORY,
  ]
}

interface Asked {
  readonly target: string
  readonly bytes: number
  readonly status: number
  readonly fields?: readonly string[]
}

async function requestsFor(server: RunningServer, asked: Asked): ReturnType<Workload['begin']> {
  const { target, fields = [] } = asked
  const answer = await askOnce(server.port, target, fields)
  checkAnswer(answer, asked)
  return async (durationMs) => {
    const { result, processorMs, memoryBytes } = await withCosts(server, () =>
      runWrk({
        origin: server.origin,
        target,
        fields,
        durationMs,
        expected: { wireBytes: answer.wireBytes, connections: CONNECTIONS },
      }),
    )
    return {
      rate: (result.requests * 1e6) / result.elapsedUs,
      p99: result.p99Us / 1000,
      [PROCESSOR_PER_REQUEST.key]: processorMs / result.requests,
      [MEMORY.key]: memoryBytes,
    }
  }
}

function checkAnswer({ status, content }: Answer, asked: Asked): void {
  if (asked.status === 304 && status === 200) throw new NotServed('answers a conditional request with the file')
  const isRight = status === asked.status && content.length === asked.bytes && isPattern(content, 0)
  if (!isRight) throw new Error(`Wrong answer to ${asked.target}: ${String(status)}, ${String(content.length)} octets`)
}
