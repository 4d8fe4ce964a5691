import { messages } from './message'

/** The sheet of keys: what each does. */
export const keys = messages({
  title: { en: 'Keys', 'zh-CN': '键盘按键' },
  hint: {
    en: 'Single letters rest while you type.',
    'zh-CN': '输入文字时，单字母按键不起作用。',
  },
  everywhere: { en: 'Everywhere', 'zh-CN': '任何位置' },
  inTable: { en: 'In the requests', 'zh-CN': '在请求列表中' },
  inTree: { en: 'In what is shared', 'zh-CN': '在共享列表中' },
  pause: { en: 'Pause or resume the view', 'zh-CN': '暂停或继续显示' },
  follow: { en: 'Follow the newest request', 'zh-CN': '跟随最新请求' },
  copyAddress: { en: 'Copy the address', 'zh-CN': '复制地址' },
  shareFolder: { en: 'Share a folder', 'zh-CN': '共享文件夹' },
  settings: { en: 'Settings', 'zh-CN': '设置' },
  dock: { en: 'Detail right, below, away', 'zh-CN': '详情靠右、靠下、收起' },
  find: { en: 'To the requests', 'zh-CN': '转到请求列表' },
  back: { en: 'Back: close the detail', 'zh-CN': '返回：关闭详情' },
  keys: { en: 'This sheet', 'zh-CN': '显示本页' },
  rows: { en: 'Next and previous request', 'zh-CN': '下一个、上一个请求' },
  pages: { en: 'A page on and back', 'zh-CN': '向后、向前一页' },
  ends: { en: 'First; last and follow', 'zh-CN': '最早；最新并跟随' },
  sameConnection: { en: 'Next, previous on this connection', 'zh-CN': '同一连接的下一个、上一个' },
  sameClient: { en: 'Next, previous of this client', 'zh-CN': '同一客户端的下一个、上一个' },
  problems: { en: 'Next, previous problem', 'zh-CN': '下一个、上一个问题' },
  detail: { en: 'Open the detail', 'zh-CN': '打开详情' },
  open: { en: 'Open, close a folder', 'zh-CN': '展开、收起文件夹' },
  toggle: { en: 'Open or close', 'zh-CN': '展开或收起' },
  menu: { en: 'Menu of this line', 'zh-CN': '此行的菜单' },
})
