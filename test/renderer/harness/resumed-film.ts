/** One film, fetched by one phone in four requests: the figures of the design's picture of the Transfer tab. */
import type { TransferTime, TransferView } from '../../../preload/transfer-views'

const GB = 1e9
const MB = 1e6
export const FILM_SIZE = 4_702_883_840

/** The requests by their ids: what each asked for, and how much of it was sent. */
export const filmRequests = [
  { id: 9292, first: 0, sentBytes: 1.07 * GB },
  { id: 9293, first: 0.95 * GB, sentBytes: 0.2 * GB },
  { id: 9294, first: FILM_SIZE - 4.9 * MB, sentBytes: 4.9 * MB },
] as const

export const resumedFilm: TransferView = {
  id: 7,
  clientId: 2,
  shareId: 1,
  path: 'films/lighthouse-4k.mkv',
  size: FILM_SIZE,
  entityTag: '"1a9f-118518d40-18c3"',
  state: 'incomplete',
  covered: [
    [0, 1_073_741_824 + 2.27 * GB],
    [FILM_SIZE - 4.9 * MB, FILM_SIZE],
  ],
  coveredBytes: 1_073_741_824 + 2.27 * GB + 4.9 * MB,
  twice: [[0.95 * GB, 1.15 * GB]],
  twiceBytes: 0.2 * GB,
  missingBytes: FILM_SIZE - 1_073_741_824 - 2.27 * GB - 4.9 * MB,
  exchangeIds: [9292, 9293, 9294, 9301],
  exchanges: 4,
  resumes: 3,
  segments: 1,
  startedAt: 0,
  progressAt: 0,
  endedAt: 0,
}

/** 59.4 s in which the phone was mostly waited for. */
export const filmTime: TransferTime = {
  sampleMs: 1000,
  elapsedMs: 59_400,
  samples: Array.from({ length: 60 }, (_, second) => {
    const isSlow = second < 4 || (second > 27 && second < 31)
    const rate = (isSlow ? 16 + second / 4 : 38 + 5 * Math.sin(second * 1.3)) * MB
    const readMs = second < 4 ? 300 : 25
    return [
      second === 59 ? rate * 0.4 : rate,
      readMs * (second === 59 ? 0.4 : 1),
      second === 59 ? 370 : 940 - readMs,
    ] as const
  }),
}
