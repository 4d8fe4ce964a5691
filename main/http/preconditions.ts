import { matchesStrongly, matchesWeakly, parseEntityTag, parseEntityTags } from './entity-tag'
import type { EntityTag } from './entity-tag'
import { fieldValue } from './field-lines'
import { parseHttpDate } from './http-date'
import type { FieldLine } from './message'

/** What tells one version of a representation from another (RFC 9110 §8.8). */
export interface Validators {
  /** As sent in ETag, quotes included. */
  readonly entityTag: string
  /** What Last-Modified says; milliseconds since the epoch, of which only whole seconds count. */
  readonly modifiedAt: number
}

/** The part of a request that preconditions look at. */
export interface ConditionalRequest {
  readonly method: string
  readonly fields: readonly FieldLine[]
}

/** `not-modified` is answered 304, `precondition-failed` 412. */
export type PreconditionResult = 'proceed' | 'not-modified' | 'precondition-failed'

/**
 * Evaluates the preconditions of a request for an existing representation, in the order of RFC 9110 §13.2.2. Range and
 * If-Range come after it: see `rangeApplies`.
 *
 * Dates that are none, or several, are ignored as if the field had not been sent.
 *
 * @param nowMs gives two-digit years their century
 */
export function evaluatePreconditions(
  request: ConditionalRequest,
  validators: Validators,
  nowMs: number,
): PreconditionResult {
  const { fields } = request
  const ifMatch = fieldValue(fields, 'if-match')
  if (ifMatch !== undefined) {
    if (!matchesAny(ifMatch, validators, matchesStrongly)) return 'precondition-failed'
  } else {
    const since = dateValue(fields, 'if-unmodified-since', nowMs)
    if (since !== undefined && wholeSeconds(validators.modifiedAt) > since) return 'precondition-failed'
  }

  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const ifNoneMatch = fieldValue(fields, 'if-none-match')
  if (ifNoneMatch !== undefined) {
    if (!matchesAny(ifNoneMatch, validators, matchesWeakly)) return 'proceed'
    return isRead ? 'not-modified' : 'precondition-failed'
  }
  const since = isRead ? dateValue(fields, 'if-modified-since', nowMs) : undefined
  return since !== undefined && wholeSeconds(validators.modifiedAt) <= since ? 'not-modified' : 'proceed'
}

/**
 * Tells whether If-Range lets Range count (RFC 9110 §13.1.5): it is absent, or names this very version by a strong
 * entity tag or by its date.
 *
 * A date counts only when the last change lies a second back or more: within one second a file can change twice and
 * keep its Last-Modified (RFC 9110 §8.8.2.2).
 */
export function rangeApplies(fields: readonly FieldLine[], validators: Validators, nowMs: number): boolean {
  const ifRange = fieldValue(fields, 'if-range')
  if (ifRange === undefined) return true
  const tag = parseEntityTag(ifRange)
  if (tag !== undefined) {
    const current = parseEntityTag(validators.entityTag)
    return current !== undefined && matchesStrongly(tag, current)
  }
  const modifiedAt = wholeSeconds(validators.modifiedAt)
  return parseHttpDate(ifRange, nowMs) === modifiedAt && nowMs - modifiedAt >= 1000
}

function matchesAny(value: string, validators: Validators, matches: (a: EntityTag, b: EntityTag) => boolean): boolean {
  const tags = parseEntityTags(value)
  if (tags === '*') return true
  const current = parseEntityTag(validators.entityTag)
  return current !== undefined && tags.some((tag) => matches(tag, current))
}

function dateValue(fields: readonly FieldLine[], name: string, nowMs: number): number | undefined {
  const value = fieldValue(fields, name)
  return value === undefined ? undefined : parseHttpDate(value, nowMs)
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000
}
