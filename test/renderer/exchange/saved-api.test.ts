import { describe, expect, it } from 'vitest'
import type { PortholeApi } from '../../../preload/contract'
import type { HostView } from '../../../preload/views'
import { savedApi } from '../../../renderer/exchange/saved-api'
import { client, settings } from '../harness/scenes'
import { exchangeRow } from '../requests/exchange-row'

const HOST: HostView = { shell: 'desktop', platform: 'linux', hostName: 'x', version: '1', language: 'en' }
const api = savedApi(
  {
    kind: 'session',
    name: 'evening.ndjson',
    savedAt: 1000,
    rows: [exchangeRow({ id: 3, sentBytes: 5 }), exchangeRow({ id: 9, sentBytes: 6 })],
    clients: [client(1, { saved: { head: { times: 1, bytes: 7 } } }), client(2, {})],
    problems: [],
    leftOut: 0,
    isWhole: true,
    readDetail: async () => null,
  },
  { api: { shell: 'desktop' } as PortholeApi, settings, host: HOST },
)

describe('savedApi', () => {
  it('shows what was saved, and that nothing is served from it', async () => {
    expect(await api.takeSnapshot(undefined)).toMatchObject({
      rows: [{ id: 3 }, { id: 9 }],
      totals: { exchanges: 2, active: 0, sentBytes: 11, saved: { head: { times: 1, bytes: 7 } } },
      shares: [],
      serving: { state: 'stopped', addresses: [] },
      host: HOST,
    })
  })

  it('refuses what would change something, and says why', async () => {
    const refused = { ok: false, fault: { code: 'saved-session' } }
    expect(await api.markExchanges({ ids: [3], mark: 1 })).toEqual(refused)
    expect(await api.askOurselves({ kind: 'again', exchangeId: 3, variation: 'same' })).toEqual(refused)
    expect(await api.startServing({ port: null, orNextFree: false })).toEqual(refused)
  })

  it('has no file to compute a digest from', async () => {
    expect(await api.computeDigest(3)).toEqual({ ok: false, fault: { code: 'saved-session' } })
    expect(await api.readDigest(3)).toBe(null)
  })

  it('says that heads were not searched, rather than that nothing was found', async () => {
    const terms = [{ side: 'request', field: 'host', test: null }] as const
    expect(await api.searchHeads({ terms, afterId: 3, again: [] })).toEqual({
      matches: [[]],
      gone: [9],
      open: [],
      searchedTo: 9,
      more: false,
    })
  })
})
