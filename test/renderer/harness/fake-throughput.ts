import type { SecondView, ThroughputView } from '../../../preload/throughput-views'

/** Five minutes in which four clients came one after the other, as main would tell of them; nothing changes after. */
export function fakeThroughput(revision: number): ThroughputView {
  const now = Date.now()
  if (revision > 0) return { revision, now, seconds: [] }
  const last = Math.floor(now / 1000) * 1000
  const seconds = Array.from({ length: 300 }, (_, at) => second(last - (300 - at) * 1000, at))
  return { revision: 1, now, seconds }
}

function second(at: number, index: number): SecondView {
  const wave = (client: number): number => Math.round((12 + 4 * Math.sin(index / (3 + client))) * 1e6)
  const sent = [1, 2, 3, 4].filter((client) => index > client * 45).map((client) => [client, wave(client)] as const)
  const ends = {
    ...(index % 4 === 0 && { '2xx': 1 }),
    ...(index % 37 === 5 && { '4xx': 1 }),
    ...(index === 250 && { malformed: 1 }),
  }
  return { at, sent, ends }
}
