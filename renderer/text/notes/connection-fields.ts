import type { Notes } from './note'

/** Fields about the connection and those on the way (RFC 9110 §7.6, §7.8; RFC 7239). */
export const connectionFieldNotes = {
  connection: {
    at: 'RFC 9110 §7.6.1',
    en: [
      'what happens to the connection',
      'close ends it after this exchange, keep-alive asks an HTTP/1.0 server to keep it; other names are fields for the next hop alone.',
    ],
    'zh-CN': [
      '连接如何处置',
      'close 表示此次之后关闭，keep-alive 请 HTTP/1.0 服务器保持；其他名称是仅供下一跳使用的字段。',
    ],
  },
  'keep-alive': {
    at: 'RFC 9112 §C.2.2',
    en: [
      'how long it would stay open',
      'An old companion of Connection: keep-alive with a time and a number of requests; nobody has to keep to it.',
    ],
    'zh-CN': ['保持多久', 'Connection: keep-alive 的旧伴随字段，给出时间与请求数；并无约束力。'],
  },
  'proxy-connection': {
    at: 'RFC 9112 §C.2.2',
    en: ['a mistake that stayed', 'Never a standard: old clients sent it to proxies in place of Connection.'],
    'zh-CN': ['遗留的错误', '从非标准：旧客户端向代理发送它来代替 Connection。'],
  },
  upgrade: {
    at: 'RFC 9110 §7.8',
    en: [
      'would rather speak another protocol',
      'The client offers to go on in it on this connection. A server may stay silent about it, and Porthole does.',
    ],
    'zh-CN': ['想改用其他协议', '客户端提议在此连接上改用它。服务器可以不理会，Porthole 即如此。'],
  },
  'http2-settings': {
    at: 'RFC 9113 §3.1',
    en: ['an old way into HTTP/2', 'With Upgrade: h2c it offered HTTP/2 without TLS; given up since 2022.'],
    'zh-CN': ['通往 HTTP/2 的旧路', '与 Upgrade: h2c 合用以在无 TLS 时使用 HTTP/2；2022 年起废弃。'],
  },
  via: {
    at: 'RFC 9110 §7.6.3',
    en: ['which way it came', 'Each proxy and gateway adds its version and name.'],
    'zh-CN': ['途经何处', '每个代理和网关都会加上自己的版本与名称。'],
  },
  forwarded: {
    at: 'RFC 7239 §4',
    en: [
      'whom a proxy asks for',
      'The address, host and scheme that a proxy saw; anybody can write it, so Porthole does not trust it.',
    ],
    'zh-CN': ['代理为谁请求', '代理所见的地址、主机与协议；谁都可以写，因此 Porthole 不予采信。'],
  },
  'x-forwarded-for': {
    at: 'RFC 7239 §7.4',
    en: [
      'whom a proxy asks for',
      'The common form before RFC 7239: addresses, the first client first. Anybody can write it, so Porthole does not trust it.',
    ],
    'zh-CN': [
      '代理为谁请求',
      'RFC 7239 之前的通行写法：地址列表，最初的客户端在前。谁都可以写，因此 Porthole 不予采信。',
    ],
  },
  'x-forwarded-host': {
    at: 'RFC 7239 §7.4',
    en: ['the Host that a proxy saw', 'The common form before RFC 7239. Porthole does not trust it.'],
    'zh-CN': ['代理所见的 Host', 'RFC 7239 之前的通行写法。Porthole 不予采信。'],
  },
  'x-forwarded-proto': {
    at: 'RFC 7239 §7.4',
    en: [
      'the scheme that a proxy saw',
      'http or https between the client and the proxy; the common form before RFC 7239.',
    ],
    'zh-CN': ['代理所见的协议', '客户端与代理之间是 http 还是 https；RFC 7239 之前的通行写法。'],
  },
  'x-real-ip': {
    at: null,
    en: [
      'whom a proxy asks for',
      'No standard: nginx writes the address of its client here. Porthole does not trust it.',
    ],
    'zh-CN': ['代理为谁请求', '没有标准：nginx 在此写入其客户端地址。Porthole 不予采信。'],
  },
  'proxy-authorization': {
    at: 'RFC 9110 §11.7.2',
    en: ['proves itself to a proxy', 'A password for a proxy on the way; it should not have come this far.'],
    'zh-CN': ['向代理证明身份', '给途中代理的口令，本不该传到这里。'],
  },
  'proxy-authenticate': {
    at: 'RFC 9110 §11.7.1',
    en: ['how to sign in to the proxy', 'With 407: the ways in which the proxy takes a proof.'],
    'zh-CN': ['如何向代理登录', '与 407 同用：代理接受的证明方式。'],
  },
  'cdn-loop': {
    at: 'RFC 8586 §2',
    en: ['guards against circles', 'Each content network adds its name, so that none sends a request to itself.'],
    'zh-CN': ['防止绕圈', '各内容分发网络在此加上名称，避免把请求转给自己。'],
  },
  'alt-svc': {
    at: 'RFC 7838 §3',
    en: ['also to be had elsewhere', 'The same content is offered over another protocol, host or port.'],
    'zh-CN': ['别处亦可取得', '同样的内容也在另一协议、主机或端口提供。'],
  },
  'alt-used': {
    at: 'RFC 7838 §5',
    en: ['came through another door', 'The alternative host that the client followed to get here.'],
    'zh-CN': ['经由备用地址', '客户端来此所用的备用主机。'],
  },
  'sec-websocket-key': {
    at: 'RFC 6455 §11.3.1',
    en: [
      'opens a WebSocket',
      'A random value that the server must answer in kind. Porthole’s shares speak no WebSocket.',
    ],
    'zh-CN': ['打开 WebSocket', '随机值，服务器须据此作答。Porthole 的共享不支持 WebSocket。'],
  },
  'sec-websocket-version': {
    at: 'RFC 6455 §11.3.5',
    en: ['which WebSocket', 'The version of the protocol; 13 is the one that counts.'],
    'zh-CN': ['WebSocket 版本', '协议版本；实际使用的是 13。'],
  },
  'sec-websocket-extensions': {
    at: 'RFC 6455 §11.3.2',
    en: ['extras of the WebSocket', 'Extensions that the client can use, such as compression.'],
    'zh-CN': ['WebSocket 扩展', '客户端可用的扩展，例如压缩。'],
  },
  'sec-websocket-protocol': {
    at: 'RFC 6455 §11.3.4',
    en: ['what to speak in the WebSocket', 'The protocols that the client would use inside.'],
    'zh-CN': ['WebSocket 内的协议', '客户端希望在其中使用的协议。'],
  },
} as const satisfies Notes
