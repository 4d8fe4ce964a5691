/** The window's colours before and behind its page. */
import { nativeTheme } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Settings } from '../../preload/settings'

/** `--bg` of renderer/styles/tokens.css, so that nothing flashes while the page loads. */
const BACKGROUND = { light: '#fffefb', dark: '#1b1a18' } as const

/** Makes the system's parts of the app, and `prefers-color-scheme` in the page, follow the setting. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme
}

/** Gives the colour that a window has until its page is drawn, and behind it while it is resized. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light
}

/** Keeps the window's background in step with the theme for as long as the window lives. */
export function followTheme(window: BrowserWindow): void {
  const update = (): void => {
    window.setBackgroundColor(backgroundColor())
  }
  nativeTheme.on('updated', update)
  window.once('closed', () => {
    nativeTheme.off('updated', update)
  })
}
