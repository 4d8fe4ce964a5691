import { chinese, english } from './format'
import { messages } from './message'
import { code, rich, strong } from './rich-text'

/** The detail of one request: its tabs, its story, its bytes, its timing. */
export const detail = messages({
  label: {
    en: (id: number) => `Request ${english.count(id)}`,
    'zh-CN': (id: number) => `请求 ${chinese.count(id)}`,
  },
  story: { en: 'Story', 'zh-CN': '经过' },
  request: { en: 'Request', 'zh-CN': '请求' },
  response: { en: 'Response', 'zh-CN': '响应' },
  transfer: { en: 'Transfer', 'zh-CN': '传输' },
  raw: { en: 'Raw', 'zh-CN': '原始' },
  timing: { en: 'Timing', 'zh-CN': '时间' },
  connection: { en: 'Connection', 'zh-CN': '连接' },
  notes: { en: 'Notes', 'zh-CN': '笔记' },
  content: { en: 'Content', 'zh-CN': '内容' },
  tabs: { en: 'Parts of the detail', 'zh-CN': '详情分页' },
  loading: { en: 'Fetching the detail…', 'zh-CN': '正在读取详情…' },
  gone: {
    en: 'This request has left memory. Its row is all that is kept of it.',
    'zh-CN': '此请求已移出内存，仅保留其所在行。',
  },
  failed: { en: 'The detail could not be fetched.', 'zh-CN': '无法读取详情。' },

  // Story.
  betweenSentences: { en: ' ', 'zh-CN': '' },
  opened: {
    en: (client: string, address: string) => rich`${strong(client)} opened a connection from ${code(address)}.`,
    'zh-CN': (client: string, address: string) => rich`${strong(client)}从 ${code(address)} 打开了一条连接。`,
  },
  reused: {
    en: (client: string, address: string, ordinal: number) =>
      rich`${strong(client)} reused its connection from ${code(address)}: the ${ordinalWord(ordinal)} request on it.`,
    'zh-CN': (client: string, address: string, ordinal: number) =>
      rich`${strong(client)}复用了从 ${code(address)} 打开的连接：这是其上的第 ${chinese.count(ordinal)} 个请求。`,
  },
  sent: {
    en: (octets: number, line: string) => rich`It sent ${english.count(octets)} bytes: ${code(line)}.`,
    'zh-CN': (octets: number, line: string) => rich`它发来 ${chinese.count(octets)} 个字节：${code(line)}。`,
  },
  sentUncounted: {
    en: (line: string) => rich`It sent ${code(line)}. The bytes themselves have left memory.`,
    'zh-CN': (line: string) => rich`它发来 ${code(line)}。字节本身已移出内存。`,
  },
  neverWhole: {
    en: () => rich`The connection ${strong('ended before its request was whole')}.`,
    'zh-CN': () => rich`${strong('请求尚未发完，连接就结束了')}。`,
  },
  sending: { en: () => rich`It is still sending its request.`, 'zh-CN': () => rich`它还在发送请求。` },
  sentBroken: {
    en: (octets: number) => rich`It sent ${english.count(octets)} bytes that are ${strong('not a valid request')}.`,
    'zh-CN': (octets: number) => rich`它发来 ${chinese.count(octets)} 个字节，但这${strong('不是有效的请求')}。`,
  },
  sentForeign: {
    en: (octets: number, protocol: string) =>
      rich`It sent ${english.count(octets)} bytes that are not HTTP: ${strong(protocol)}.`,
    'zh-CN': (octets: number, protocol: string) =>
      rich`它发来 ${chinese.count(octets)} 个字节，但并非 HTTP：${strong(protocol)}。`,
  },
  askedRange: {
    en: (value: string) => rich`It wants only part of the file: ${code(value)}.`,
    'zh-CN': (value: string) => rich`它只要文件的一部分：${code(value)}。`,
  },
  askedIfChanged: {
    en: () => rich`It holds a copy already, and wants the file only if that has changed.`,
    'zh-CN': () => rich`它已有一份副本，仅在文件有变化时才要。`,
  },
  askedSameVersion: {
    en: () => rich`It wants the part only if the file is still the version that it holds.`,
    'zh-CN': () => rich`仅当文件仍是它手中的版本时，它才要这一部分。`,
  },
  sentContent: {
    en: (size: string) => rich`Its content followed: ${size}.`,
    'zh-CN': (size: string) => rich`随后是请求内容：${size}。`,
  },
  answered: {
    en: (status: string, meaning: string) => rich`Porthole answered ${strong(status)}. ${meaning}`,
    'zh-CN': (status: string, meaning: string) => rich`Porthole 回应 ${strong(status)}。${meaning}`,
  },
  stillMatches: {
    en: () => rich`The file is still the version that it holds.`,
    'zh-CN': () => rich`文件仍是它手中的版本。`,
  },
  noLongerMatches: {
    en: () => rich`The file has changed since, so it got the whole of it.`,
    'zh-CN': () => rich`文件此后有变化，因此发送的是整个文件。`,
  },
  answering: { en: () => rich`Porthole is finding the answer.`, 'zh-CN': () => rich`Porthole 正在准备回应。` },
  answeredNothing: { en: () => rich`Porthole sent no answer.`, 'zh-CN': () => rich`Porthole 没有回应。` },
  closedAfter: { en: () => rich`It then closed the connection.`, 'zh-CN': () => rich`随后关闭了连接。` },
  wentOut: {
    en: (size: string, rate: string) => rich`${strong(size)} went out at ${rate}.`,
    'zh-CN': (size: string, rate: string) => rich`以 ${rate} 送出 ${strong(size)}。`,
  },
  goesOut: {
    en: (size: string, rate: string) => rich`${strong(size)} went out so far, now at ${rate}.`,
    'zh-CN': (size: string, rate: string) => rich`目前已送出 ${strong(size)}，当前速率 ${rate}。`,
  },
  nothingOut: { en: () => rich`No content has gone out yet.`, 'zh-CN': () => rich`尚未送出任何内容。` },
  stalled: {
    en: (span: string) => rich`Nothing has moved for ${strong(span)}.`,
    'zh-CN': (span: string) => rich`已有 ${strong(span)}没有进展。`,
  },
  endedWhole: {
    en: (size: string) => rich`The last byte was ${strong('handed to the system')}, ${size} in all.`,
    'zh-CN': (size: string) => rich`最后一个字节已${strong('交给操作系统')}，共 ${size}。`,
  },
  endedPart: {
    en: (size: string) => rich`The last byte of that part was ${strong('handed to the system')}, ${size} in all.`,
    'zh-CN': (size: string) => rich`该部分的最后一个字节已${strong('交给操作系统')}，共 ${size}。`,
  },
  endedWithout: {
    en: () => rich`The answer was handed to the system. It has no content.`,
    'zh-CN': () => rich`回应已交给操作系统，其中没有内容。`,
  },
  clientLeft: {
    en: (place: string, offset: number) =>
      rich`The client ${strong(`closed the connection at ${place}`)}, before byte ${english.count(offset)}.`,
    'zh-CN': (place: string, offset: number) =>
      rich`客户端在 ${strong(`${place} 处关闭了连接`)}，停在第 ${chinese.count(offset)} 字节之前。`,
  },
  clientBrokeOff: {
    en: (place: string, offset: number) =>
      rich`The client ${strong(`broke the connection off at ${place}`)}, before byte ${english.count(offset)}.`,
    'zh-CN': (place: string, offset: number) =>
      rich`客户端在 ${strong(`${place} 处中断了连接`)}，停在第 ${chinese.count(offset)} 字节之前。`,
  },
  weEnded: {
    en: (place: string, offset: number) =>
      rich`Porthole ${strong(`ended it at ${place}`)}, before byte ${english.count(offset)}.`,
    'zh-CN': (place: string, offset: number) =>
      rich`Porthole 在 ${strong(`${place} 处结束了它`)}，停在第 ${chinese.count(offset)} 字节之前。`,
  },
  leftBeforeContent: {
    en: () => rich`The client ${strong('left')} before any content went out.`,
    'zh-CN': () => rich`尚未送出内容，客户端就${strong('离开了')}。`,
  },
  weEndedBeforeContent: {
    en: () => rich`Porthole ${strong('ended it')} before any content went out.`,
    'zh-CN': () => rich`尚未送出内容，Porthole 就${strong('结束了它')}。`,
  },
  notSent: {
    en: (size: string, from: string, to: string) => rich`${size} of the file were not sent, from ${from} to ${to}.`,
    'zh-CN': (size: string, from: string, to: string) => rich`文件还有 ${size} 未送出（${from} 至 ${to}）。`,
  },
  refBytes: {
    en: (first: number, last: number) => `bytes ${english.count(first)}–${english.count(last)}`,
    'zh-CN': (first: number, last: number) => `字节 ${chinese.count(first)}–${chinese.count(last)}`,
  },

  // Verdict.
  verdictReceiving: { en: 'Being read', 'zh-CN': '正在读取' },
  verdictSending: { en: 'Under way', 'zh-CN': '正在发送' },
  verdictStalled: { en: 'Stalled', 'zh-CN': '已停滞' },
  verdictComplete: { en: 'Complete', 'zh-CN': '已完成' },
  verdictPartial: { en: 'Part sent, as asked', 'zh-CN': '已按要求发送一部分' },
  verdictNotModified: { en: 'Nothing to send', 'zh-CN': '无需发送' },
  verdictAborted: { en: 'Not complete', 'zh-CN': '未完成' },
  verdictError: { en: 'Not given', 'zh-CN': '未提供' },
  verdictMalformed: { en: 'Not understood', 'zh-CN': '无法理解' },
  saysReceiving: { en: () => rich`Its head is not whole yet.`, 'zh-CN': () => rich`报文头还不完整。` },
  saysSending: {
    en: (progress: string) => rich`Porthole has come to ${strong(progress)}.`,
    'zh-CN': (progress: string) => rich`Porthole 已发送到 ${strong(progress)}。`,
  },
  saysSendingUnmeasured: {
    en: (size: string) => rich`${strong(size)} have gone out; how much there will be is not known in advance.`,
    'zh-CN': (size: string) => rich`已送出 ${strong(size)}；总量无法预知。`,
  },
  saysComplete: {
    en: (size: string) => rich`All of it, ${strong(size)}, left Porthole. Whether it arrived, only the client knows.`,
    'zh-CN': (size: string) => rich`全部 ${strong(size)} 已离开 Porthole。是否送达，只有客户端知道。`,
  },
  saysPartial: {
    en: (size: string, whole: string) => rich`${strong(size)} of a file of ${whole} left Porthole, as it asked.`,
    'zh-CN': (size: string, whole: string) => rich`已按要求送出 ${strong(size)}，文件全长 ${whole}。`,
  },
  saysAborted: {
    en: (progress: string, size: string) =>
      rich`This request carried ${strong(size)} and broke off at ${strong(progress)}.`,
    'zh-CN': (progress: string, size: string) => rich`此请求送出了 ${strong(size)}，断在 ${strong(progress)}。`,
  },
  saysAbortedUnmeasured: {
    en: (size: string) => rich`This request carried ${strong(size)} before it broke off.`,
    'zh-CN': (size: string) => rich`此请求在中断前送出了 ${strong(size)}。`,
  },
  saysWithoutContent: {
    en: () => rich`The answer has no content, as it should.`,
    'zh-CN': () => rich`回应本就不含内容。`,
  },
  ladder: { en: 'How far the bytes surely got', 'zh-CN': '字节确定到达的程度' },
  rungQueued: { en: 'Queued in Porthole', 'zh-CN': '已进入 Porthole 队列' },
  rungHanded: { en: 'Handed to the system', 'zh-CN': '已交给操作系统' },
  rungReceived: { en: 'Likely received', 'zh-CN': '很可能已收到' },
  rungNextRequest: { en: 'Then asked for the next thing', 'zh-CN': '随后发来了下一个请求' },
  rungClosedInOrder: { en: 'Then closed in order', 'zh-CN': '随后正常关闭' },
  rungBroken: { en: 'Broke off afterwards', 'zh-CN': '随后连接中断' },
  rungGoingOn: { en: 'Going on', 'zh-CN': '仍在继续' },
  rungEnded: { en: 'Ended as it should', 'zh-CN': '正常结束' },
  rungClientClosed: { en: 'Closed early by the client', 'zh-CN': '客户端提前关闭' },
  rungWeClosed: { en: 'Ended early by Porthole', 'zh-CN': 'Porthole 提前结束' },

  // The wire.
  note: { en: 'Note', 'zh-CN': '说明' },
  openReference: { en: 'Open this section of the standard in the browser', 'zh-CN': '在浏览器中打开标准的这一节' },
  requestTree: { en: 'Parsed request', 'zh-CN': '解析后的请求' },
  responseTree: { en: 'Parsed response', 'zh-CN': '解析后的响应' },
  requestBytes: { en: 'Bytes of the request', 'zh-CN': '请求的字节' },
  responseBytes: { en: 'Bytes of the response', 'zh-CN': '响应的字节' },
  requestLine: { en: 'Request line', 'zh-CN': '请求行' },
  statusLine: { en: 'Status line', 'zh-CN': '状态行' },
  method: { en: 'Method', 'zh-CN': '方法' },
  target: { en: 'Target', 'zh-CN': '目标' },
  version: { en: 'Version', 'zh-CN': '版本' },
  status: { en: 'Status', 'zh-CN': '状态码' },
  reasonPhrase: { en: 'Reason', 'zh-CN': '原因短语' },
  fields: { en: 'Fields', 'zh-CN': '字段' },
  field: { en: 'Field', 'zh-CN': '字段' },
  name: { en: 'Name', 'zh-CN': '名称' },
  value: { en: 'Value', 'zh-CN': '值' },
  colon: { en: 'Colon', 'zh-CN': '冒号' },
  lineEnd: { en: 'Line end', 'zh-CN': '行尾' },
  path: { en: 'Path', 'zh-CN': '路径' },
  query: { en: 'Query', 'zh-CN': '查询' },
  blankLine: { en: 'Blank line', 'zh-CN': '空行' },
  endOfHead: { en: 'end of the head', 'zh-CN': '报文头结束' },
  unread: { en: 'Not read', 'zh-CN': '未读取' },
  hex: { en: 'Hex', 'zh-CN': '十六进制' },
  text: { en: 'Text', 'zh-CN': '文本' },
  showBytesAs: { en: 'Show bytes as', 'zh-CN': '字节显示方式' },
  bytes: {
    en: (octets: number) => `${english.count(octets)} ${octets === 1 ? 'byte' : 'bytes'}`,
    'zh-CN': (octets: number) => `${chinese.count(octets)} 字节`,
  },
  bytesRead: {
    en: (octets: number, read: number) => `${english.count(octets)} bytes received, ${english.count(read)} read`,
    'zh-CN': (octets: number, read: number) => `收到 ${chinese.count(octets)} 字节，已读 ${chinese.count(read)}`,
  },
  litBytes: {
    en: (first: number, last: number) =>
      first === last ? `byte ${english.count(first)}` : `bytes ${english.count(first)}–${english.count(last)}`,
    'zh-CN': (first: number, last: number) =>
      first === last ? `第 ${chinese.count(first)} 字节` : `字节 ${chinese.count(first)}–${chinese.count(last)}`,
  },
  requestBytesGone: {
    en: 'The bytes of this request have left memory.',
    'zh-CN': '此请求的字节已移出内存。',
  },
  requestBytesPending: { en: 'The request is still being read.', 'zh-CN': '请求仍在读取中。' },
  responseBytesGone: {
    en: 'The bytes of this answer have left memory.',
    'zh-CN': '此回应的字节已移出内存。',
  },
  responseNone: { en: 'No answer was sent.', 'zh-CN': '没有发送回应。' },
  responsePending: { en: 'No answer has been sent yet.', 'zh-CN': '尚未发送回应。' },

  // A request that broke HTTP.
  byteIs: {
    en: (offset: number, what: string) => `Byte ${english.count(offset)} is ${what}.`,
    'zh-CN': (offset: number, what: string) => `第 ${chinese.count(offset)} 字节是${what}。`,
  },
  knocked: {
    en: (protocol: string) => `This is ${protocol}.`,
    'zh-CN': (protocol: string) => `这是${protocol}。`,
  },
  endsAt: {
    en: (octets: number) => `It ends after ${english.count(octets)} bytes.`,
    'zh-CN': (octets: number) => `它在 ${chinese.count(octets)} 字节后结束。`,
  },
  found: { en: 'Found', 'zh-CN': '读到' },
  foundEnd: { en: 'the end of what was sent', 'zh-CN': '所发内容的结尾' },
  expected: { en: 'Expected', 'zh-CN': '应为' },
  answer: { en: 'Answer', 'zh-CN': '回应' },
  answerAndClose: {
    en: (status: string) => rich`${strong(status)} and the connection closed`,
    'zh-CN': (status: string) => rich`${strong(status)}，并关闭连接`,
  },
  rule: { en: 'Rule', 'zh-CN': '依据' },
  parserSteps: { en: 'What the parser had read', 'zh-CN': '解析器已读取的部分' },
  smuggling: { en: 'This has the shape of request smuggling', 'zh-CN': '这是请求走私的形态' },
  space: { en: 'a space', 'zh-CN': '空格' },
  tab: { en: 'a tab', 'zh-CN': '制表符' },
  carriageReturn: { en: 'a carriage return', 'zh-CN': '回车' },
  lineFeed: { en: 'a line feed', 'zh-CN': '换行' },
  nul: { en: 'a NUL', 'zh-CN': '空字符 NUL' },
  control: { en: 'a control character', 'zh-CN': '控制字符' },
  beyondAscii: { en: 'not an ASCII character', 'zh-CN': '非 ASCII 字符' },
  character: {
    en: (character: string) => `“${character}”`,
    'zh-CN': (character: string) => `“${character}”`,
  },
})

