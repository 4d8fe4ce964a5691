/** From when to when a connection was open; null while it is. */
export interface OpenSpan {
  readonly openedAt: number
  readonly closedAt: number | null
}

/** A connection that is kept open is closed after so long without a request (`DEFAULT_LIMITS.idleTimeoutMs`). */
const KEPT_OPEN_MS = 15_000

/**
 * Counts the connections that a client need not have opened: each began soon after another of its connections had
 * ended, which could have carried on instead. One that ended saves one handshake at most.
 *
 * @param spans in the order in which they were opened
 */
export function countExtraHandshakes(spans: readonly OpenSpan[]): number {
  const endings = spans
    .flatMap(({ closedAt }) => (closedAt === null ? [] : [closedAt]))
    .sort((one, other) => one - other)
  let next = 0
  let extra = 0
  for (const { openedAt } of spans) {
    // Those that had ended too long before would have been closed as idle by now.
    while ((endings[next] ?? Infinity) < openedAt - KEPT_OPEN_MS) next += 1
    if ((endings[next] ?? Infinity) > openedAt) continue
    next += 1
    extra += 1
  }
  return extra
}
