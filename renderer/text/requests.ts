import { chinese, english } from './format'
import { messages } from './message'

/** The request table: its columns, what its cells say, what it tells a listener. */
export const requests = messages({
  label: { en: 'Requests', 'zh-CN': '请求' },

  number: { en: '#', 'zh-CN': '#' },
  time: { en: 'Time', 'zh-CN': '时间' },
  client: { en: 'Client', 'zh-CN': '客户端' },
  method: { en: 'Method', 'zh-CN': '方法' },
  path: { en: 'Path', 'zh-CN': '路径' },
  status: { en: 'Status', 'zh-CN': '状态' },
  progress: { en: 'Progress', 'zh-CN': '进度' },
  rate: { en: 'Rate', 'zh-CN': '速率' },
  duration: { en: 'Duration', 'zh-CN': '用时' },
  range: { en: 'Range', 'zh-CN': '范围' },
  connection: { en: 'Conn', 'zh-CN': '连接' },
  firstByte: { en: 'TTFB', 'zh-CN': '首字节' },
  timeline: { en: 'Timeline', 'zh-CN': '时间线' },
  version: { en: 'HTTP', 'zh-CN': 'HTTP' },
  agent: { en: 'Agent', 'zh-CN': '客户端程序' },
  mediaType: { en: 'Type', 'zh-CN': '类型' },
  closeCause: { en: 'Closed', 'zh-CN': '关闭原因' },
  noteCount: { en: 'Notes', 'zh-CN': '提示' },

  sinceStart: { en: 'Since start', 'zh-CN': '自开始' },
  sincePrevious: { en: 'Since previous', 'zh-CN': '距上一条' },
  sinceRow: { en: (id: number) => `Since #${english.count(id)}`, 'zh-CN': (id: number) => `自 #${chinese.count(id)}` },
  clockName: { en: 'Time of day', 'zh-CN': '时刻' },
  sinceStartName: { en: 'Time since the first request', 'zh-CN': '自第一条请求起' },
  sincePreviousName: { en: 'Time since the line above', 'zh-CN': '距上一行' },
  addField: { en: 'Add a header field…', 'zh-CN': '添加字段列…' },
  fieldName: { en: 'Name of the field', 'zh-CN': '字段名' },
  fieldSays: {
    en: 'Its value in the request, or else in the response.',
    'zh-CN': '先取请求中的值，没有则取响应中的值。',
  },
  add: { en: 'Add', 'zh-CN': '添加' },

  numberName: { en: 'Number', 'zh-CN': '编号' },
  connectionName: { en: 'Connection and place on it', 'zh-CN': '连接及其上的次序' },
  firstByteName: { en: 'Time to first byte', 'zh-CN': '首字节时间' },
  noteCountName: { en: 'Number of notes', 'zh-CN': '提示数' },
  versionName: { en: 'HTTP version', 'zh-CN': 'HTTP 版本' },

  chooseColumns: { en: 'Columns', 'zh-CN': '列' },
  fitColumn: { en: 'Fit this column', 'zh-CN': '适应此列内容' },
  resetColumns: { en: 'Reset columns', 'zh-CN': '恢复默认列' },
  resizeColumn: {
    en: (column: string) => `Width of ${column}`,
    'zh-CN': (column: string) => `${column}列宽`,
  },
  headHint: {
    en: (column: string) => `${column} · click to sort, right-click to choose columns`,
    'zh-CN': (column: string) => `${column} · 点击排序，右键选择列`,
  },
  leftOut: {
    en: (count: number) => `${english.count(count)} hidden`,
    'zh-CN': (count: number) => `隐藏 ${chinese.count(count)} 列`,
  },

  newRows: {
    en: (count: number) => `${english.count(count)} new`,
    'zh-CN': (count: number) => `${chinese.count(count)} 条新请求`,
  },
  newRowsSorted: {
    en: (count: number, column: string) => `${english.count(count)} new · not following while sorted by ${column}`,
    'zh-CN': (count: number, column: string) => `${chinese.count(count)} 条新请求 · 按${column}排序时不跟随`,
  },
  newRowsGrouped: {
    en: (count: number) => `${english.count(count)} new · not following while grouped`,
    'zh-CN': (count: number) => `${chinese.count(count)} 条新请求 · 分组时不跟随`,
  },
  readingRequest: { en: 'reading the request…', 'zh-CN': '正在读取请求…' },
  neverWhole: { en: 'ended before it was whole', 'zh-CN': '请求未发完就已结束' },
  moreRanges: {
    en: (first: string, count: number) => `${first} and ${english.count(count)} more`,
    'zh-CN': (first: string, count: number) => `${first} 等 ${chinese.count(count + 1)} 段`,
  },
  bytesOf: {
    en: (reached: number, whole: number) => `${english.count(reached)} of ${english.count(whole)} bytes`,
    'zh-CN': (reached: number, whole: number) => `${chinese.count(whole)} 字节中的 ${chinese.count(reached)} 字节`,
  },
  bytesSent: {
    en: (octets: number) => `${english.count(octets)} bytes sent`,
    'zh-CN': (octets: number) => `已发送 ${chinese.count(octets)} 字节`,
  },
  bytesReceived: {
    en: (octets: number) => `${english.count(octets)} bytes received`,
    'zh-CN': (octets: number) => `已接收 ${chinese.count(octets)} 字节`,
  },
  gone: { en: 'a client that is gone', 'zh-CN': '已离开的客户端' },

  // What a screen reader says of a row.
  rowLabel: {
    en: (request: string, client: string, outcome: string) => `${request} from ${client}, ${outcome}`,
    'zh-CN': (request: string, client: string, outcome: string) => `${client} 的 ${request}，${outcome}`,
  },
  comma: { en: ', ', 'zh-CN': '，' },
  unreadRequest: { en: 'Request', 'zh-CN': '请求' },
  announceRows: {
    en: (count: number) => `${english.count(count)} new ${count === 1 ? 'request' : 'requests'}`,
    'zh-CN': (count: number) => `${chinese.count(count)} 条新请求`,
  },
  announceProblems: {
    en: (count: number) => `${english.count(count)} with a problem`,
    'zh-CN': (count: number) => `其中 ${chinese.count(count)} 条有问题`,
  },
  announceSorted: {
    en: (column: string) => `Sorted by ${column}. New requests are not followed`,
    'zh-CN': (column: string) => `已按${column}排序，不再跟随新请求`,
  },
})

