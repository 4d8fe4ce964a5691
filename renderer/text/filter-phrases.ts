import { messages } from './message'

/**
 * A filter in words. In English what is asked stands behind “requests”, in Chinese before 请求: each message is one part
 * of the sentence, and `filter/sentence.ts` puts them in order.
 */
export const filterPhrases = messages({
  /** The whole: methods that are asked for, and everything else. */
  all: { en: 'all requests', 'zh-CN': '全部请求' },
  requests: {
    en: (what: string) => `requests ${what}`,
    'zh-CN': (what: string) => `${what}的请求`,
  },
  methodRequests: { en: (method: string) => `${method} requests`, 'zh-CN': (method: string) => `${method} 请求` },
  methodRequestsThat: {
    en: (method: string, what: string) => `${method} requests ${what}`,
    'zh-CN': (method: string, what: string) => `${what}的 ${method} 请求`,
  },
  and: { en: ', ', 'zh-CN': '、' },
  or: { en: ', or ', 'zh-CN': '，或' },
  orWord: { en: ' or ', 'zh-CN': '或' },
  group: { en: (what: string) => `(${what})`, 'zh-CN': (what: string) => `（${what}）` },
  notGroup: { en: (what: string) => `but not (${what})`, 'zh-CN': (what: string) => `非（${what}）` },

  mentions: { en: (text: string) => `that mention “${text}”`, 'zh-CN': (text: string) => `含有“${text}”` },
  mentionsNot: { en: (text: string) => `that do not mention “${text}”`, 'zh-CN': (text: string) => `不含“${text}”` },
  fits: { en: (pattern: string) => `that fit /${pattern}/`, 'zh-CN': (pattern: string) => `符合 /${pattern}/` },
  fitsNot: {
    en: (pattern: string) => `that do not fit /${pattern}/`,
    'zh-CN': (pattern: string) => `不符合 /${pattern}/`,
  },
  from: { en: (who: string) => `from ${who}`, 'zh-CN': (who: string) => `来自 ${who}` },
  fromNot: { en: (who: string) => `not from ${who}`, 'zh-CN': (who: string) => `不来自 ${who}` },
  answered: { en: (status: string) => `answered with ${status}`, 'zh-CN': (status: string) => `以 ${status} 应答` },
  answeredNot: {
    en: (status: string) => `not answered with ${status}`,
    'zh-CN': (status: string) => `未以 ${status} 应答`,
  },
  that: { en: (what: string) => `that ${what}`, 'zh-CN': (what: string) => `${what}` },
  has: { en: (what: string) => `with ${what}`, 'zh-CN': (what: string) => `带有${what}` },
  hasNot: { en: (what: string) => `without ${what}`, 'zh-CN': (what: string) => `没有${what}` },
  whose: {
    en: (what: string, is: string) => `whose ${what} ${is}`,
    'zh-CN': (what: string, is: string) => `${what}${is}`,
  },

  // What is said of a text or a figure
  contains: { en: (text: string) => `contains “${text}”`, 'zh-CN': (text: string) => `包含“${text}”` },
  containsNot: { en: (text: string) => `does not contain “${text}”`, 'zh-CN': (text: string) => `不包含“${text}”` },
  isText: { en: (text: string) => `is “${text}”`, 'zh-CN': (text: string) => `为“${text}”` },
  isTextNot: { en: (text: string) => `is not “${text}”`, 'zh-CN': (text: string) => `不为“${text}”` },
  looksLike: { en: (text: string) => `looks like ${text}`, 'zh-CN': (text: string) => `形如 ${text}` },
  looksLikeNot: { en: (text: string) => `does not look like ${text}`, 'zh-CN': (text: string) => `不形如 ${text}` },
  is: { en: (value: string) => `is ${value}`, 'zh-CN': (value: string) => `为 ${value}` },
  isNot: { en: (value: string) => `is not ${value}`, 'zh-CN': (value: string) => `不为 ${value}` },
  isOver: { en: (value: string) => `is over ${value}`, 'zh-CN': (value: string) => `超过 ${value}` },
  isOverNot: { en: (value: string) => `is not over ${value}`, 'zh-CN': (value: string) => `不超过 ${value}` },
  isUnder: { en: (value: string) => `is under ${value}`, 'zh-CN': (value: string) => `低于 ${value}` },
  isUnderNot: { en: (value: string) => `is not under ${value}`, 'zh-CN': (value: string) => `不低于 ${value}` },
  isAtLeast: { en: (value: string) => `is at least ${value}`, 'zh-CN': (value: string) => `至少为 ${value}` },
  isAtLeastNot: { en: (value: string) => `is not ${value} or more`, 'zh-CN': (value: string) => `未达到 ${value}` },
  isAtMost: { en: (value: string) => `is at most ${value}`, 'zh-CN': (value: string) => `至多为 ${value}` },
  isAtMostNot: { en: (value: string) => `is not ${value} or less`, 'zh-CN': (value: string) => `并非至多 ${value}` },
  isBetween: {
    en: (from: string, to: string) => `is between ${from} and ${to}`,
    'zh-CN': (from: string, to: string) => `在 ${from} 到 ${to} 之间`,
  },
  isBetweenNot: {
    en: (from: string, to: string) => `is not between ${from} and ${to}`,
    'zh-CN': (from: string, to: string) => `不在 ${from} 到 ${to} 之间`,
  },
  cameAt: { en: (time: string) => `at ${time}`, 'zh-CN': (time: string) => `在 ${time} 到达` },
  cameAtNot: { en: (time: string) => `not at ${time}`, 'zh-CN': (time: string) => `不在 ${time} 到达` },
  cameAfter: { en: (time: string) => `after ${time}`, 'zh-CN': (time: string) => `在 ${time} 之后到达` },
  cameAfterNot: { en: (time: string) => `not after ${time}`, 'zh-CN': (time: string) => `不在 ${time} 之后到达` },
  cameBefore: { en: (time: string) => `before ${time}`, 'zh-CN': (time: string) => `在 ${time} 之前到达` },
  cameBeforeNot: { en: (time: string) => `not before ${time}`, 'zh-CN': (time: string) => `不在 ${time} 之前到达` },
  cameBetween: {
    en: (from: string, to: string) => `between ${from} and ${to}`,
    'zh-CN': (from: string, to: string) => `在 ${from} 到 ${to} 之间到达`,
  },
  cameBetweenNot: {
    en: (from: string, to: string) => `not between ${from} and ${to}`,
    'zh-CN': (from: string, to: string) => `不在 ${from} 到 ${to} 之间到达`,
  },
  noted: { en: (note: string) => `noted as ${note}`, 'zh-CN': (note: string) => `带提示 ${note}` },
  notedNot: { en: (note: string) => `not noted as ${note}`, 'zh-CN': (note: string) => `不带提示 ${note}` },
  onConnection: { en: (id: string) => `on connection ${id}`, 'zh-CN': (id: string) => `在连接 ${id} 上` },
  onConnectionNot: { en: (id: string) => `not on connection ${id}`, 'zh-CN': (id: string) => `不在连接 ${id} 上` },
  sending: { en: (range: string) => `sent from ${range}`, 'zh-CN': (range: string) => `发送范围涉及 ${range}` },
  sendingNot: {
    en: (range: string) => `not sent from ${range}`,
    'zh-CN': (range: string) => `发送范围不涉及 ${range}`,
  },
})

