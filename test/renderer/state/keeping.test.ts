import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../preload/contract'
import { MOST_KEPT } from '../../../preload/exchange-notes'
import { Keeping } from '../../../renderer/state/keeping.svelte'
import { Notices } from '../../../renderer/state/notices.svelte'
import { RequestLog } from '../../../renderer/state/request-log.svelte'
import { exchangeRow, exchangeRows } from '../requests/exchange-row'

function start(rows = [exchangeRow({ id: 1, mark: 3, pinned: true }), exchangeRow({ id: 2, mark: 3 })]) {
  const log = new RequestLog()
  log.replace(rows)
  const asked: unknown[] = []
  let answer: Answer<null> = { ok: true, value: null }
  const note = (argument: unknown): Promise<Answer<null>> => {
    asked.push(argument)
    return Promise.resolve(answer)
  }
  const notices = new Notices()
  const api = { markExchanges: note, pinExchanges: note, commentExchange: note, abortExchange: note }
  const refuse = (): void => {
    answer = { ok: false, fault: { code: 'kept-full', about: '1000' } }
  }
  return { keeping: new Keeping(api, notices, log), notices, asked, refuse }
}

describe('Keeping', () => {
  it('marks those that have another mark, and takes a mark off that all have', async () => {
    const { keeping, asked } = start()
    expect([await keeping.toggleMark([1, 2], 5), await keeping.toggleMark([1, 2], 3)]).toEqual([5, null])
    expect(asked).toEqual([
      { ids: [1, 2], mark: 5 },
      { ids: [1, 2], mark: null },
    ])
  })

  it('pins those that are not pinned, and lets go where all are', async () => {
    const { keeping, asked } = start()
    expect([await keeping.togglePin([1, 2]), await keeping.togglePin([1])]).toEqual([true, false])
    expect(asked).toEqual([
      { ids: [2], pinned: true },
      { ids: [1], pinned: false },
    ])
  })

  it('asks for nothing that is so already, and nothing of rows that are gone', async () => {
    const { keeping, asked } = start()
    await keeping.mark([1, 2, 99], 3)
    expect(asked).toEqual([])
  })

  it('does not ask to keep more than may be kept, and lets go of many in parts', async () => {
    const many = MOST_KEPT + 1
    const plain = start(exchangeRows(many))
    const ids = Array.from({ length: many }, (_, at) => at + 1)
    await plain.keeping.mark(ids, 1)
    expect([plain.asked, plain.notices.all.map(({ fault }) => fault.code)]).toEqual([[], ['kept-full']])
    const marked = start(exchangeRows(many).map((row) => ({ ...row, mark: 1 as const })))
    await marked.keeping.mark(ids, null)
    expect(marked.asked).toEqual([
      { ids: ids.slice(0, MOST_KEPT), mark: null },
      { ids: [many], mark: null },
    ])
  })

  it('tells why a comment is not kept', async () => {
    const { keeping, notices, asked, refuse } = start()
    refuse()
    await keeping.comment(1, 'Ask Anna')
    expect(asked).toEqual([{ id: 1, text: 'Ask Anna' }])
    expect(notices.all.map(({ fault }) => fault.code)).toEqual(['kept-full'])
  })
})
