/** The words of what the system draws for us: menus and dialogs. The window's own are in `renderer/text`. */

/** The languages there are. */
export type Language = 'en' | 'zh-CN'

type Text = { readonly [L in Language]: string }

const catalogue = {
  file: { en: '&File', 'zh-CN': '文件(&F)' },
  shareFolder: { en: 'Share Folder…', 'zh-CN': '共享文件夹…' },
  shareFiles: { en: 'Share Files…', 'zh-CN': '共享文件…' },
  startServing: { en: 'Start Serving', 'zh-CN': '开始共享' },
  stopServing: { en: 'Stop Serving', 'zh-CN': '停止共享' },
  copyAddress: { en: 'Copy Address', 'zh-CN': '复制地址' },
  openInBrowser: { en: 'Open in Browser', 'zh-CN': '在浏览器中打开' },
  closeWindow: { en: 'Close Window', 'zh-CN': '关闭窗口' },
  settings: { en: 'Settings…', 'zh-CN': '设置…' },
  about: { en: 'About Porthole', 'zh-CN': '关于 Porthole' },
  services: { en: 'Services', 'zh-CN': '服务' },
  hide: { en: 'Hide Porthole', 'zh-CN': '隐藏 Porthole' },
  hideOthers: { en: 'Hide Others', 'zh-CN': '隐藏其他' },
  showAll: { en: 'Show All', 'zh-CN': '全部显示' },
  quit: { en: 'Quit Porthole', 'zh-CN': '退出 Porthole' },
  edit: { en: '&Edit', 'zh-CN': '编辑(&E)' },
  undo: { en: 'Undo', 'zh-CN': '撤销' },
  redo: { en: 'Redo', 'zh-CN': '重做' },
  cut: { en: 'Cut', 'zh-CN': '剪切' },
  copy: { en: 'Copy', 'zh-CN': '复制' },
  paste: { en: 'Paste', 'zh-CN': '粘贴' },
  selectAll: { en: 'Select All', 'zh-CN': '全选' },
  view: { en: '&View', 'zh-CN': '视图(&V)' },
  find: { en: 'Find', 'zh-CN': '查找' },
  openDetailWindow: { en: 'Request in Its Own Window', 'zh-CN': '在独立窗口中打开请求' },
  toggleDetail: { en: 'Toggle Detail', 'zh-CN': '显示或隐藏详情' },
  clearLog: { en: 'Clear Requests', 'zh-CN': '清空请求' },
  theme: { en: 'Theme', 'zh-CN': '主题' },
  themeSystem: { en: 'As the System', 'zh-CN': '跟随系统' },
  themeLight: { en: 'Light', 'zh-CN': '浅色' },
  themeDark: { en: 'Dark', 'zh-CN': '深色' },
  language: { en: 'Language', 'zh-CN': '语言' },
  languageSystem: { en: 'As the System', 'zh-CN': '跟随系统' },
  zoomIn: { en: 'Zoom In', 'zh-CN': '放大' },
  zoomOut: { en: 'Zoom Out', 'zh-CN': '缩小' },
  zoomReset: { en: 'Actual Size', 'zh-CN': '实际大小' },
  fullScreen: { en: 'Toggle Full Screen', 'zh-CN': '切换全屏' },
  window: { en: '&Window', 'zh-CN': '窗口(&W)' },
  minimize: { en: 'Minimize', 'zh-CN': '最小化' },
  zoomWindow: { en: 'Zoom', 'zh-CN': '缩放' },
  bringToFront: { en: 'Bring All to Front', 'zh-CN': '前置全部窗口' },
  help: { en: '&Help', 'zh-CN': '帮助(&H)' },
  palette: { en: 'Commands…', 'zh-CN': '命令面板…' },
  lesson: { en: 'How HTTP Works', 'zh-CN': 'HTTP 的工作原理' },
  keys: { en: 'Keyboard Shortcuts', 'zh-CN': '键盘快捷键' },
  semantics: { en: 'RFC 9110: HTTP Semantics', 'zh-CN': 'RFC 9110：HTTP 语义' },
  messageSyntax: { en: 'RFC 9112: HTTP/1.1', 'zh-CN': 'RFC 9112：HTTP/1.1' },
  chooseFolder: { en: 'Choose folders to share', 'zh-CN': '选择要共享的文件夹' },
  chooseFiles: { en: 'Choose files to share', 'zh-CN': '选择要共享的文件' },
  share: { en: 'Share', 'zh-CN': '共享' },
  saveRequests: { en: 'Save requests', 'zh-CN': '保存请求' },
  requests: { en: 'Requests', 'zh-CN': '请求' },
} satisfies Record<string, Text>

/** Every text that main shows by itself, in one language. */
export type Texts = { readonly [K in keyof typeof catalogue]: string }

/**
 * Gives the texts in the language that was set, or else in the one that the system prefers.
 *
 * @param systemLanguage a BCP 47 tag; every kind of Chinese reads the one we have
 */
export function textsFor(set: Language | 'system', systemLanguage: string): Texts {
  const language = set === 'system' ? systemChoice(systemLanguage) : set
  const spoken = Object.entries(catalogue).map(([key, text]) => [key, text[language]] as const)
  return Object.fromEntries(spoken) as Texts
}

function systemChoice(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en'
}
