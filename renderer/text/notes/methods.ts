import type { Notes } from './note'

/** The methods of RFC 9110 §9.3, PATCH (RFC 5789) and those of WebDAV, which file managers try on every server. */
export const methodNotes = {
  GET: {
    at: 'RFC 9110 §9.3.1',
    en: ['asks for the content', 'The client wants what this target stands for, and nothing on the server changes.'],
    'zh-CN': ['获取内容', '客户端要取得目标所代表的内容，服务器上不会有任何改变。'],
  },
  HEAD: {
    at: 'RFC 9110 §9.3.2',
    en: [
      'asks for the fields alone',
      'The client wants exactly the head that GET would bring, without the content: to learn a size or a date cheaply.',
    ],
    'zh-CN': ['只要报文头', '客户端要的是与 GET 完全相同的报文头，但不要内容，以便省力地得知大小或日期。'],
  },
  POST: {
    at: 'RFC 9110 §9.3.3',
    en: [
      'hands over content',
      'The client gives content to the target to be dealt with; sent twice, it may act twice.',
    ],
    'zh-CN': ['提交内容', '客户端把内容交给目标处理；发送两次可能生效两次。'],
  },
  PUT: {
    at: 'RFC 9110 §9.3.4',
    en: [
      'asks to store its content',
      'What the client sends shall replace whatever the target holds; sent twice, it comes to the same.',
    ],
    'zh-CN': ['存储其内容', '客户端所发内容将取代目标原有的内容；发送两次与一次结果相同。'],
  },
  PATCH: {
    at: 'RFC 5789 §2',
    en: ['asks to change a part', 'The content describes a change to what the target holds, not the whole of it anew.'],
    'zh-CN': ['修改一部分', '内容描述的是对目标的一处修改，而不是完整的新版本。'],
  },
  DELETE: {
    at: 'RFC 9110 §9.3.5',
    en: ['asks to remove the target', 'The client wants the target to stand for nothing any more.'],
    'zh-CN': ['删除目标', '客户端要求该目标此后不再对应任何内容。'],
  },
  CONNECT: {
    at: 'RFC 9110 §9.3.6',
    en: [
      'asks for a tunnel',
      'The client takes this server for a proxy and asks it to pass bytes on to another host, as HTTPS through a proxy needs.',
    ],
    'zh-CN': ['请求隧道', '客户端把此服务器当作代理，要求它把字节转给另一台主机，经代理访问 HTTPS 时即如此。'],
  },
  OPTIONS: {
    at: 'RFC 9110 §9.3.7',
    en: [
      'asks what is allowed',
      'The client wants to know what the target, or with * the whole server, can do; browsers ask so before some requests across sites.',
    ],
    'zh-CN': [
      '询问可用功能',
      '客户端想知道目标（或以 * 表示整个服务器）支持什么；浏览器在某些跨站请求之前会这样询问。',
    ],
  },
  TRACE: {
    at: 'RFC 9110 §9.3.8',
    en: [
      'asks to see its own request',
      'The server shall send back the request as it arrived, so that the client sees what was changed on the way.',
    ],
    'zh-CN': ['回显自身请求', '服务器把收到的请求原样送回，让客户端看到途中有无改动。'],
  },
  PROPFIND: {
    at: 'RFC 4918 §9.1',
    en: ['asks for properties', 'A method of WebDAV: file managers list a folder with it when they mount a server.'],
    'zh-CN': ['查询属性', 'WebDAV 的方法：文件管理器挂载服务器时用它列出文件夹。'],
  },
  PROPPATCH: {
    at: 'RFC 4918 §9.2',
    en: ['asks to change properties', 'A method of WebDAV that sets or removes what is noted about a file.'],
    'zh-CN': ['修改属性', 'WebDAV 的方法，用于设置或移除文件的属性。'],
  },
  MKCOL: {
    at: 'RFC 4918 §9.3',
    en: ['asks to make a folder', 'A method of WebDAV that makes a new folder at the target.'],
    'zh-CN': ['新建文件夹', 'WebDAV 的方法，在目标处新建文件夹。'],
  },
  COPY: {
    at: 'RFC 4918 §9.8',
    en: ['asks to copy the target', 'A method of WebDAV; the field Destination says where the copy goes.'],
    'zh-CN': ['复制目标', 'WebDAV 的方法；字段 Destination 指明副本去处。'],
  },
  MOVE: {
    at: 'RFC 4918 §9.9',
    en: ['asks to move the target', 'A method of WebDAV; the field Destination says where it goes.'],
    'zh-CN': ['移动目标', 'WebDAV 的方法；字段 Destination 指明去处。'],
  },
  LOCK: {
    at: 'RFC 4918 §9.10',
    en: ['asks for a lock', 'A method of WebDAV that keeps others from writing to the target for a while.'],
    'zh-CN': ['请求加锁', 'WebDAV 的方法，让他人在一段时间内不能写入目标。'],
  },
  UNLOCK: {
    at: 'RFC 4918 §9.11',
    en: ['gives a lock back', 'A method of WebDAV that ends what LOCK began.'],
    'zh-CN': ['解除锁定', 'WebDAV 的方法，结束 LOCK 所加的锁。'],
  },
  PRI: {
    at: 'RFC 9113 §3.4',
    en: ['is the greeting of HTTP/2', 'No method at all: so begin the first bytes of a client that speaks HTTP/2.'],
    'zh-CN': ['HTTP/2 的问候', '它并不是方法：使用 HTTP/2 的客户端以此开头。'],
  },
} as const satisfies Notes

/** Any other method. */
export const unknownMethod = {
  at: 'RFC 9110 §9.1',
  en: [
    'is no method that Porthole knows',
    'The grammar allows any token here; a server that does not know one answers 501.',
  ],
  'zh-CN': ['Porthole 不认识的方法', '语法允许任何记号作为方法；服务器不认识时回应 501。'],
} as const satisfies Notes[string]