/** Why an answer is not simply the file, in the few words that a row has room for. */
export const reasons = messages({
  // Answers.
  'not-found': { en: 'no such file', 'zh-CN': '没有此文件' },
  'hidden-dot-file': { en: 'hidden: name begins with a dot', 'zh-CN': '已隐藏：名称以点开头' },
  'hidden-secret': { en: 'hidden: looks like a secret', 'zh-CN': '已隐藏：疑似机密文件' },
  'link-leaves-share': { en: 'link leads out of the share', 'zh-CN': '链接指向共享之外' },
  'not-a-regular-file': { en: 'not a regular file', 'zh-CN': '不是普通文件' },
  'malformed-path': { en: 'path is not valid', 'zh-CN': '路径无效' },
  'forbidden-by-system': { en: 'Porthole may not read it', 'zh-CN': 'Porthole 无权读取' },
  'too-many-open-files': { en: 'too many open files', 'zh-CN': '打开的文件过多' },
  'drive-does-not-answer': { en: 'the drive does not answer', 'zh-CN': '磁盘没有响应' },
  'share-vanished': { en: 'the shared folder is gone', 'zh-CN': '共享文件夹已消失' },
  'read-error': { en: 'the drive gave an error', 'zh-CN': '磁盘读取出错' },
  'range-not-satisfiable': { en: 'range lies beyond the end', 'zh-CN': '范围超出文件末尾' },
  'precondition-failed': { en: 'not the version it asked for', 'zh-CN': '版本与要求不符' },
  'method-not-allowed': { en: 'method not allowed here', 'zh-CN': '此处不允许该方法' },
  'method-unknown': { en: 'unknown method', 'zh-CN': '未知方法' },
  'host-not-ours': { en: 'meant for another host', 'zh-CN': '目标主机不是本机' },
  'expectation-unknown': { en: 'unknown expectation', 'zh-CN': '未知的 Expect' },
  'handler-failed': { en: 'a fault inside Porthole', 'zh-CN': 'Porthole 内部故障' },

  // Endings before the last byte.
  'client-closed': { en: 'the client closed', 'zh-CN': '客户端已关闭连接' },
  'client-reset': { en: 'the client broke off', 'zh-CN': '客户端中断了连接' },
  'stalled-reader': { en: 'the client took nothing for too long', 'zh-CN': '客户端长时间未接收' },
  'content-timeout': { en: 'its content stopped coming', 'zh-CN': '请求内容不再到来' },
  'file-changed': { en: 'the file changed on the way', 'zh-CN': '文件在发送途中被修改' },
  'server-stopped': { en: 'serving was stopped', 'zh-CN': '共享已停止' },
  'lab-cut': { en: 'the fault lab cut it off', 'zh-CN': '故障实验室切断了连接' },
  'user-disconnected': { en: 'you disconnected it', 'zh-CN': '你断开了它' },

  // Requests that break HTTP.
  'foreign-protocol': { en: 'not HTTP', 'zh-CN': '不是 HTTP' },
  'method-malformed': { en: 'method is not a token', 'zh-CN': '方法不是合法记号' },
  'method-too-long': { en: 'method too long', 'zh-CN': '方法过长' },
  'request-line-malformed': { en: 'broken request line', 'zh-CN': '请求行有误' },
  'target-malformed': { en: 'broken target', 'zh-CN': '目标有误' },
  'target-too-long': { en: 'target too long', 'zh-CN': '目标过长' },
  'version-malformed': { en: 'broken version', 'zh-CN': '版本有误' },
  'version-unsupported': { en: 'version not served', 'zh-CN': '不支持的版本' },
  'bare-lf': { en: 'line feed without carriage return', 'zh-CN': '换行前缺少回车' },
  'bare-cr': { en: 'carriage return without line feed', 'zh-CN': '回车后缺少换行' },
  'space-before-first-field': { en: 'space before the first field', 'zh-CN': '首个字段前有空格' },
  'field-name-malformed': { en: 'broken field name', 'zh-CN': '字段名有误' },
  'space-before-colon': { en: 'space before the colon', 'zh-CN': '冒号前有空格' },
  'colon-missing': { en: 'field without a colon', 'zh-CN': '字段缺少冒号' },
  'obs-fold': { en: 'folded field line', 'zh-CN': '字段被折行' },
  'control-in-value': { en: 'control character in a field', 'zh-CN': '字段中有控制字符' },
  'head-too-large': { en: 'head too large', 'zh-CN': '报文头过大' },
  'too-many-fields': { en: 'too many fields', 'zh-CN': '字段过多' },
  'host-missing': { en: 'no Host field', 'zh-CN': '缺少 Host 字段' },
  'host-repeated': { en: 'more than one Host field', 'zh-CN': 'Host 字段重复' },
  'host-malformed': { en: 'broken Host field', 'zh-CN': 'Host 字段有误' },
  'content-length-malformed': { en: 'broken Content-Length', 'zh-CN': 'Content-Length 有误' },
  'content-length-conflict': { en: 'two different Content-Lengths', 'zh-CN': '两个不同的 Content-Length' },
  'content-too-large': { en: 'content too large', 'zh-CN': '内容过大' },
  'transfer-encoding-malformed': { en: 'broken Transfer-Encoding', 'zh-CN': 'Transfer-Encoding 有误' },
  'transfer-encoding-unsupported': { en: 'unknown transfer coding', 'zh-CN': '未知的传输编码' },
  'transfer-encoding-in-1.0': { en: 'Transfer-Encoding in HTTP/1.0', 'zh-CN': 'HTTP/1.0 中的 Transfer-Encoding' },
  'length-and-transfer-encoding': { en: 'two ways to end at once', 'zh-CN': '同时给出两种长度' },
  'chunk-size-malformed': { en: 'broken chunk size', 'zh-CN': '分块大小有误' },
  'chunk-extension-malformed': { en: 'broken chunk extension', 'zh-CN': '分块扩展有误' },
  'chunk-extension-too-large': { en: 'chunk extension too large', 'zh-CN': '分块扩展过大' },
  'chunk-end-missing': { en: 'chunk without its end', 'zh-CN': '分块缺少结尾' },
  'trailers-too-large': { en: 'trailers too large', 'zh-CN': '尾部字段过大' },
  'head-timeout': { en: 'the head never came whole', 'zh-CN': '报文头迟迟不完整' },
  'head-incomplete': { en: 'the head was cut short', 'zh-CN': '报文头中途断开' },
})

