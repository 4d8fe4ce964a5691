/** The application menu. It does what the window can do too, and asks the window for what only the window can. */
import { Menu } from 'electron'
import type { MenuItemConstructorOptions as Item } from 'electron'
import type { MenuCommand } from '../../preload/contract'
import type { Reference } from '../../preload/references'
import type { Settings, SettingsChange } from '../../preload/settings'
import type { Texts } from './texts'

/** What the items of the menu set going. */
export interface MenuActions {
  readonly shareFolder: () => void
  readonly shareFiles: () => void
  readonly startServing: () => void
  readonly stopServing: () => void
  readonly openInBrowser: () => void
  readonly openReference: (reference: Reference) => void
  readonly changeSettings: (change: SettingsChange) => void
  /** Asks the window, which opens first if it is closed. */
  readonly ask: (command: MenuCommand) => void
}

/** What the menu shows; a new menu is made when any of it changes. */
export interface MenuState {
  readonly texts: Texts
  readonly theme: Settings['theme']
  readonly language: Settings['language']
  readonly serving: boolean
  readonly platform: NodeJS.Platform
}

/** Puts the menu in place, on macOS at the top of the screen, elsewhere in the window. */
export function showMenu(state: MenuState, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(state, actions)]))
}

/** Gives the menu as a template. Pure: the platform is part of the state. */
export function menuTemplate(state: MenuState, actions: MenuActions): readonly Item[] {
  return [
    ...(state.platform === 'darwin' ? [appMenu(state.texts, actions)] : []),
    fileMenu(state, actions),
    editMenu(state.texts),
    viewMenu(state, actions),
    windowMenu(state),
    helpMenu(state, actions),
  ]
}

const SEPARATOR: Item = { type: 'separator' }

function appMenu(texts: Texts, actions: MenuActions): Item {
  return {
    role: 'appMenu',
    label: 'Porthole',
    submenu: [
      { role: 'about', label: texts.about },
      SEPARATOR,
      settingsItem(texts, actions),
      SEPARATOR,
      { role: 'services', label: texts.services },
      SEPARATOR,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      SEPARATOR,
      { role: 'quit', label: texts.quit },
    ],
  }
}

function settingsItem(texts: Texts, actions: MenuActions): Item {
  return asking('open-settings', { label: texts.settings, accelerator: 'CmdOrCtrl+,' }, actions)
}

function asking(command: MenuCommand, item: Item, actions: MenuActions): Item {
  return {
    id: command,
    ...item,
    click: () => {
      actions.ask(command)
    },
  }
}

function fileMenu({ texts, serving, platform }: MenuState, actions: MenuActions): Item {
  const closing: readonly Item[] =
    platform === 'darwin'
      ? [{ role: 'close', label: texts.closeWindow }]
      : [settingsItem(texts, actions), SEPARATOR, { role: 'quit', label: texts.quit }]
  return {
    label: texts.file,
    submenu: [
      { id: 'share-folder', label: texts.shareFolder, accelerator: 'CmdOrCtrl+O', click: actions.shareFolder },
      { id: 'share-files', label: texts.shareFiles, accelerator: 'CmdOrCtrl+Shift+O', click: actions.shareFiles },
      SEPARATOR,
      { id: 'start-serving', label: texts.startServing, enabled: !serving, click: actions.startServing },
      { id: 'stop-serving', label: texts.stopServing, enabled: serving, click: actions.stopServing },
      SEPARATOR,
      asking('copy-address', { label: texts.copyAddress, enabled: serving, ...shownOnly('CmdOrCtrl+L') }, actions),
      { id: 'open-in-browser', label: texts.openInBrowser, enabled: serving, click: actions.openInBrowser },
      SEPARATOR,
      ...closing,
    ],
  }
}

/** The window listens for these keys itself, because it knows when somebody is typing: the menu only names them. */
function shownOnly(accelerator: string): Item {
  return { accelerator, registerAccelerator: false }
}

function editMenu(texts: Texts): Item {
  return {
    label: texts.edit,
    submenu: [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
      SEPARATOR,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      { role: 'selectAll', label: texts.selectAll },
    ],
  }
}

function viewMenu(state: MenuState, actions: MenuActions): Item {
  const { texts } = state
  return {
    label: texts.view,
    submenu: [
      asking('show-palette', { label: texts.palette, ...shownOnly('CmdOrCtrl+K') }, actions),
      asking('find', { label: texts.find, ...shownOnly('CmdOrCtrl+F') }, actions),
      asking('open-detail-window', { label: texts.openDetailWindow, ...shownOnly('Shift+Enter') }, actions),
      asking('toggle-detail', { label: texts.toggleDetail, ...shownOnly('CmdOrCtrl+\\') }, actions),
      asking('clear-log', { label: texts.clearLog }, actions),
      SEPARATOR,
      { label: texts.theme, submenu: themeChoices(state, actions) },
      { label: texts.language, submenu: languageChoices(state, actions) },
      SEPARATOR,
      { role: 'resetZoom', label: texts.zoomReset },
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      SEPARATOR,
      { role: 'togglefullscreen', label: texts.fullScreen },
    ],
  }
}

function themeChoices({ texts, theme: chosen }: MenuState, actions: MenuActions): Item[] {
  const labels = { system: texts.themeSystem, light: texts.themeLight, dark: texts.themeDark }
  return (['system', 'light', 'dark'] as const).map((theme) => ({
    id: `theme-${theme}`,
    label: labels[theme],
    type: 'radio',
    checked: theme === chosen,
    click: () => {
      actions.changeSettings({ theme })
    },
  }))
}

/** Each language calls itself by its own name, or whoever needs the other could not find the way. */
function languageChoices({ texts, language: chosen }: MenuState, actions: MenuActions): Item[] {
  const labels = { system: texts.languageSystem, en: 'English', 'zh-CN': '简体中文' }
  return (['system', 'en', 'zh-CN'] as const).map((language) => ({
    id: `language-${language}`,
    label: labels[language],
    type: 'radio',
    checked: language === chosen,
    click: () => {
      actions.changeSettings({ language })
    },
  }))
}

function windowMenu({ texts, platform }: MenuState): Item {
  const rest: readonly Item[] =
    platform === 'darwin'
      ? [{ role: 'zoom', label: texts.zoomWindow }, SEPARATOR, { role: 'front', label: texts.bringToFront }]
      : [{ role: 'close', label: texts.closeWindow }]
  return { role: 'window', label: texts.window, submenu: [{ role: 'minimize', label: texts.minimize }, ...rest] }
}

function helpMenu({ texts, platform }: MenuState, actions: MenuActions): Item {
  const reference = (name: 'semantics' | 'messageSyntax', document: Reference['document']): Item => ({
    id: `reference-${name}`,
    label: texts[name],
    click: () => {
      actions.openReference({ document, section: null })
    },
  })
  return {
    role: 'help',
    label: texts.help,
    submenu: [
      asking('show-lesson', { label: texts.lesson, ...shownOnly('F1') }, actions),
      asking('show-keys', { label: texts.keys }, actions),
      SEPARATOR,
      reference('semantics', 'rfc9110'),
      reference('messageSyntax', 'rfc9112'),
      ...(platform === 'darwin' ? [] : ([SEPARATOR, { role: 'about', label: texts.about }] as const)),
    ],
  }
}
