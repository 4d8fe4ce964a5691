/**
 * The fault lab as it crosses between the processes: which client's download of which file is served wrongly on
 * purpose, and how.
 */
import { ContractError, flag, id, record, text } from './arguments'

/** A way of serving wrongly. Several may hold at once. */
export type LabFaultKind =
  'cut' | 'stall' | 'one-by-one' | 'late-head' | 'weak-tag' | 'wrong-length' | 'ignore-range' | 'ignore-if-range'

/** What is wrong on purpose; a fault that is absent is off. */
export interface LabFaults {
  /** The connection is broken before this octet of the file; once, so that the client can come back. */
  readonly cutAt?: number
  /** Nothing is sent for so long before this octet of the file, then it goes on. */
  readonly stall?: { readonly at: number; readonly seconds: number }
  /** Each octet is a write of its own, with a pause behind it. */
  readonly oneByOne?: true
  /** The head of the response is kept back for so long. */
  readonly lateHeadSeconds?: number
  /** Every entity tag is a weak one, as of a server that is not sure. */
  readonly weakTag?: true
  /** Content-Length announces so many octets more than there are; the connection then ends. */
  readonly extraLength?: number
  /** Range is not understood: the whole file is sent. */
  readonly ignoreRange?: true
  /** If-Range is not looked at: a part is sent even of another version. */
  readonly ignoreIfRange?: true
}

/** Whom it concerns: null stands for every client, or every file. */
export interface LabTarget {
  readonly clientId: number | null
  readonly file: { readonly shareId: number; readonly path: string } | null
}

export interface LabRule {
  readonly target: LabTarget
  readonly faults: LabFaults
}

/** A rule as it stands, and what came of it. */
export interface LabRuleView extends LabRule {
  /** Where its cut has been made: the exchange that was cut. It makes no other until it is set anew. */
  readonly cutExchangeId: number | null
  /** Octets of the file's whole length, where the rule is about one file that has been asked for. */
  readonly fileSize: number | null
}

/** No file is larger: above this, offsets are no longer exact (Number.MAX_SAFE_INTEGER). */
const MOST_OCTETS = Number.MAX_SAFE_INTEGER
/** Longer than any client waits. */
const MOST_SECONDS = 600

/** Reads a rule. Without faults it takes away the one with its target. */
export function labRule(value: unknown): LabRule {
  const { target, faults } = record(value)
  return { target: labTarget(target), faults: labFaults(faults) }
}

function labTarget(value: unknown): LabTarget {
  const { clientId, file } = record(value)
  return { clientId: clientId === null ? null : id(clientId), file: file === null ? null : labFile(file) }
}

function labFile(value: unknown): NonNullable<LabTarget['file']> {
  const { shareId, path } = record(value)
  return { shareId: id(shareId), path: text(path) }
}

function labFaults(value: unknown): LabFaults {
  const given = record(value)
  return {
    ...(given.cutAt !== undefined && { cutAt: wholeNumber(given.cutAt, MOST_OCTETS) }),
    ...(given.stall !== undefined && { stall: labStall(given.stall) }),
    ...(given.lateHeadSeconds !== undefined && { lateHeadSeconds: wholeNumber(given.lateHeadSeconds, MOST_SECONDS) }),
    ...(given.extraLength !== undefined && { extraLength: wholeNumber(given.extraLength, MOST_OCTETS) }),
    ...(isOn(given.oneByOne) && { oneByOne: true }),
    ...(isOn(given.weakTag) && { weakTag: true }),
    ...(isOn(given.ignoreRange) && { ignoreRange: true }),
    ...(isOn(given.ignoreIfRange) && { ignoreIfRange: true }),
  }
}

function labStall(value: unknown): NonNullable<LabFaults['stall']> {
  const { at, seconds } = record(value)
  return { at: wholeNumber(at, MOST_OCTETS), seconds: wholeNumber(seconds, MOST_SECONDS) }
}

function isOn(value: unknown): boolean {
  return value !== undefined && flag(value)
}

function wholeNumber(value: unknown, most: number): number {
  const number = id(value)
  if (number > most) throw new ContractError(`Cannot take ${String(number)}: expected at most ${String(most)}`)
  return number
}
