/** An exchange that has ended, as one line: for people on a terminal, and for programs. */
import type { ExchangeRow, ExchangeState } from '../../preload/views'
import { decodeTarget, escapeForLog } from '../../preload/inert-text'

/** What a line tells of an exchange beside its row. */
export interface LoggedExchange {
  readonly row: ExchangeRow
  /** Address of the client. */
  readonly client: string
}

const COLOURS = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36, dim: 2 } as const
type Colour = keyof typeof COLOURS

/** How an exchange ended, where the status does not say it. */
const ENDINGS: Readonly<Partial<Record<ExchangeState, string>>> = {
  'aborted-by-client': 'client left',
  'aborted-by-server': 'cut off',
  malformed: 'malformed',
}

/**
 * Gives the line for a person. Whatever the client sent is written so that no terminal obeys it (CWE-150).
 *
 * @param options.colour whether the terminal shows colours
 */
export function prettyLine({ row, client }: LoggedExchange, options: { readonly colour: boolean }): string {
  const paint = (colour: Colour, text: string): string =>
    options.colour ? `\u001b[${String(COLOURS[colour])}m${text}\u001b[0m` : text
  const status = row.status === null ? '---' : String(row.status)
  const method = row.method === null ? '-' : escapeForLog(row.method)
  const target = row.target === null ? '' : decodeTarget(row.target)
  const figures = `${formatOctets(row.sentBytes)} in ${formatDuration(row.elapsedMs ?? 0)}`
  const remarks = remarksOn(row)
  return [
    paint('dim', clockTime(row.at)),
    client.padEnd(15),
    paint(colourOf(row), status),
    method.padEnd(4),
    target,
    paint('dim', figures),
    ...(remarks === '' ? [] : [paint(colourOf(row), remarks)]),
  ].join('  ')
}

/** Gives the line for a program: one JSON object, in which only printable characters stand as they are. */
export function jsonLine({ row, client }: LoggedExchange): string {
  return inertJson({
    event: 'exchange',
    id: row.id,
    at: row.at,
    client,
    connection: row.connectionId,
    ordinal: row.ordinal,
    method: row.method,
    target: row.target,
    version: row.version,
    status: row.status,
    outcome: row.state,
    reason: row.reason,
    ...(row.foreign !== undefined && { foreign: row.foreign }),
    sentBytes: row.sentBytes,
    receivedBytes: row.receivedBytes,
    contentLength: row.contentLength,
    firstByteMs: toMicroseconds(row.firstByteMs),
    elapsedMs: toMicroseconds(row.elapsedMs),
    file: row.file,
  })
}

/** Milliseconds to three decimals: a clock says no more, and nobody reads more. */
function toMicroseconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms * 1000) / 1000
}

// What JSON lets through and a terminal, or a reader's eye, may take for something else: the rest of C0 and C1, and
// what Unicode hides or reorders text with (CVE-2021-42574).
const NOT_INERT = /[\u007f-\u009f\u2028\u2029\ufff9-\ufffb]|\p{Default_Ignorable_Code_Point}/gu

/** Gives the value as JSON that reads back equal and shows nothing but itself. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(NOT_INERT, (character) =>
    Array.from({ length: character.length }, (_, unit) => escapeUnit(character.charCodeAt(unit))).join(''),
  )
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}

function remarksOn({ state, reason, foreign, sentBytes, contentLength }: ExchangeRow): string {
  const ending = ENDINGS[state]
  const isAborted = state === 'aborted-by-client' || state === 'aborted-by-server'
  const share = isAborted && contentLength ? `at ${String(Math.floor((sentBytes * 100) / contentLength))} %` : undefined
  return [ending, share, reason === null ? undefined : `(${foreign ?? reason})`]
    .filter((each) => each !== undefined)
    .join(' ')
}

function colourOf({ state, status }: ExchangeRow): Colour {
  if (state === 'malformed' || state === 'aborted-by-client' || state === 'aborted-by-server') return 'magenta'
  if (status === null || status >= 500) return 'red'
  if (status >= 400) return 'yellow'
  return status >= 300 ? 'blue' : 'green'
}

function clockTime(at: number): string {
  const moment = new Date(at)
  return [moment.getHours(), moment.getMinutes(), moment.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

function formatOctets(octets: number): string {
  let value = octets
  let unit = 0
  // 999.5 would be rounded to 1000 of the smaller unit.
  for (; value >= 999.5 && unit < UNITS.length - 1; unit += 1) value /= 1000
  return `${unit === 0 || value >= 100 ? value.toFixed(0) : value.toFixed(1)} ${UNITS[unit] ?? ''}`
}

function formatDuration(ms: number): string {
  if (ms < 999.5) return `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`
  const seconds = ms / 1000
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`
}
