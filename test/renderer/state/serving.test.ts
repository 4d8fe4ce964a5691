import { describe, expect, it } from 'vitest'
import { Notices } from '../../../renderer/state/notices.svelte'
import { ServingState } from '../../../renderer/state/serving.svelte'
import { SettingsState } from '../../../renderer/state/settings.svelte'
import { FakeApi } from '../harness/fake-api'
import { scenes, serving as view, settings } from '../harness/scenes'

function apiWith(refusals: NonNullable<(typeof scenes)[string]>['refusals'] = {}): FakeApi {
  const { waiting } = scenes
  if (waiting === undefined) throw new Error('Cannot start: there is no scene "waiting"')
  return new FakeApi({ ...waiting, refusals })
}

describe('ServingState', () => {
  it('shows the first address until another is preferred, and goes back when that one is gone', () => {
    const serving = new ServingState(apiWith(), new Notices())
    serving.apply(view)
    expect(serving.address?.origin).toBe('http://192.168.1.20:8080')
    const [, , vpn] = view.addresses
    if (vpn !== undefined) serving.prefer(vpn)
    expect(serving.address?.kind).toBe('vpn')
    expect(serving.alternatives).toHaveLength(4)
    serving.apply({ ...view, addresses: view.addresses.slice(0, 1) })
    expect(serving.address?.kind).toBe('lan')
  })

  it('keeps a taken port in its view, where the next start takes it away', async () => {
    const fault = { code: 'port-in-use', about: '8080', alternative: 8081 } as const
    const notices = new Notices()
    const serving = new ServingState(apiWith({ startServing: { ok: false, fault } }), notices)
    await serving.start(8080)
    expect(serving.view).toMatchObject({ state: 'failed', fault })
    expect(notices.all).toEqual([])
  })

  it('tells of a refusal that is not about listening', async () => {
    const notices = new Notices()
    const serving = new ServingState(
      apiWith({ startServing: { ok: false, fault: { code: 'nothing-shared' } } }),
      notices,
    )
    await serving.start(null)
    expect(notices.all.map(({ fault }) => fault.code)).toEqual(['nothing-shared'])
  })

  it('opens the address that is shown by its place in the list', async () => {
    const api = apiWith()
    const serving = new ServingState(api, new Notices())
    serving.apply(view)
    const [, second] = view.addresses
    if (second !== undefined) serving.prefer(second)
    await serving.open()
    expect(api.asked).toEqual([{ command: 'openAddress', argument: 1 }])
  })
})

describe('SettingsState', () => {
  it('shows a change at once and keeps what main made of it', async () => {
    const state = new SettingsState(apiWith(), new Notices())
    state.apply(settings)
    const changing = state.change({ theme: 'dark' })
    expect(state.current.theme).toBe('dark')
    await changing
    expect(state.current).toEqual({ ...settings, theme: 'dark' })
  })

  it('takes a refused change back', async () => {
    const refusals = { changeSettings: { ok: false, fault: { code: 'settings-unwritable' } } } as const
    const state = new SettingsState(apiWith(refusals), new Notices())
    state.apply(settings)
    await state.change({ theme: 'dark' })
    expect(state.current.theme).toBe('system')
  })
})
