import type { TransferView } from '../../../preload/transfer-views'

/** A transfer like any other, but for what a test speaks of. */
export function transferView(different: Partial<TransferView>): TransferView {
  return {
    id: 1,
    clientId: 1,
    shareId: 1,
    path: 'films/lighthouse-4k.mkv',
    size: 1000,
    entityTag: '"1"',
    state: 'incomplete',
    covered: [[0, 400]],
    coveredBytes: 400,
    twice: [],
    twiceBytes: 0,
    missingBytes: 600,
    exchangeIds: [1, 2],
    exchanges: 2,
    resumes: 1,
    segments: 1,
    startedAt: 0,
    progressAt: 0,
    endedAt: 0,
    ...different,
  }
}
