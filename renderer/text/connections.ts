import { chinese, english } from './format'
import { messages } from './message'
import { code, rich, strong } from './rich-text'

/** The Connection tab: what a connection carried, when it had nothing to do, and how it ended. */
export const connections = messages({
  loading: { en: 'Fetching the connection…', 'zh-CN': '正在读取连接…' },
  gone: {
    en: 'This connection has left memory with the last of its requests.',
    'zh-CN': '此连接已随其最后一个请求移出内存。',
  },
  failed: { en: 'The connection could not be fetched.', 'zh-CN': '无法读取此连接。' },

  // What happened, in sentences.
  opened: {
    en: (client: string, address: string, time: string) =>
      rich`${strong(client)} opened this connection from ${code(address)} at ${time}.`,
    'zh-CN': (client: string, address: string, time: string) =>
      rich`${strong(client)}于 ${time} 从 ${code(address)} 打开了此连接。`,
  },
  carriedNothing: { en: () => rich`It has asked for nothing on it.`, 'zh-CN': () => rich`它没有在其上发出任何请求。` },
  carriedOne: {
    en: () => rich`It carried ${strong('one request')}.`,
    'zh-CN': () => rich`其上只有${strong('一个请求')}。`,
  },
  carried: {
    en: (count: number) =>
      rich`It carried ${strong(`${english.count(count)} requests`)}: keeping it open spared ${english.count(count - 1)} ${count === 2 ? 'handshake' : 'handshakes'}.`,
    'zh-CN': (count: number) =>
      rich`其上共有 ${strong(`${chinese.count(count)} 个请求`)}：保持连接省去了 ${chinese.count(count - 1)} 次握手。`,
  },
  idle: {
    en: (sum: string, longest: string) => rich`It was idle for ${sum}, at most ${longest} at a time.`,
    'zh-CN': (sum: string, longest: string) => rich`它共空闲 ${sum}，最长一次 ${longest}。`,
  },
  idleOnce: { en: (sum: string) => rich`It was idle for ${sum}.`, 'zh-CN': (sum: string) => rich`它空闲了 ${sum}。` },
  pipelined: {
    en: (count: number) =>
      rich`${english.count(count)} of them ${count === 1 ? 'was' : 'were'} ${strong('pipelined')}: sent before the answer to the one before was out.`,
    'zh-CN': (count: number) =>
      rich`其中 ${chinese.count(count)} 个为${strong('流水线请求')}：前一个响应尚未发完就已发来。`,
  },
  halfClosed: {
    en: (since: string) => rich`The client closed its half after ${since} and still waited for the answer.`,
    'zh-CN': (since: string) => rich`客户端在 ${since}后关闭了自己的一半，但仍在等待响应。`,
  },
  stillOpen: { en: () => rich`It is still open.`, 'zh-CN': () => rich`它仍然打开着。` },
  stillIdle: {
    en: (since: string) => rich`It is open, and has been idle for ${since}.`,
    'zh-CN': (since: string) => rich`它仍打开着，已空闲 ${since}。`,
  },
  endedAfterIdle: {
    en: (cause: string, idle: string) => rich`${strong(cause)}, after ${idle} idle.`,
    'zh-CN': (cause: string, idle: string) => rich`空闲 ${idle}后，${strong(cause)}。`,
  },
  ended: { en: (cause: string) => rich`${strong(cause)}.`, 'zh-CN': (cause: string) => rich`${strong(cause)}。` },
  brokenOff: {
    en: () => rich`It was broken off (RST), not closed in order.`,
    'zh-CN': () => rich`连接被强行断开（RST），而非正常关闭。`,
  },
  extraHandshakes: {
    en: (client: string, known: number, extra: number) =>
      rich`${client} has opened ${english.count(known)} connections: ${strong(`${english.count(extra)} more ${extra === 1 ? 'handshake' : 'handshakes'}`)} than if it had kept the one before open.`,
    'zh-CN': (client: string, known: number, extra: number) =>
      rich`${client}已打开 ${chinese.count(known)} 条连接：若保持前一条打开，可以${strong(`少 ${chinese.count(extra)} 次握手`)}。`,
  },

  // The chart, and the same as tables.
  lanes: { en: 'Requests on this connection', 'zh-CN': '此连接上的请求' },
  lanesWithOthers: {
    en: (count: number) =>
      `Requests on this connection, and ${english.count(count)} ${count === 1 ? 'other' : 'others'} of this client`,
    'zh-CN': (count: number) => `此连接上的请求，以及该客户端的另外 ${chinese.count(count)} 条连接`,
  },
  gap: { en: (span: string) => `${span} idle`, 'zh-CN': (span: string) => `空闲 ${span}` },
  legendWaiting: { en: 'until the first byte out', 'zh-CN': '首字节送出之前' },
  legendSending: { en: 'sending', 'zh-CN': '发送' },
  legendFin: { en: 'closed in order', 'zh-CN': '正常关闭' },
  legendReset: { en: 'broken off', 'zh-CN': '强行断开' },
  hint: { en: 'Click a bar to go to its request', 'zh-CN': '点击条形可转到该请求' },
  pointed: {
    en: (id: number, request: string, since: string) =>
      `#${english.count(id)} ${request} · ${since} after it was opened`,
    'zh-CN': (id: number, request: string, since: string) => `#${chinese.count(id)} ${request} · 打开后 ${since}`,
  },
  stillRunning: { en: 'still running', 'zh-CN': '仍在进行' },
  requestColumn: { en: 'Request', 'zh-CN': '请求' },
  beganColumn: { en: 'Began', 'zh-CN': '开始' },
  idleColumn: { en: 'Idle before', 'zh-CN': '此前空闲' },
  queuedColumn: { en: 'In line', 'zh-CN': '排队' },
  tookColumn: { en: 'Took', 'zh-CN': '用时' },
  sentColumn: { en: 'Sent', 'zh-CN': '已发送' },
  statusColumn: { en: 'Status', 'zh-CN': '状态' },
  goTo: {
    en: (id: number) => `Go to request ${english.count(id)}`,
    'zh-CN': (id: number) => `转到请求 ${chinese.count(id)}`,
  },
  earlier: {
    en: (count: number) =>
      `${english.count(count)} earlier ${count === 1 ? 'request has' : 'requests have'} left memory or are not shown.`,
    'zh-CN': (count: number) => `更早的 ${chinese.count(count)} 个请求已移出内存或未显示。`,
  },
  others: { en: 'Other connections of this client', 'zh-CN': '该客户端的其他连接' },
  connectionColumn: { en: 'Connection', 'zh-CN': '连接' },
  openedColumn: { en: 'Opened', 'zh-CN': '打开' },
  openForColumn: { en: 'Open for', 'zh-CN': '持续' },
  requestsColumn: { en: 'Requests', 'zh-CN': '请求数' },
  endColumn: { en: 'How it ended', 'zh-CN': '结束方式' },
  open: { en: 'open', 'zh-CN': '打开中' },

  // Facts.
  from: { en: 'From', 'zh-CN': '来自' },
  to: { en: 'To', 'zh-CN': '到' },
  number: { en: 'Number', 'zh-CN': '编号' },
  openedAt: { en: 'Opened', 'zh-CN': '打开于' },
  closedAt: { en: 'Closed', 'zh-CN': '关闭于' },
  received: { en: 'Received', 'zh-CN': '收到' },
  sent: { en: 'Sent', 'zh-CN': '发出' },
  withHeads: { en: 'with all heads and framing', 'zh-CN': '含所有报文头和分帧' },
  endedBy: { en: 'Ended with', 'zh-CN': '结束于' },
  fin: { en: 'FIN', 'zh-CN': 'FIN' },
  reset: { en: 'RST', 'zh-CN': 'RST' },
})