/** What protocol knocked, when it was not HTTP. */
export const protocols = messages({
  tls: { en: 'a TLS handshake on a plain port', 'zh-CN': '明文端口上的 TLS 握手' },
  http2: { en: 'the preface of HTTP/2', 'zh-CN': 'HTTP/2 连接前言' },
  ssh: { en: 'an SSH greeting', 'zh-CN': 'SSH 问候' },
  rtsp: { en: 'an RTSP request', 'zh-CN': 'RTSP 请求' },
  smb: { en: 'an SMB message', 'zh-CN': 'SMB 消息' },
  socks: { en: 'a SOCKS greeting', 'zh-CN': 'SOCKS 问候' },
  binary: { en: 'bytes of no protocol that Porthole knows', 'zh-CN': 'Porthole 不认识的协议' },
})

/** Why an exchange went as it did: one plain sentence for every reason code. */
export const explanations = messages({
  // Answers.
  'not-found': { en: 'There is no file under this name.', 'zh-CN': '此名称下没有文件。' },
  'hidden-dot-file': {
    en: 'Its name begins with a dot, and such files stay hidden unless you show them.',
    'zh-CN': '其名称以点开头；除非你选择显示，这类文件保持隐藏。',
  },
  'hidden-secret': {
    en: 'It looks like a secret, such as keys or passwords, so Porthole keeps it hidden.',
    'zh-CN': '它看起来是密钥、密码之类的机密，因此 Porthole 将其隐藏。',
  },
  'link-leaves-share': {
    en: 'It is a link to something outside of what you share.',
    'zh-CN': '它是一个链接，指向你所共享范围之外。',
  },
  'not-a-regular-file': {
    en: 'It is a device, a pipe or a socket, and only regular files are given out.',
    'zh-CN': '它是设备、管道或套接字，而这里只提供普通文件。',
  },
  'malformed-path': {
    en: 'The path holds an escape or a name that no file here can have.',
    'zh-CN': '路径中的转义或名称不可能属于这里的任何文件。',
  },
  'forbidden-by-system': {
    en: 'The file’s permissions do not let Porthole read it.',
    'zh-CN': '文件权限不允许 Porthole 读取它。',
  },
  'too-many-open-files': {
    en: 'The system has no room for one more open file just now.',
    'zh-CN': '系统此刻无法再打开更多文件。',
  },
  'drive-does-not-answer': {
    en: 'The drive that holds the file did not answer in time.',
    'zh-CN': '文件所在的磁盘未能及时响应。',
  },
  'share-vanished': {
    en: 'The shared folder was moved or renamed, or its drive is gone.',
    'zh-CN': '共享文件夹已被移动、改名，或所在磁盘已断开。',
  },
  'read-error': { en: 'The drive gave an error while the file was read.', 'zh-CN': '读取文件时磁盘出错。' },
  'range-not-satisfiable': {
    en: 'The file is shorter than where the part would begin.',
    'zh-CN': '文件长度不及所要部分的起点。',
  },
  'precondition-failed': {
    en: 'It set a condition on the version of the file, and the condition does not hold.',
    'zh-CN': '它对文件版本提出了条件，而条件不成立。',
  },
  'method-not-allowed': {
    en: 'This share can be read, not changed.',
    'zh-CN': '此共享只能读取，不能更改。',
  },
  'method-unknown': { en: 'Porthole does not know this method.', 'zh-CN': 'Porthole 不认识该方法。' },
  'host-not-ours': {
    en: 'Its Host field names a host that is not this one, which may be an attack by a web page.',
    'zh-CN': '其 Host 字段指向的不是本机，可能是某个网页在攻击。',
  },
  'expectation-unknown': {
    en: 'Its Expect field asks for something other than 100-continue.',
    'zh-CN': '其 Expect 字段要求的不是 100-continue。',
  },
  'handler-failed': {
    en: 'Porthole itself made a mistake on this request. No other request was touched.',
    'zh-CN': 'Porthole 在处理此请求时自身出错，其他请求不受影响。',
  },

  // Endings before the last byte.
  'client-closed': {
    en: 'The client closed the connection before the last byte.',
    'zh-CN': '客户端在最后一个字节之前关闭了连接。',
  },
  'client-reset': {
    en: 'The client broke the connection off without closing it.',
    'zh-CN': '客户端未经关闭就中断了连接。',
  },
  'stalled-reader': {
    en: 'The client took nothing for a minute, so its place was given to others.',
    'zh-CN': '客户端一分钟没有接收任何数据，位置已让给其他请求。',
  },
  'content-timeout': {
    en: 'The content of the request stopped coming.',
    'zh-CN': '请求内容不再到来。',
  },
  'file-changed': {
    en: 'The file changed while it was being sent, and half of each version would have been worth nothing.',
    'zh-CN': '文件在发送途中被修改，两个版本各半的内容毫无用处。',
  },
  'server-stopped': { en: 'Serving was stopped while it ran.', 'zh-CN': '传输途中共享被停止。' },
  'lab-cut': {
    en: 'The fault lab broke the connection on purpose.',
    'zh-CN': '故障实验室故意切断了连接。',
  },
  'user-disconnected': { en: 'You disconnected this client.', 'zh-CN': '你断开了此客户端。' },

  // Requests that break HTTP: the rule that was broken.
  'foreign-protocol': { en: 'This port speaks HTTP only.', 'zh-CN': '此端口只支持 HTTP。' },
  'method-malformed': {
    en: 'A method is made of letters, digits and a few signs.',
    'zh-CN': '方法只能由字母、数字和少数符号组成。',
  },
  'method-too-long': {
    en: 'No method that Porthole knows is as long as this one.',
    'zh-CN': 'Porthole 所知的方法都没有这么长。',
  },
  'request-line-malformed': {
    en: 'A request line is a method, a target and a version with one space between them.',
    'zh-CN': '请求行由方法、目标和版本组成，其间各有一个空格。',
  },
  'target-malformed': {
    en: 'A target is a path, a URL, a host with a port, or an asterisk.',
    'zh-CN': '目标应为路径、URL、带端口的主机名或星号。',
  },
  'target-too-long': { en: 'A target may have 8 KiB here.', 'zh-CN': '此处目标最长为 8 KiB。' },
  'version-malformed': {
    en: 'A version reads HTTP, a slash, a digit, a dot and a digit.',
    'zh-CN': '版本的写法是 HTTP、斜杠、数字、点、数字。',
  },
  'version-unsupported': {
    en: 'Porthole speaks HTTP/1.1 and HTTP/1.0.',
    'zh-CN': 'Porthole 支持 HTTP/1.1 和 HTTP/1.0。',
  },
  'bare-lf': {
    en: 'A line ends with a carriage return and a line feed, not with a line feed alone.',
    'zh-CN': '行尾必须是回车加换行，不能只有换行。',
  },
  'bare-cr': {
    en: 'A carriage return stands only before a line feed.',
    'zh-CN': '回车只能出现在换行之前。',
  },
  'space-before-first-field': {
    en: 'Nothing may stand between the request line and the first field.',
    'zh-CN': '请求行与首个字段之间不能有任何内容。',
  },
  'field-name-malformed': {
    en: 'A field name is made of letters, digits and a few signs.',
    'zh-CN': '字段名只能由字母、数字和少数符号组成。',
  },
  'space-before-colon': { en: 'A field name must touch its colon.', 'zh-CN': '字段名必须紧挨冒号。' },
  'colon-missing': { en: 'A field is a name, a colon and a value.', 'zh-CN': '字段由名称、冒号和值组成。' },
  'obs-fold': {
    en: 'A field stands on one line; folding it was given up in 2014.',
    'zh-CN': '一个字段占一行；折行写法已于 2014 年废弃。',
  },
  'control-in-value': {
    en: 'A field value holds no control characters but the tab.',
    'zh-CN': '除制表符外，字段值中不能有控制字符。',
  },
  'head-too-large': { en: 'A head may have 16 KiB here.', 'zh-CN': '此处报文头最大为 16 KiB。' },
  'too-many-fields': { en: 'A head may have 100 fields here.', 'zh-CN': '此处报文头最多有 100 个字段。' },
  'host-missing': { en: 'HTTP/1.1 asks for a Host field.', 'zh-CN': 'HTTP/1.1 要求有 Host 字段。' },
  'host-repeated': { en: 'There is one Host field, not several.', 'zh-CN': 'Host 字段只能有一个。' },
  'host-malformed': {
    en: 'A Host field holds a host name or address, and a port at most.',
    'zh-CN': 'Host 字段只含主机名或地址，最多再加端口。',
  },
  'content-length-malformed': { en: 'A Content-Length is made of digits.', 'zh-CN': 'Content-Length 只能由数字组成。' },
  'content-length-conflict': {
    en: 'A message has one length; these two differ.',
    'zh-CN': '一条消息只有一个长度，而这两个不同。',
  },
  'content-too-large': {
    en: 'The content is larger than is taken here.',
    'zh-CN': '内容超出此处的上限。',
  },
  'transfer-encoding-malformed': {
    en: 'A Transfer-Encoding is a list of codings, chunked last and once.',
    'zh-CN': 'Transfer-Encoding 是编码列表，chunked 只在最后出现一次。',
  },
  'transfer-encoding-unsupported': {
    en: 'Of all transfer codings, Porthole knows chunked.',
    'zh-CN': '传输编码中，Porthole 只支持 chunked。',
  },
  'transfer-encoding-in-1.0': {
    en: 'HTTP/1.0 has no transfer codings.',
    'zh-CN': 'HTTP/1.0 没有传输编码。',
  },
  'length-and-transfer-encoding': {
    en: 'A message says how it ends by its length or by its coding, never by both.',
    'zh-CN': '消息的结尾由长度或编码之一给出，不能两者兼有。',
  },
  'chunk-size-malformed': { en: 'A chunk begins with its size in hex digits.', 'zh-CN': '分块以十六进制的大小开头。' },
  'chunk-extension-malformed': {
    en: 'A chunk extension is a semicolon, a name and perhaps a value.',
    'zh-CN': '分块扩展由分号、名称和可选的值组成。',
  },
  'chunk-extension-too-large': {
    en: 'The extensions of a chunk are longer than is taken here.',
    'zh-CN': '分块扩展超出此处的长度上限。',
  },
  'chunk-end-missing': {
    en: 'A chunk is followed by a carriage return and a line feed.',
    'zh-CN': '分块之后必须是回车加换行。',
  },
  'trailers-too-large': { en: 'Its trailers are longer than is taken here.', 'zh-CN': '尾部字段超出此处的长度上限。' },
  'head-timeout': {
    en: 'Its head did not arrive whole within the time that a client has for it.',
    'zh-CN': '报文头未能在规定时间内完整到达。',
  },
  'head-incomplete': {
    en: 'The client closed its side of the connection before the head was whole.',
    'zh-CN': '报文头尚未完整，客户端就关闭了自己这一侧的连接。',
  },
})