/** The keys of the filter language, as things. Also what completion says of them. */
export const filterKeys = messages({
  method: { en: 'method', 'zh-CN': '方法' },
  status: { en: 'status', 'zh-CN': '状态' },
  path: { en: 'path', 'zh-CN': '路径' },
  file: { en: 'file name', 'zh-CN': '文件名' },
  query: { en: 'query', 'zh-CN': '查询串' },
  client: { en: 'client', 'zh-CN': '客户端' },
  ip: { en: 'address', 'zh-CN': '地址' },
  port: { en: 'client port', 'zh-CN': '客户端端口' },
  conn: { en: 'connection', 'zh-CN': '连接' },
  ua: { en: 'user agent', 'zh-CN': '用户代理' },
  http: { en: 'HTTP version', 'zh-CN': 'HTTP 版本' },
  bytes: { en: 'sent amount', 'zh-CN': '已发送量' },
  size: { en: 'file size', 'zh-CN': '文件大小' },
  range: { en: 'range', 'zh-CN': '范围' },
  rate: { en: 'rate', 'zh-CN': '速率' },
  dur: { en: 'duration', 'zh-CN': '用时' },
  ttfb: { en: 'time to first byte', 'zh-CN': '首字节时间' },
  time: { en: 'time', 'zh-CN': '时间' },
  mark: { en: 'mark', 'zh-CN': '标记' },
  comment: { en: 'comment', 'zh-CN': '备注' },
  note: { en: 'note of Porthole’s', 'zh-CN': 'Porthole 的提示' },
  close: { en: 'reason why its connection ended', 'zh-CN': '连接结束的原因' },
  transfer: { en: 'transfer', 'zh-CN': '传输' },
  header: { en: 'header field', 'zh-CN': '首部字段' },
  reqheader: { en: 'request field', 'zh-CN': '请求字段' },
  resheader: { en: 'response field', 'zh-CN': '响应字段' },
  raw: { en: 'bytes of the heads', 'zh-CN': '报文头的字节' },
  is: { en: 'a state', 'zh-CN': '所处状态' },
  has: { en: 'something that is there', 'zh-CN': '带有某项' },
  field: {
    en: (key: string, name: string) => `${key} ${name}`,
    'zh-CN': (key: string, name: string) => `${key} ${name}`,
  },
})

/** What a row may have, with its article. */
export const filterPossessions = messages({
  file: { en: 'a file', 'zh-CN': '文件' },
  query: { en: 'a query', 'zh-CN': '查询串' },
  range: { en: 'a range', 'zh-CN': '范围' },
  ua: { en: 'a user agent', 'zh-CN': '用户代理' },
  status: { en: 'a status', 'zh-CN': '状态' },
  mark: { en: 'a mark', 'zh-CN': '标记' },
  comment: { en: 'a comment', 'zh-CN': '备注' },
  note: { en: 'a note of Porthole’s', 'zh-CN': 'Porthole 的提示' },
  header: { en: 'a header field', 'zh-CN': '首部字段' },
  reqheader: { en: 'a request field', 'zh-CN': '请求字段' },
  resheader: { en: 'a response field', 'zh-CN': '响应字段' },
})

