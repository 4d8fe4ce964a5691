import type { DigestedSpan, DigestView } from '../../../preload/digest-views'
import type { ExchangeRow } from '../../../preload/views'

/** A digest as main would tell it of a row: of the whole where all of it was sent, else of each request's octets. */
export function fakeDigest(row: ExchangeRow, others: readonly ExchangeRow[]): DigestView {
  const spans = [...others, row].flatMap(({ id, file, sentBytes }): readonly DigestedSpan[] => {
    const start = file?.ranges[0]?.[0] ?? 0
    return file === null ? [] : [{ start, end: start + sentBytes, sha256: fakeHash(id), exchangeIds: [id] }]
  })
  const isWhole = row.sentBytes === row.file?.size
  return { kind: 'done', at: row.at, whole: isWhole ? fakeHash(0) : null, spans: isWhole ? [] : spans, leftOut: 0 }
}

function fakeHash(seed: number): string {
  return Array.from({ length: 64 }, (_, at) => ((at * 7 + seed * 13 + at * at * 3) % 16).toString(16)).join('')
}
