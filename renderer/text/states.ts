import { messages } from './message'

/** One word or two for where an exchange or a client stands: beside its icon, in legends, titles and labels. */
export const states = messages({
  receiving: { en: 'reading the request…', 'zh-CN': '正在读取请求…' },
  sending: { en: 'sending', 'zh-CN': '正在发送' },
  stalled: { en: 'stalled', 'zh-CN': '已停滞' },
  complete: { en: 'complete', 'zh-CN': '已完成' },
  partial: { en: 'part of the file, as asked', 'zh-CN': '按要求发送了一部分' },
  notModified: { en: 'not modified', 'zh-CN': '未修改' },
  abortedByClient: { en: 'ended early by the client', 'zh-CN': '客户端提前结束' },
  abortedByServer: { en: 'ended early by Porthole', 'zh-CN': 'Porthole 提前结束' },
  error: { en: 'error', 'zh-CN': '出错' },
  malformed: { en: 'malformed', 'zh-CN': '格式有误' },

  active: { en: 'downloading', 'zh-CN': '正在下载' },
  idle: { en: 'connected, nothing under way', 'zh-CN': '已连接，暂无传输' },
  gone: { en: 'gone', 'zh-CN': '已离开' },
})