/** Why a connection ended, as a sentence without its end. */
export const closeSentences = messages({
  'client-closed': { en: 'The client closed it', 'zh-CN': '客户端关闭了它' },
  'client-reset': { en: 'The client broke it off', 'zh-CN': '客户端断开了它' },
  'client-asked': {
    en: 'Porthole closed it, as the client had asked for one answer only',
    'zh-CN': 'Porthole 关闭了它，因为客户端只要求一个响应',
  },
  'idle-timeout': { en: 'Porthole closed it because nothing was asked for', 'zh-CN': 'Porthole 因无请求而关闭了它' },
  'head-timeout': {
    en: 'Porthole closed it because a head never came whole',
    'zh-CN': 'Porthole 因报文头迟迟不完整而关闭了它',
  },
  'content-timeout': {
    en: 'Porthole closed it because content stopped coming',
    'zh-CN': 'Porthole 因请求内容不再到来而关闭了它',
  },
  'stalled-reader': {
    en: 'Porthole broke it off because the client took nothing for too long',
    'zh-CN': 'Porthole 因客户端长时间未接收而断开了它',
  },
  'protocol-fault': {
    en: 'Porthole closed it: what follows a broken request cannot be told apart from it',
    'zh-CN': 'Porthole 关闭了它：有误的请求之后，无法分辨下一个请求从何处开始',
  },
  'content-unread': {
    en: 'Porthole closed it rather than read content that nobody wanted',
    'zh-CN': 'Porthole 关闭了它，而不去读取无人需要的内容',
  },
  'file-changed': {
    en: 'Porthole broke it off because the file changed on the way',
    'zh-CN': 'Porthole 因文件在发送途中改变而断开了它',
  },
  'read-error': {
    en: 'Porthole broke it off because the drive gave an error',
    'zh-CN': 'Porthole 因磁盘读取出错而断开了它',
  },
  'handler-failed': { en: 'Porthole closed it after a fault of its own', 'zh-CN': 'Porthole 在自身故障后关闭了它' },
  'server-asked': {
    en: 'Porthole closed it: its end is what ends the last answer',
    'zh-CN': 'Porthole 关闭了它：连接的结束就是最后一个响应的结束',
  },
  'over-limit': { en: 'Porthole turned it away: too many were open', 'zh-CN': 'Porthole 拒绝了它：打开的连接过多' },
  'server-stopped': { en: 'Porthole closed it because serving was stopped', 'zh-CN': 'Porthole 因共享停止而关闭了它' },
  'user-disconnected': { en: 'You disconnected it', 'zh-CN': '你断开了它' },
})

