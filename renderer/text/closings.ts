import { messages } from './message'

/** Why a connection ended, in the few words that a cell has room for. By `CloseCause`. */
export const closings = messages({
  'client-closed': { en: 'client closed', 'zh-CN': '客户端关闭' },
  'client-reset': { en: 'client broke off', 'zh-CN': '客户端中断' },
  'client-asked': { en: 'client asked', 'zh-CN': '客户端要求' },
  'idle-timeout': { en: 'idle too long', 'zh-CN': '空闲超时' },
  'head-timeout': { en: 'head too slow', 'zh-CN': '请求头超时' },
  'content-timeout': { en: 'content too slow', 'zh-CN': '内容超时' },
  'stalled-reader': { en: 'took nothing', 'zh-CN': '长时间未接收' },
  'protocol-fault': { en: 'broke HTTP', 'zh-CN': '不符合 HTTP' },
  'content-unread': { en: 'content not read', 'zh-CN': '内容未读取' },
  'file-changed': { en: 'file changed', 'zh-CN': '文件被修改' },
  'read-error': { en: 'drive error', 'zh-CN': '磁盘出错' },
  'handler-failed': { en: 'fault in Porthole', 'zh-CN': 'Porthole 故障' },
  'server-asked': { en: 'Porthole closed', 'zh-CN': 'Porthole 关闭' },
  'over-limit': { en: 'too many', 'zh-CN': '连接过多' },
  'server-stopped': { en: 'serving stopped', 'zh-CN': '共享已停止' },
  'user-disconnected': { en: 'you disconnected', 'zh-CN': '你断开了' },
})

/** Tells the causes that have words from any other. */
export function isClosing(code: string | undefined): code is keyof typeof closings {
  return code !== undefined && Object.hasOwn(closings, code)
}
