/** What the filter's tests know besides their rows: three clients, and heads by the remainder of a row's number. */
import type { FilterContext } from '../../../renderer/filter/compile'
import { NO, UNKNOWN, YES } from '../../../renderer/filter/verdict'
import { nameStatus } from '../../../renderer/text/requests'

const NOW = Date.UTC(2026, 6, 1, 14, 6)
const clients = new Map([
  [1, { name: 'Anna’s phone', address: '192.168.1.31' }],
  [2, { name: null, address: '2001:db8::7' }],
  [3, { name: 'build-07', address: '10.0.0.9' }],
])

export const filterContext: FilterContext = {
  client: (id) => clients.get(id),
  heads: { verdict: (_, id) => (id % 3 === 0 ? UNKNOWN : id % 3 === 1 ? YES : NO) },
  nameStatus,
  now: () => NOW,
  elapsed: () => 0,
}
