/** Saving a file from the window, as a person does it in each shell. */
import type { Page } from '@playwright/test'
import { Desktop } from './desktop'
import type { BrowserConsole } from './browser-console'

/**
 * Does what saves a file.
 *
 * @param path where the person wants to have it
 */
export async function saveTo(path: string, opened: Desktop | BrowserConsole, act: () => Promise<void>): Promise<void> {
  const saving = opened instanceof Desktop ? chooseInDialog(opened, path) : fetchInBrowser(opened.page, path)
  await saving(act)
}

type Saving = (act: () => Promise<void>) => Promise<void>

/** In the desktop a person chooses the place in the system's dialog. */
function chooseInDialog({ app }: Desktop, path: string): Saving {
  return async (act) => {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    await act()
  }
}

/** In the console the browser fetches it. */
function fetchInBrowser(page: Page, path: string): Saving {
  return async (act) => {
    const [download] = await Promise.all([page.waitForEvent('download'), act()])
    await download.saveAs(path)
  }
}
