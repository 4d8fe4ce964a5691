import type { MenuItemConstructorOptions as Item } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { menuTemplate } from '../../main/app/menu'
import type { MenuActions, MenuState } from '../../main/app/menu'
import { textsFor } from '../../main/app/texts'

vi.mock('electron', () => ({ Menu: {} }))

const STATE: MenuState = {
  texts: textsFor('en', ''),
  theme: 'dark',
  language: 'system',
  serving: true,
  platform: 'linux',
}

function actions(): MenuActions {
  return {
    shareFolder: vi.fn(),
    shareFiles: vi.fn(),
    startServing: vi.fn(),
    stopServing: vi.fn(),
    openInBrowser: vi.fn(),
    openReference: vi.fn(),
    changeSettings: vi.fn(),
    ask: vi.fn(),
  }
}

function allItems(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])])
}

function click(items: readonly Item[], id: string): void {
  const item = allItems(items).find((each) => each.id === id)
  ;(item?.click as (() => void) | undefined)?.()
}

describe('menuTemplate', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('gives every item on %s a word of its own', (platform) => {
    const labels = allItems(menuTemplate({ ...STATE, platform }, actions()))
      .filter(({ type }) => type !== 'separator')
      .map(({ label }) => label)
    expect(labels.every((label) => label !== undefined && label !== '')).toBe(true)
  })

  it('has the settings and the way out in the app menu on macOS, and under File elsewhere', () => {
    const tops = (platform: NodeJS.Platform): unknown =>
      menuTemplate({ ...STATE, platform }, actions()).map((top) => [
        top.label,
        allItems([top]).some(({ id }) => id === 'open-settings'),
        allItems([top]).some(({ role }) => role === 'quit'),
      ])
    expect(tops('darwin')).toEqual([
      ['Porthole', true, true],
      ['&File', false, false],
      ['&Edit', false, false],
      ['&View', false, false],
      ['&Window', false, false],
      ['&Help', false, false],
    ])
    const plain = ['&Edit', '&View', '&Window', '&Help'].map((label) => [label, false, false])
    expect(tops('win32')).toEqual([['&File', true, true], ...plain])
  })

  it('offers to stop while serving, and to start while not', () => {
    const enabled = (serving: boolean): unknown =>
      Object.fromEntries(
        allItems(menuTemplate({ ...STATE, serving }, actions()))
          .filter(({ id }) => /serving|address|browser/.test(id ?? ''))
          .map(({ id, enabled }) => [id, enabled]),
      )
    const whenServing = { 'stop-serving': true, 'copy-address': true, 'open-in-browser': true }
    expect(enabled(true)).toEqual({ 'start-serving': false, ...whenServing })
    const whenStopped = { 'stop-serving': false, 'copy-address': false, 'open-in-browser': false }
    expect(enabled(false)).toEqual({ 'start-serving': true, ...whenStopped })
  })

  it('marks the theme and the language that are set', () => {
    const checked = allItems(menuTemplate(STATE, actions())).filter((item) => item.checked)
    expect(checked.map(({ id }) => id)).toEqual(['theme-dark', 'language-system'])
  })

  it('sets going what it says', () => {
    const done = actions()
    const items = menuTemplate(STATE, done)
    click(items, 'share-folder')
    click(items, 'stop-serving')
    click(items, 'theme-light')
    click(items, 'language-zh-CN')
    click(items, 'find')
    click(items, 'reference-semantics')
    expect(done.shareFolder).toHaveBeenCalledOnce()
    expect(done.stopServing).toHaveBeenCalledOnce()
    expect(vi.mocked(done.changeSettings).mock.calls).toEqual([[{ theme: 'light' }], [{ language: 'zh-CN' }]])
    expect(vi.mocked(done.ask).mock.calls).toEqual([['find']])
    expect(vi.mocked(done.openReference).mock.calls).toEqual([[{ document: 'rfc9110', section: null }]])
  })
})
