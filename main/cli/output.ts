/** What the command line prints: the addresses, the log, and what went wrong. */
import type { ServingView } from '../../preload/views'
import { escapeForLog } from '../../preload/inert-text'
import type { LogFormat } from './arguments'
import { inertJson, jsonLine, prettyLine } from './exchange-line'
import type { LoggedExchange } from './exchange-line'
import { descriptorWriter, LineSink } from './line-sink'

/** A reader that has stopped reading is waited for so long at the end. */
const FLUSH_MS = 500

export interface Output {
  /** Says where we are reached. */
  serving(view: ServingView, shared: readonly string[]): void
  exchange(exchange: LoggedExchange): void
  /** Says something that is no part of the log. */
  say(line: string): void
  /** Resolves when everything is out, or the reader takes too long. */
  flush(): Promise<void>
}

/** Gives the output of a log format. In JSON nothing but objects comes on standard output, so the rest goes beside it. */
export function createOutput(format: LogFormat): Output {
  for (const stream of [process.stdout, process.stderr]) {
    // EPIPE: whoever read it has gone. The sink sees it too; here it only must not end the process.
    stream.on('error', () => undefined)
  }
  const describeGap = format === 'json' ? jsonGap : prettyGap
  const out = new LineSink({ write: descriptorWriter(process.stdout), describeGap })
  const beside = new LineSink({ write: descriptorWriter(process.stderr), describeGap: prettyGap })
  const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined
  const words = format === 'json' ? beside : out
  return {
    serving: (view, shared) => {
      if (format === 'json') out.writeLine(servingEvent(view))
      else for (const line of servingLines(view, shared)) out.writeLine(line)
    },
    exchange: (exchange) => {
      if (format === 'pretty') out.writeLine(prettyLine(exchange, { colour }))
      if (format === 'json') out.writeLine(jsonLine(exchange))
    },
    say: (line) => {
      words.writeLine(line)
    },
    flush: async () => {
      await Promise.all([out.flush(FLUSH_MS), beside.flush(FLUSH_MS)])
    },
  }
}

function servingEvent({ port, addresses }: ServingView): string {
  return inertJson({ event: 'serving', port, addresses: addresses.map(({ origin }) => origin) })
}

function servingLines({ addresses }: ServingView, shared: readonly string[]): string[] {
  const width = Math.max(0, ...addresses.map(({ origin }) => origin.length))
  return [
    `Sharing ${shared.map(escapeForLog).join(', ')}`,
    ...addresses.map(({ origin, kind, network }) => {
      const where = kind === 'loopback' ? 'this computer' : escapeForLog(network)
      return `  ${origin.padEnd(width)}  ${where}`.trimEnd()
    }),
  ]
}

function jsonGap(lines: number): string {
  return inertJson({ event: 'omitted', lines })
}

function prettyGap(lines: number): string {
  return `… ${String(lines)} lines left out: they were not read fast enough`
}
