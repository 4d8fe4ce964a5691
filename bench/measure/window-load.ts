/** The requests that the window is measured with: many small ones, of a few kinds. */
import { sendLoad } from '../../test/e2e/support/load'
import type { Load } from '../../test/e2e/support/load'

const PER_SECOND = 2000

/** Of every 25 requests so many; as fast as the server answers them on a machine of two cores. */
const MIX: readonly (Pick<Load, 'path' | 'status' | 'fieldLines'> & { readonly share: number })[] = [
  { path: '/a.txt', share: 20 },
  { path: '/page.html', share: 3 },
  { path: '/missing-1.txt', status: 404, share: 1 },
  { path: '/ranged.txt', fieldLines: 'Range: bytes=0-\r\nIf-Range: "other"\r\n', share: 1 },
]
const SHARES = MIX.reduce((sum, { share }) => sum + share, 0)

/** Sends so many requests, the kinds mixed; gives how many were answered. */
export async function fillMixed(origin: string, count: number): Promise<number> {
  const results = await Promise.all(
    MIX.map(({ share, ...load }) => {
      const requestsPerSecond = (PER_SECOND * share) / SHARES
      return sendLoad(origin, { ...load, requestsPerSecond, durationMs: (count / PER_SECOND) * 1000 })
    }),
  )
  return results.reduce((sum, { answered }) => sum + answered, 0)
}

/** What was found out while requests arrived, and how many did. */
export interface UnderLoad<T> {
  readonly result: T
  readonly answered: number
  readonly perSecond: number
}

/** Sends 2,000 small requests a second for as long as `act` takes. */
export async function whileRequestsArrive<T>(origin: string, act: () => Promise<T>): Promise<UnderLoad<T>> {
  const over = new AbortController()
  const load = sendLoad(origin, {
    path: '/a.txt',
    requestsPerSecond: PER_SECOND,
    durationMs: 10 * 60_000,
    signal: over.signal,
  })
  const result = await act().finally(() => {
    over.abort()
  })
  const { answered, elapsedMs } = await load
  return { result, answered, perSecond: Math.round((answered * 1000) / elapsedMs) }
}