export type ReasonCode = keyof typeof reasons

/** Tells the reasons that we know from what another version of main might say. */
export function isReason(code: string | null): code is ReasonCode {
  return code !== null && Object.hasOwn(reasons, code)
}

/** What each method asks for, in one sentence (RFC 9110 §9.3; PATCH: RFC 5789). */
export const methods = messages({
  GET: { en: 'Asks for the content.', 'zh-CN': '请求获取内容。' },
  HEAD: {
    en: 'Asks for what GET would answer, without the content.',
    'zh-CN': '与 GET 相同，但不要内容。',
  },
  POST: { en: 'Hands over content to be dealt with.', 'zh-CN': '提交内容，由服务器处理。' },
  PUT: { en: 'Asks to store its content under this name.', 'zh-CN': '请求以此名称存储其内容。' },
  PATCH: { en: 'Asks to change part of what is there.', 'zh-CN': '请求修改已有内容的一部分。' },
  DELETE: { en: 'Asks to remove what is there.', 'zh-CN': '请求删除已有内容。' },
  CONNECT: { en: 'Asks for a tunnel to another host.', 'zh-CN': '请求建立通往另一主机的隧道。' },
  OPTIONS: { en: 'Asks which methods are allowed.', 'zh-CN': '询问允许哪些方法。' },
  TRACE: { en: 'Asks to see its own request as it arrived.', 'zh-CN': '请求原样返回收到的请求。' },
})