/** Why a connection ended, in the few words that a table has room for. */
export const closeReasons = messages({
  'client-closed': { en: 'client closed', 'zh-CN': '客户端关闭' },
  'client-reset': { en: 'client broke off', 'zh-CN': '客户端断开' },
  'client-asked': { en: 'client asked', 'zh-CN': '客户端要求' },
  'idle-timeout': { en: 'idle too long', 'zh-CN': '空闲过久' },
  'head-timeout': { en: 'head too slow', 'zh-CN': '报文头过慢' },
  'content-timeout': { en: 'content too slow', 'zh-CN': '内容过慢' },
  'stalled-reader': { en: 'reader stalled', 'zh-CN': '接收停滞' },
  'protocol-fault': { en: 'broke HTTP', 'zh-CN': '违反 HTTP' },
  'content-unread': { en: 'content unread', 'zh-CN': '内容未读' },
  'file-changed': { en: 'file changed', 'zh-CN': '文件改变' },
  'read-error': { en: 'drive error', 'zh-CN': '磁盘出错' },
  'handler-failed': { en: 'fault of ours', 'zh-CN': '自身故障' },
  'server-asked': { en: 'end of answer', 'zh-CN': '响应结束' },
  'over-limit': { en: 'too many', 'zh-CN': '连接过多' },
  'server-stopped': { en: 'serving stopped', 'zh-CN': '共享停止' },
  'user-disconnected': { en: 'you', 'zh-CN': '由你断开' },
})

export type CloseReason = keyof typeof closeReasons

/** Tells the causes that we know from what another version of main might say. */
export function isCloseReason(cause: string | null | undefined): cause is CloseReason {
  return cause != null && Object.hasOwn(closeReasons, cause)
}
