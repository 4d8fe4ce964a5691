/** Entry of every window: connects to main and draws the app, or the one request that the address names. */
import { mount } from 'svelte'
import { exchangeInAddress } from '../preload/detail-address'
import { connect } from './api'
import DetailWindow from './DetailWindow.svelte'
import { forgetful, type Arrangement } from './state/remembered'
import './styles/tokens.css'
import './styles/base.css'
import Window from './Window.svelte'

/** A hidden page draws nothing: it still says how far it has come, only later. */
const HIDDEN_PAGE_MS = 1000

/** Calls back after the next frame, or after a second where no frame is drawn. */
function afterDrawing(callback: () => void): void {
  let pending = true
  const once = (): void => {
    if (!pending) return
    pending = false
    clearTimeout(timer)
    callback()
  }
  const timer = setTimeout(once, HIDDEN_PAGE_MS)
  requestAnimationFrame(once)
}

/** Browsers may refuse storage to a page, by throwing as soon as it is looked at. */
function openArrangement(): Arrangement {
  try {
    return window.localStorage
  } catch {
    return forgetful()
  }
}

const target = document.querySelector('#app')
if (target === null) throw new Error('Cannot draw the window: index.html has no #app')
const props = { carrier: connect(), arrangement: openArrangement(), afterDrawing }
const exchangeId = exchangeInAddress(location.href)
if (exchangeId === null) mount(Window, { target, props })
else mount(DetailWindow, { target, props: { ...props, exchangeId } })
