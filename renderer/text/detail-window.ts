import { chinese, english } from './format'
import { messages } from './message'

/** The window that shows one request alone. */
export const detailWindow = messages({
  title: {
    en: (request: string) => `${request} – Porthole`,
    'zh-CN': (request: string) => `${request} – Porthole`,
  },
  head: { en: 'The request', 'zh-CN': '请求' },
  onConnection: {
    en: (connectionId: number, ordinal: number) =>
      `Connection ${String(connectionId)}, request ${english.count(ordinal)}`,
    'zh-CN': (connectionId: number, ordinal: number) =>
      `连接 ${String(connectionId)}，第 ${chinese.count(ordinal)} 个请求`,
  },
  previous: { en: 'Previous on this connection', 'zh-CN': '同一连接的上一个' },
  next: { en: 'Next on this connection', 'zh-CN': '同一连接的下一个' },
  gone: {
    en: (id: number) => `Request ${english.count(id)} has left memory. Nothing is kept of it.`,
    'zh-CN': (id: number) => `请求 ${chinese.count(id)} 已移出内存，没有保留任何内容。`,
  },
  openOwn: { en: 'Open in a window of its own', 'zh-CN': '在独立窗口中打开' },
  hintConnection: { en: 'same connection', 'zh-CN': '同一连接' },
  hintTabs: { en: 'parts', 'zh-CN': '分页' },
})
