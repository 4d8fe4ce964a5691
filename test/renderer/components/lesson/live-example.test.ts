import { describe, expect, it, vi } from 'vitest'
import type { OwnRequest } from '../../../../preload/own-request'
import { LiveExample } from '../../../../renderer/components/lesson/live-example.svelte'
import { tries, type Try } from '../../../../renderer/components/lesson/tries'
import { Notices } from '../../../../renderer/state/notices.svelte'
import { exchangeDetail } from '../../detail/exchange-detail'
import { exchangeRow } from '../../requests/exchange-row'

const echo = {
  id: 3,
  kind: 'echo',
  name: 'echo',
  mount: '/echo/',
  state: 'available',
  size: null,
  fileCount: null,
  sample: null,
} as const
const file = { ...echo, kind: 'file', mount: '/f.iso' } as const

function open() {
  let id = 100
  const api = {
    askOurselves: vi.fn<(request: OwnRequest) => Promise<{ ok: true; value: { exchangeId: number } }>>(() =>
      Promise.resolve({ ok: true, value: { exchangeId: (id += 1) } }),
    ),
    readDetail: vi.fn((wanted: number) => Promise.resolve(exchangeDetail({ id: wanted }))),
  }
  const notices = new Notices()
  return { api, notices, example: new LiveExample(api, notices) }
}

function firstTry(of: keyof typeof tries): Try {
  const [first] = tries[of]
  if (first === undefined) throw new Error('Cannot try: the chapter has nothing to try')
  return first
}

describe('LiveExample', () => {
  it('shows the best of the log, and goes on showing it while more come', async () => {
    const { example } = open()
    await example.show('request', [exchangeRow({ id: 1 })])
    await example.show('request', [exchangeRow({ id: 1 }), exchangeRow({ id: 2 })])
    expect(example.detail?.row.id).toBe(1)
    await example.show('response', [exchangeRow({ id: 2 })])
    expect(example.detail?.row.id).toBe(2)
  })

  it('shows nothing of the last chapter where this one has nothing', async () => {
    const { example } = open()
    await example.show('request', [exchangeRow({ id: 1 })])
    await example.show('caching', [exchangeRow({ id: 1 })])
    expect(example.detail).toBeNull()
  })

  it('asks step by step, each building on the one before, and shows the last', async () => {
    const { api, example } = open()
    await example.show('caching', [])
    await example.ask(firstTry('caching'), [file])
    expect(api.askOurselves.mock.calls).toEqual([
      [{ kind: 'new', method: 'GET', target: '/f.iso', fields: [], content: null }],
      [{ kind: 'again', exchangeId: 101, variation: 'if-none-match' }],
    ])
    expect([example.detail?.row.id, example.asking]).toEqual([102, false])
  })

  it('tells of a refusal and can be asked again', async () => {
    const { api, notices, example } = open()
    api.askOurselves.mockResolvedValueOnce({ ok: false, fault: { code: 'not-serving' } } as never)
    await example.show('request', [])
    await example.ask(firstTry('request'), [echo])
    expect([notices.all.map(({ fault }) => fault.code), example.asking, example.detail]).toEqual([
      ['not-serving'],
      false,
      null,
    ])
  })

  it('drops an answer that comes after the reader has gone on', async () => {
    const { example } = open()
    await example.show('request', [])
    const asked = example.ask(firstTry('request'), [echo])
    await example.show('methods', [])
    await asked
    expect([example.detail, example.asking]).toEqual([null, false])
  })
})