/** What the parser would have accepted where it stopped. */
export const expectations = messages({
  'foreign-protocol': { en: 'a method, such as GET', 'zh-CN': '方法，例如 GET' },
  'method-too-long': { en: 'a space after the method', 'zh-CN': '方法之后的空格' },
  'target-too-long': { en: 'a space within 8 KiB', 'zh-CN': '8 KiB 之内的空格' },
  'head-too-large': { en: 'the blank line within 16 KiB', 'zh-CN': '16 KiB 之内的空行' },
  'too-many-fields': { en: 'the blank line', 'zh-CN': '空行' },
  'host-repeated': { en: 'one Host field', 'zh-CN': '仅一个 Host 字段' },
  'content-too-large': { en: 'a smaller length', 'zh-CN': '较小的长度' },
  'transfer-encoding-in-1.0': { en: 'Content-Length, or nothing', 'zh-CN': 'Content-Length，或都没有' },
  'length-and-transfer-encoding': { en: 'one of the two', 'zh-CN': '两者之一' },
  'chunk-extension-too-large': { en: 'the end of the line', 'zh-CN': '行尾' },
  'trailers-too-large': { en: 'the blank line', 'zh-CN': '空行' },
  'head-timeout': { en: 'the rest of the head', 'zh-CN': '报文头的其余部分' },
  'head-incomplete': { en: 'the rest of the head', 'zh-CN': '报文头的其余部分' },
  'method-malformed': { en: 'a letter, a digit or a space', 'zh-CN': '字母、数字或空格' },
  'request-line-malformed': { en: 'one space between each two parts', 'zh-CN': '各部分之间有且只有一个空格' },
  'target-malformed': { en: 'a slash, or http://', 'zh-CN': '斜杠，或 http://' },
  'version-malformed': { en: 'HTTP/1.1', 'zh-CN': 'HTTP/1.1' },
  'version-unsupported': { en: 'HTTP/1.1 or HTTP/1.0', 'zh-CN': 'HTTP/1.1 或 HTTP/1.0' },
  'bare-lf': { en: 'a carriage return before it', 'zh-CN': '其前有回车' },
  'bare-cr': { en: 'a line feed after it', 'zh-CN': '其后有换行' },
  'space-before-first-field': { en: 'a field name', 'zh-CN': '字段名' },
  'field-name-malformed': { en: 'a letter, a digit or a colon', 'zh-CN': '字母、数字或冒号' },
  'space-before-colon': { en: 'a colon, or another name character', 'zh-CN': '冒号，或其他名称字符' },
  'colon-missing': { en: 'a colon', 'zh-CN': '冒号' },
  'obs-fold': { en: 'a field name, or the blank line', 'zh-CN': '字段名或空行' },
  'control-in-value': { en: 'a visible character', 'zh-CN': '可见字符' },
  'host-missing': { en: 'a Host field', 'zh-CN': 'Host 字段' },
  'host-malformed': { en: 'a host name or address', 'zh-CN': '主机名或地址' },
  'content-length-malformed': { en: 'a digit', 'zh-CN': '数字' },
  'content-length-conflict': { en: 'the same length again', 'zh-CN': '相同的长度' },
  'transfer-encoding-malformed': { en: 'chunked', 'zh-CN': 'chunked' },
  'transfer-encoding-unsupported': { en: 'chunked', 'zh-CN': 'chunked' },
  'chunk-size-malformed': { en: 'a hex digit', 'zh-CN': '十六进制数字' },
  'chunk-extension-malformed': { en: 'a name', 'zh-CN': '名称' },
  'chunk-end-missing': { en: 'a carriage return and a line feed', 'zh-CN': '回车加换行' },
})