/** What a flag says of requests: behind “that”, in the plural. */
export const filterFlags = messages({
  active: { en: 'are under way', 'zh-CN': '进行中' },
  done: { en: 'have ended', 'zh-CN': '已结束' },
  complete: { en: 'were sent whole', 'zh-CN': '已完整发送' },
  partial: { en: 'got part of a file', 'zh-CN': '只取了文件的一部分' },
  problem: { en: 'had a problem', 'zh-CN': '有问题' },
  aborted: { en: 'were aborted', 'zh-CN': '已中断' },
  resumed: { en: 'resumed a download', 'zh-CN': '续传了下载' },
  segmented: { en: 'fetched a segment', 'zh-CN': '分段下载' },
  error: { en: 'were refused', 'zh-CN': '被拒绝' },
  malformed: { en: 'were malformed', 'zh-CN': '格式有误' },
  cached: { en: 'were still fresh at the client', 'zh-CN': '客户端缓存仍有效' },
  slow: { en: 'were slow', 'zh-CN': '缓慢' },
  stalled: { en: 'stand still', 'zh-CN': '停滞不前' },
  keepalive: { en: 'reused a connection', 'zh-CN': '复用了连接' },
  closed: { en: 'were the last on their connection', 'zh-CN': '是其连接上的最后一个' },
  pinned: { en: 'are pinned', 'zh-CN': '已固定' },
  replayed: { en: 'were sent by Porthole itself', 'zh-CN': '由 Porthole 自己发送' },
})

export const filterFlagsNot = messages({
  active: { en: 'are not under way', 'zh-CN': '不在进行中' },
  done: { en: 'have not ended', 'zh-CN': '未结束' },
  complete: { en: 'were not sent whole', 'zh-CN': '未完整发送' },
  partial: { en: 'did not get just a part', 'zh-CN': '并非只取一部分' },
  problem: { en: 'had no problem', 'zh-CN': '没有问题' },
  aborted: { en: 'were not aborted', 'zh-CN': '未中断' },
  resumed: { en: 'did not resume', 'zh-CN': '并非续传' },
  segmented: { en: 'did not fetch a segment', 'zh-CN': '并非分段' },
  error: { en: 'were not refused', 'zh-CN': '未被拒绝' },
  malformed: { en: 'were not malformed', 'zh-CN': '格式无误' },
  cached: { en: 'were not fresh at the client', 'zh-CN': '客户端缓存无效' },
  slow: { en: 'were not slow', 'zh-CN': '不缓慢' },
  stalled: { en: 'do not stand still', 'zh-CN': '未停滞' },
  keepalive: { en: 'opened a connection', 'zh-CN': '新开了连接' },
  closed: { en: 'were not the last on their connection', 'zh-CN': '不是其连接上的最后一个' },
  pinned: { en: 'are not pinned', 'zh-CN': '未固定' },
  replayed: { en: 'were not sent by Porthole itself', 'zh-CN': '不是由 Porthole 自己发送' },
})

/** What a flag means exactly, for completion. */
export const filterFlagHints = messages({
  active: { en: 'being read or sent', 'zh-CN': '正在读取或发送' },
  done: { en: 'ended, one way or another', 'zh-CN': '已结束，无论如何结束' },
  complete: { en: 'sent to the last byte', 'zh-CN': '已发送到最后一个字节' },
  partial: { en: '206: part of a file', 'zh-CN': '206：文件的一部分' },
  problem: { en: 'refused, aborted, malformed or stalled', 'zh-CN': '被拒绝、中断、格式有误或停滞' },
  aborted: { en: 'ended before the last byte', 'zh-CN': '在最后一个字节之前结束' },
  resumed: { en: 'went on where another one broke off', 'zh-CN': '从另一个中断处继续' },
  segmented: { en: 'one of several in parallel for one file', 'zh-CN': '同一文件的多个并行请求之一' },
  error: { en: 'status 400 and above', 'zh-CN': '状态 400 及以上' },
  malformed: { en: 'breaks the rules of HTTP', 'zh-CN': '违反 HTTP 规则' },
  cached: { en: '304: the client’s copy is current', 'zh-CN': '304：客户端的副本仍是最新' },
  slow: { en: 'first byte after 1 s, or under 100 kB/s for 5 s', 'zh-CN': '首字节超过 1 秒，或 5 秒内低于 100 kB/s' },
  stalled: { en: 'nothing moved for 3 s', 'zh-CN': '3 秒内没有进展' },
  keepalive: { en: 'second or later on its connection', 'zh-CN': '其连接上的第二个或之后的请求' },
  closed: { en: 'its connection ended with it', 'zh-CN': '其连接随之结束' },
  pinned: { en: 'pinned by you', 'zh-CN': '由你固定' },
  replayed: { en: 'asked by Porthole itself', 'zh-CN': '由 Porthole 自己发出' },
})
