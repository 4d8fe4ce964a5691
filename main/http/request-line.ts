import type { HttpVersion } from './message'
import { CR, indexOutside, SP, TCHAR } from './octets'
import { protocolError } from './protocol-error'
import { parseTarget } from './request-target'

/** The first line of a request (RFC 9112 §3). */
export interface RequestLine {
  readonly method: string
  readonly target: string
  readonly version: HttpVersion
}

/** How long the parts of a request line may be, in octets. */
export interface RequestLineLimits {
  readonly methodBytes: number
  readonly targetBytes: number
}

// Octets that end or break a target: controls, the white space that might pass for a separator, DEL and the fragment
// that no target has.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const NOT_IN_TARGET = /[\x00-\x20\x7f#]/

const HTTP_NAME = 'HTTP/'
const ENDS_IN_VERSION = / HTTP\/\d\.\d$/

/**
 * Reads a request line without its line end. The parts are divided by exactly one SP: who accepts other white space
 * may see another target than the recipient before it (RFC 9112 §11.2).
 *
 *     request-line = method SP request-target SP HTTP-version
 *
 * @throws {ProtocolError} its offset counts from the start of the line, which begins the message
 */
export function parseRequestLine(line: string, limits: RequestLineLimits): RequestLine {
  const methodEnd = endOfMethod(line, limits)
  const method = line.slice(0, methodEnd)
  const targetStart = methodEnd + 1
  const targetEnd = endOfTarget(line, targetStart, limits)
  const target = line.slice(targetStart, targetEnd)
  const version = readVersion(line, targetEnd + 1)
  // Every origin-form that has come this far is valid, and nearly every request has one.
  if ((target.charCodeAt(0) !== SLASH || method === 'CONNECT') && parseTarget(method, target) === undefined) {
    throw protocolError('target-malformed', targetStart)
  }
  return { method, target, version }
}

const SLASH = 0x2f

// method = token
function endOfMethod(line: string, { methodBytes }: RequestLineLimits): number {
  const end = indexOutside(TCHAR, line)
  // RFC 9112 §3: a method longer than any that we know is answered 501.
  if (end > methodBytes) throw protocolError('method-too-long', methodBytes)
  if (line === '') throw protocolError('request-line-malformed', 0)
  const after = line.charCodeAt(end)
  if (after === CR) throw protocolError('bare-cr', end)
  if (end === 0) throw protocolError('method-malformed', 0)
  if (after === SP) return end
  // Without a target, or with other white space than the one SP that there must be.
  const isSpace = end === line.length || (after >= 0x09 && after <= 0x0c)
  throw protocolError(isSpace ? 'request-line-malformed' : 'method-malformed', end)
}

function endOfTarget(line: string, start: number, { targetBytes }: RequestLineLimits): number {
  const space = line.indexOf(' ', start)
  const end = space === -1 ? line.length : space
  const target = line.slice(start, end)
  const fault = target.search(NOT_IN_TARGET)
  if (fault !== -1 && fault < targetBytes) {
    throw protocolError(target.charCodeAt(fault) === CR ? 'bare-cr' : 'target-malformed', start + fault)
  }
  if (target.length > targetBytes) throw protocolError('target-too-long', start + targetBytes)
  // No target between two spaces, or no version after it: HTTP/0.9 had none.
  if (target === '') throw protocolError('request-line-malformed', start)
  if (space === -1) throw protocolError('request-line-malformed', end)
  return end
}

/**
 * A minor version above ours is read as our highest one (RFC 9110 §6.2); another major version is refused.
 *
 *     HTTP-version = HTTP-name "/" DIGIT "." DIGIT      (RFC 9112 §2.3; case-sensitive)
 */
function readVersion(line: string, start: number): HttpVersion {
  const major = line.charCodeAt(start + 5) - 0x30
  const minor = line.charCodeAt(start + 7) - 0x30
  const isWellFormed =
    line.length === start + 8 && line.startsWith(HTTP_NAME, start) && isDigit(major) && line[start + 6] === '.'
  if (!isWellFormed || !isDigit(minor)) throw versionFault(line, start)
  if (major !== 1) throw protocolError('version-unsupported', start + 5)
  return minor === 0 ? '1.0' : '1.1'
}

function isDigit(value: number): boolean {
  return value >= 0 && value <= 9
}

function versionFault(line: string, start: number): Error {
  // The version is there, further on: so the SP before it stood in the target.
  if (!line.startsWith(HTTP_NAME, start) && ENDS_IN_VERSION.test(line.slice(start))) {
    return protocolError('target-malformed', start - 1)
  }
  const at = start + matchingLength(line.slice(start))
  const octet = line.charCodeAt(at)
  if (octet === CR) return protocolError('bare-cr', at)
  return protocolError(octet === SP ? 'request-line-malformed' : 'version-malformed', at)
}

/** How many characters keep to the form of a version. */
function matchingLength(version: string): number {
  const form = [...Array.from(HTTP_NAME, (letter) => (c: string) => c === letter), DIGIT, DOT, DIGIT]
  let at = 0
  while (at < version.length && form[at]?.(version.charAt(at)) === true) at += 1
  return at
}

const DIGIT = (character: string): boolean => /^\d$/.test(character)
const DOT = (character: string): boolean => character === '.'
