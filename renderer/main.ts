/** Entry of the window: connects to main and draws the app. */
import { mount } from 'svelte'
import { connect } from './api'
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
mount(Window, { target, props: { carrier: connect(), arrangement: openArrangement(), afterDrawing } })
