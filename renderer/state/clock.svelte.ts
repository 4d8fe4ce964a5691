import { createContext } from 'svelte'

/** The time of day as it passes, for everything that says how long ago something was. */
export class Clock {
  /** Milliseconds since the epoch, moved on about once a second. */
  now = $state(Date.now())

  /** Starts to tick; gives the function that stops it. */
  start(): () => void {
    const timer = setInterval(() => {
      this.now = Date.now()
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }
}

export const [getClock, setClock] = createContext<Clock>()
