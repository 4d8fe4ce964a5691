/** The window as a person sees it: what to look for, by role and by word. The same in the desktop and the console. */
import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

export class PortholeWindow {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The address in the toolbar. */
  get address(): Locator {
    return this.page.getByRole('button', { name: /^http:\/\// }).first()
  }

  get table(): Locator {
    return this.page.getByRole('grid', { name: /^(Requests|请求)$/ })
  }

  get banners(): Locator {
    return this.page.locator('.banner')
  }

  /** Gives a command as a script in the page would; resolves with what main answers. */
  ask(command: string, argument?: unknown): Promise<unknown> {
    return this.page.evaluate(
      ([name, value]) => {
        const { porthole } = globalThis as unknown as { porthole: Record<string, (value: unknown) => Promise<unknown>> }
        return porthole[name]?.(value)
      },
      [command, argument] as const,
    )
  }

  /** Waits until it serves, and gives the origin that it shows: `http://127.0.0.1:PORT`. */
  async origin(): Promise<string> {
    await expect(this.address).toBeVisible()
    return ((await this.address.textContent()) ?? '').trim()
  }

  /** The row of a request, by what stands at the beginning of its label, such as `GET /film.mkv`. */
  row(label: string | RegExp): Locator {
    const name = typeof label === 'string' ? new RegExp(`^${escapeRegExp(label)}(?= |,)`) : label
    return this.table.getByRole('row', { name })
  }

  /** How many requests the table holds, those out of sight included. */
  async rowCount(): Promise<number> {
    if (!(await this.table.isVisible())) return 0
    return Number(await this.table.getAttribute('aria-rowcount')) - 1
  }

  /** Stops or starts to serve by the menu in the toolbar. */
  async chooseServing(item: 'Stop serving' | 'Start serving'): Promise<void> {
    await this.page.getByRole('button', { name: /^(Serving|Stopped|Cannot serve)/ }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  /** Closes a sheet: a key that is pressed while it still closes belongs to it. */
  async closeSheet(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }

  async openSettings(section: 'Address' | 'Visitors' | 'Limits' | 'Appearance'): Promise<void> {
    await this.page.getByRole('button', { name: 'Settings' }).click()
    await this.page.getByRole('dialog').getByRole('button', { name: section }).click()
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