/** The sections that hold the rule, for the faults of messages. Names of standards are the same in every language. */
export const ruleSections = {
  'foreign-protocol': 'RFC 9112 §3',
  'method-malformed': 'RFC 9112 §3.1',
  'method-too-long': 'RFC 9112 §3',
  'request-line-malformed': 'RFC 9112 §3',
  'target-malformed': 'RFC 9112 §3.2',
  'target-too-long': 'RFC 9110 §15.5.15',
  'version-malformed': 'RFC 9112 §2.3',
  'version-unsupported': 'RFC 9110 §15.6.6',
  'bare-lf': 'RFC 9112 §2.2',
  'bare-cr': 'RFC 9112 §2.2',
  'space-before-first-field': 'RFC 9112 §2.2',
  'field-name-malformed': 'RFC 9110 §5.1',
  'space-before-colon': 'RFC 9112 §5.1',
  'colon-missing': 'RFC 9112 §5',
  'obs-fold': 'RFC 9112 §5.2',
  'control-in-value': 'RFC 9110 §5.5',
  'head-too-large': 'RFC 6585 §5',
  'too-many-fields': 'RFC 6585 §5',
  'host-missing': 'RFC 9112 §3.2',
  'host-repeated': 'RFC 9112 §3.2',
  'host-malformed': 'RFC 9112 §3.2',
  'content-length-malformed': 'RFC 9110 §8.6',
  'content-length-conflict': 'RFC 9112 §6.3',
  'content-too-large': 'RFC 9110 §15.5.14',
  'transfer-encoding-malformed': 'RFC 9112 §6.1',
  'transfer-encoding-unsupported': 'RFC 9112 §6.1',
  'transfer-encoding-in-1.0': 'RFC 9112 §6.1',
  'length-and-transfer-encoding': 'RFC 9112 §6.3',
  'chunk-size-malformed': 'RFC 9112 §7.1',
  'chunk-extension-malformed': 'RFC 9112 §7.1.1',
  'chunk-extension-too-large': 'RFC 9112 §7.1.1',
  'chunk-end-missing': 'RFC 9112 §7.1',
  'trailers-too-large': 'RFC 9112 §7.1.2',
  'head-timeout': 'RFC 9110 §15.5.9',
  'head-incomplete': 'RFC 9112 §8',
} as const

const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' })

/** `3rd`, as only English needs it. */
function ordinalWord(value: number): string {
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' }
  return `${english.count(value)}${endings[ordinalRules.select(value)] ?? 'th'}`
}
