/** Makes terms out of values, for whoever points at one instead of typing it. */
import { quoted } from './print'

/** What a client is called, as far as its term needs it. */
export interface ClientName {
  readonly name: string | null
  readonly address: string
}

/** `time:14:05:09..14:10:00`, outwards to whole seconds; with dates when it is not all on this day. */
export function timeTerm(from: number, to: number, now = Date.now()): string {
  const [start, end] = [Math.floor(from / 1000) * 1000, Math.ceil(to / 1000) * 1000]
  const today = dateOf(now)
  const isToday = dateOf(start) === today && dateOf(end) === today
  const write = isToday ? timeOf : (at: number) => `${dateOf(at)}t${timeOf(at)}`
  return `time:${write(start)}..${write(end)}`
}

function dateOf(at: number): string {
  const date = new Date(at)
  return `${String(date.getFullYear())}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

function timeOf(at: number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join(':')
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** `client:"Anna’s phone"`; the quotes only where they are needed. */
export function textTerm(key: string, value: string, sign: ':' | '=' = ':'): string {
  return `${key}${sign}${/^[\p{L}\p{N}._/%@+-]+$/u.test(value) && !value.includes('..') ? value : quoted(value)}`
}

/** The term for one client: by its name, or exactly, or by its address where others have the same name. */
export function clientTerm(client: ClientName, all: readonly ClientName[]): string {
  const { name, address } = client
  if (name === null) return textTerm('ip', address, '=')
  const others = all.filter((each) => each !== client && each.address !== address)
  const lower = name.toLowerCase()
  if (others.some((each) => each.name?.toLowerCase() === lower)) return textTerm('ip', address, '=')
  const isPart = others.some((each) => each.name?.toLowerCase().includes(lower) === true)
  return textTerm('client', name, isPart ? '=' : ':')
}
