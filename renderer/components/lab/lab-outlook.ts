/** What the fault lab says before and after: what a client will probably do, and what it did. */
import type { LabFaults, LabRuleView } from '../../../preload/lab'
import type { ExchangeRow } from '../../../preload/views'
import { reachedOffset } from '../requests/row-progress'

/** What to expect of a set of faults, as codes of the catalogue. */
export type Prediction =
  | 'cut'
  | 'cut-weak'
  | 'cut-ignored'
  | 'cut-mixed'
  | 'stall'
  | 'one-by-one'
  | 'late-head'
  | 'weak-tag'
  | 'wrong-length'
  | 'ignore-range'
  | 'ignore-if-range'

/** Says what a client will meet. What another fault makes worse is said of both together. */
export function predict(faults: LabFaults): readonly Prediction[] {
  const { cutAt, stall, oneByOne, lateHeadSeconds, weakTag, extraLength, ignoreRange, ignoreIfRange } = faults
  const predictions: Prediction[] = []
  const cuts = cutAt !== undefined
  if (cuts && ignoreRange === true) predictions.push('cut-ignored')
  else if (cuts && weakTag === true) predictions.push('cut-weak')
  else if (cuts && ignoreIfRange === true) predictions.push('cut-mixed')
  else if (cuts) predictions.push('cut')
  if (stall !== undefined) predictions.push('stall')
  if (oneByOne === true) predictions.push('one-by-one')
  if (lateHeadSeconds !== undefined) predictions.push('late-head')
  if (extraLength !== undefined) predictions.push('wrong-length')
  if (cuts) return predictions
  if (weakTag === true) predictions.push('weak-tag')
  if (ignoreRange === true) predictions.push('ignore-range')
  if (ignoreIfRange === true) predictions.push('ignore-if-range')
  return predictions
}

/** What came of a rule. Offsets are octets of the file. */
export type LabResult =
  /** Nobody has asked for it yet. */
  | { readonly kind: 'armed' }
  /** It is being served wrongly right now. */
  | { readonly kind: 'running'; readonly id: number }
  /** It was cut, and the client has not come back. */
  | { readonly kind: 'cut'; readonly id: number; readonly at: number }
  /** It asked for the rest and got it. */
  | { readonly kind: 'resumed'; readonly id: number; readonly at: number }
  /** It was sent the whole file again. */
  | { readonly kind: 'restarted'; readonly id: number }
  /** It came back for something else than exactly the rest. */
  | { readonly kind: 'came-back'; readonly id: number; readonly status: number | null }
  /** The client put up with it to the end. */
  | { readonly kind: 'endured'; readonly id: number }
  /** The client broke it off. */
  | { readonly kind: 'gave-up'; readonly id: number; readonly at: number }

/**
 * Tells what came of a rule from the rows that there are.
 *
 * @param rows in the order of their ids
 */
export function resultOf(rule: LabRuleView, rows: readonly ExchangeRow[]): LabResult {
  const touched = rows.findLast((row) => row.lab !== undefined && isAbout(rule, row))
  if (touched === undefined) return { kind: 'armed' }
  const { id } = touched
  const after = rows.find((row) => row.id > id && isAbout(rule, row) && isSameFile(row, touched))
  if (touched.elapsedMs === null) return { kind: 'running', id }
  if (touched.reason === 'lab-cut') return afterCut(touched, after)
  if (touched.state === 'aborted-by-client') return { kind: 'gave-up', id, at: reachedOffset(touched) }
  return { kind: 'endured', id }
}

function afterCut(cut: ExchangeRow, next: ExchangeRow | undefined): LabResult {
  const at = reachedOffset(cut)
  if (next === undefined) return { kind: 'cut', id: cut.id, at }
  if (next.status === 200) return { kind: 'restarted', id: next.id }
  const from = next.file?.ranges[0]?.[0]
  if (next.status === 206 && from === at) return { kind: 'resumed', id: next.id, at }
  return { kind: 'came-back', id: next.id, status: next.status }
}

function isAbout({ target }: LabRuleView, row: ExchangeRow): boolean {
  if (target.clientId !== null && target.clientId !== row.clientId) return false
  if (row.method !== 'GET' || row.file === null) return false
  return target.file === null || (target.file.shareId === row.file.shareId && target.file.path === row.file.path)
}

function isSameFile(one: ExchangeRow, other: ExchangeRow): boolean {
  return (
    one.clientId === other.clientId && one.file?.shareId === other.file?.shareId && one.file?.path === other.file?.path
  )
}
