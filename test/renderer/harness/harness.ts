/**
 * Draws the window over a scene, without main: `?scene=busy&theme=dark&lang=zh-CN&select=9301&open=settings`.
 * For looking at every state, and for measuring; never part of the product.
 */
import { mount } from 'svelte'
import Window from '../../../renderer/Window.svelte'
import { forgetful } from '../../../renderer/state/remembered'
import '../../../renderer/styles/tokens.css'
import '../../../renderer/styles/base.css'
import { FakeApi } from './fake-api'
import { scenes } from './scenes'

const query = new URLSearchParams(location.search)
const scene = scenes[query.get('scene') ?? 'busy']
const target = document.querySelector('#app')
if (scene === undefined || target === null) throw new Error('Cannot draw the scene: there is none of this name')

const settings = {
  ...scene.snapshot.settings,
  theme: query.get('theme') === 'dark' ? 'dark' : 'light',
  language: query.get('lang') === 'zh-CN' ? 'zh-CN' : 'en',
  density: query.get('density') === 'compact' ? 'compact' : 'comfortable',
} as const
const api = new FakeApi({ ...scene, snapshot: { ...scene.snapshot, settings } })
Object.assign(window, { fakeApi: api })

const afterDrawing = (callback: () => void): void => void requestAnimationFrame(callback)
mount(Window, { target, props: { carrier: { api, link: null }, arrangement: forgetful(), afterDrawing } })
