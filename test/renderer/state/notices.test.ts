import { describe, expect, it } from 'vitest'
import { Notices } from '../../../renderer/state/notices.svelte'

describe('Notices', () => {
  it('gives the value of a command that succeeds', async () => {
    const notices = new Notices()
    expect(await notices.settle(Promise.resolve({ ok: true, value: 7 }))).toBe(7)
    expect(notices.all).toEqual([])
  })

  it('tells of a refusal, and counts it when it happens again', async () => {
    const notices = new Notices()
    const refusal = { ok: false, fault: { code: 'share-not-found', about: 'Photos' } } as const
    await notices.settle(Promise.resolve(refusal))
    await notices.settle(Promise.resolve(refusal))
    expect(notices.all.map(({ fault, count }) => [fault.code, count])).toEqual([['share-not-found', 2]])
  })

  it('tells of a rejection as a bug with a report', async () => {
    const notices = new Notices()
    await notices.settle(Promise.reject(new Error('boom')))
    expect(notices.all[0]?.report).toContain('boom')
  })

  it('shows its own before those of main, and lets each be dismissed', () => {
    const notices = new Notices()
    notices.replace([{ id: 3, fault: { code: 'settings-corrupt' }, at: 0, report: null }])
    notices.tell({ code: 'unknown-id' })
    expect(notices.all.map(({ noticeId }) => noticeId)).toEqual([null, 3])
    for (const told of notices.all) notices.dismiss(told)
    expect(notices.all).toEqual([])
  })
})
