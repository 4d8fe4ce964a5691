import type { Session } from './state/session.svelte'
import { chooseLanguage } from './text/catalogue'
import type { Texts } from './text/texts.svelte'

/** Keeps the language, the theme and the density of the page as they are set. Called while its root component is made. */
export function dressPage(session: Session, texts: Texts): void {
  $effect(() => {
    const { language, theme, density } = session.settings.current
    // In the console the reader's system is the browser's, not the one that serves.
    const ofSystem = session.host?.shell === 'desktop' ? session.host.language : navigator.language
    texts.language = chooseLanguage(language, ofSystem)
    const root = document.documentElement
    root.lang = texts.language
    root.dataset.density = density
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
  })
}