/** What each status that we send means, in one sentence (RFC 9110 §15). */
export const statuses = messages({
  100: { en: 'The client may send its content now.', 'zh-CN': '客户端现在可以发送内容。' },
  200: { en: 'The request succeeded.', 'zh-CN': '请求成功。' },
  201: { en: 'What it sent was stored under a new name.', 'zh-CN': '已按新名称存储其内容。' },
  204: { en: 'Done; there is no content to send.', 'zh-CN': '已完成，无需发送内容。' },
  206: { en: 'The request for a part of the file succeeded.', 'zh-CN': '对文件一部分的请求成功。' },
  301: { en: 'This has another address, now and later.', 'zh-CN': '此内容已永久移至另一地址。' },
  304: {
    en: 'The copy it holds is still good, so nothing was sent.',
    'zh-CN': '它手中的副本仍然有效，因此没有发送内容。',
  },
  308: { en: 'This has another address, now and later.', 'zh-CN': '此内容已永久移至另一地址。' },
  400: { en: 'The request broke the rules of HTTP.', 'zh-CN': '请求不符合 HTTP 规则。' },
  403: { en: 'Porthole may not give this out.', 'zh-CN': 'Porthole 不能提供此内容。' },
  404: { en: 'There is nothing to give out under this name.', 'zh-CN': '此名称下没有可提供的内容。' },
  405: { en: 'This method is not allowed here.', 'zh-CN': '此处不允许该方法。' },
  408: { en: 'The request did not arrive in time.', 'zh-CN': '请求未能及时到达。' },
  412: { en: 'What is here is not the version it asked for.', 'zh-CN': '此处的版本与它要求的不符。' },
  413: { en: 'It sent more content than is taken here.', 'zh-CN': '它发送的内容超出上限。' },
  414: { en: 'The target is longer than is taken here.', 'zh-CN': '请求目标超出长度上限。' },
  416: { en: 'The part that it asked for lies beyond the end of the file.', 'zh-CN': '它要求的部分超出文件末尾。' },
  417: { en: 'It expects something that Porthole does not know.', 'zh-CN': '它的期望 Porthole 无法满足。' },
  421: { en: 'It was meant for another host.', 'zh-CN': '该请求是发给另一台主机的。' },
  431: { en: 'Its fields are larger than is taken here.', 'zh-CN': '它的字段超出大小上限。' },
  500: { en: 'Something went wrong inside Porthole.', 'zh-CN': 'Porthole 内部出了问题。' },
  501: { en: 'Porthole does not know this method or transfer coding.', 'zh-CN': 'Porthole 不认识该方法或传输编码。' },
  503: {
    en: 'Porthole cannot serve this now; the client may try again.',
    'zh-CN': 'Porthole 暂时无法提供，客户端可稍后重试。',
  },
  505: { en: 'This version of HTTP is not served.', 'zh-CN': '不支持此 HTTP 版本。' },
})

/** The names of statuses as they stand on the wire: words of the protocol, the same in every language. */
const STATUS_NAMES: { readonly [S in keyof typeof statuses]: string } = {
  100: 'Continue',
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  304: 'Not Modified',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  421: 'Misdirected Request',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
  505: 'HTTP Version Not Supported',
}

/** Tells the statuses that we send, and so can explain, from any other. */
export function isKnownStatus(status: number): status is keyof typeof statuses {
  return Object.hasOwn(statuses, status)
}

/** `206 Partial Content`; the number alone for a status that we never send. */
export function nameStatus(status: number): string {
  return isKnownStatus(status) ? `${String(status)} ${STATUS_NAMES[status]}` : String(status)
}

/** Tells the methods that we can explain from any other. */
export function isKnownMethod(method: string): method is keyof typeof methods {
  return Object.hasOwn(methods, method)
}
