import type { Notes } from './note'

/** Fields with which a client says who it is, where it goes and what it can read (RFC 9110 §7, §10.1, §11, §12.5). */
export const requestFieldNotes = {
  host: {
    at: 'RFC 9110 §7.2',
    en: [
      'whom the request is for',
      'The host and port as the client knows them. One server can answer for several; a wrong one may be a web page reaching for your network.',
    ],
    'zh-CN': ['请求发给谁', '客户端所知的主机与端口。一台服务器可代表多个主机；不符时可能是某网页在探访你的网络。'],
  },
  'user-agent': {
    at: 'RFC 9110 §10.1.5',
    en: [
      'what program is asking',
      'Products with their versions, the most telling first. It is what the client says of itself, no proof.',
    ],
    'zh-CN': ['发出请求的程序', '产品及其版本，最要紧的在前。这是客户端的自述，并非证明。'],
  },
  accept: {
    at: 'RFC 9110 §12.5.1',
    en: [
      'which types it likes',
      'Media types that the client can use, with q weights between 0 and 1; */* takes anything.',
    ],
    'zh-CN': ['想要的类型', '客户端能用的媒体类型，可带 0 到 1 的权重 q；*/* 表示来者不拒。'],
  },
  'accept-encoding': {
    at: 'RFC 9110 §12.5.3',
    en: [
      'which packings it can undo',
      'Compressions that the client understands. A server need not use any of them; ranges are simplest without.',
    ],
    'zh-CN': ['能解开的压缩', '客户端懂得的压缩方式。服务器不必使用；不压缩时分段下载最简单。'],
  },
  'accept-language': {
    at: 'RFC 9110 §12.5.4',
    en: [
      'which languages it reads',
      'In order of liking; the pages that Porthole makes itself are written in the first it knows.',
    ],
    'zh-CN': ['能读的语言', '按喜好排列；Porthole 自己生成的页面使用其中第一种它会的语言。'],
  },
  'accept-charset': {
    at: 'RFC 9110 §12.5.2',
    en: ['which characters it reads', 'Given up: everybody reads UTF-8 now.'],
    'zh-CN': ['能读的字符编码', '已弃用：如今都使用 UTF-8。'],
  },
  'a-im': {
    at: 'RFC 3229 §10.5.3',
    en: ['would take a difference', 'The client can use the change since its copy instead of the whole.'],
    'zh-CN': ['可接受差异', '客户端可以只接收相对其副本的差异。'],
  },
  expect: {
    at: 'RFC 9110 §10.1.1',
    en: [
      'waits for a go-ahead',
      'With 100-continue the client holds its content back until the server says 100, or refuses and saves the trip.',
    ],
    'zh-CN': ['等待许可', '值为 100-continue 时，客户端先不发内容，等服务器回 100；若被拒则省去一趟。'],
  },
  referer: {
    at: 'RFC 9110 §10.1.3',
    en: ['where the link was', 'The page that led here. The name lacks an r since 1996, and it is too late to mend.'],
    'zh-CN': ['链接来自何处', '引来此请求的页面。这个名称自 1996 年起少了一个 r，已无法更正。'],
  },
  from: {
    at: 'RFC 9110 §10.1.2',
    en: ['who answers for the program', 'The e-mail address of a person, given by well-behaved robots.'],
    'zh-CN': ['负责人', '负责人的电子邮箱，守规矩的爬虫会提供。'],
  },
  authorization: {
    at: 'RFC 9110 §11.6.2',
    en: [
      'proves who is asking',
      'A password or token for this server. On plain HTTP everybody on the way can read it.',
    ],
    'zh-CN': ['证明身份', '用于此服务器的口令或令牌。在明文 HTTP 上，途中任何人都能读到。'],
  },
  cookie: {
    at: 'RFC 6265 §5.4',
    en: [
      'what servers asked it to remember',
      'Browsers send it for the host whatever the port, so it may come from another program on this machine.',
    ],
    'zh-CN': ['服务器让它记住的内容', '浏览器只认主机不认端口，因此它可能来自本机上的其他程序。'],
  },
  cookie2: {
    at: 'RFC 6265 §9.3',
    en: ['given up', 'A second kind of cookie that never caught on.'],
    'zh-CN': ['已废弃', '从未普及的另一种 Cookie。'],
  },
  'max-forwards': {
    at: 'RFC 9110 §7.6.2',
    en: [
      'how many proxies may pass it on',
      'With TRACE or OPTIONS: each proxy takes one off, and at 0 answers itself.',
    ],
    'zh-CN': ['最多经过几个代理', '用于 TRACE 或 OPTIONS：每经一个代理减一，到 0 时由该处作答。'],
  },
  prefer: {
    at: 'RFC 7240 §2',
    en: ['how it would like it done', 'Wishes that a server may follow or not, such as a short answer.'],
    'zh-CN': ['偏好的处理方式', '服务器可听可不听的愿望，例如简短的回应。'],
  },
  'early-data': {
    at: 'RFC 8470 §5.1',
    en: ['may be a replay', 'A gateway says that this came in the first flight of TLS.'],
    'zh-CN': ['可能是重放', '网关表示此请求来自 TLS 的首批数据。'],
  },
  priority: {
    at: 'RFC 9218 §5',
    en: ['how urgent it is', 'u from 0, most urgent, to 7; i says that a beginning is useful by itself.'],
    'zh-CN': ['有多紧急', 'u 从 0（最紧急）到 7；i 表示先到的部分即可使用。'],
  },
  'x-requested-with': {
    at: null,
    en: [
      'asked by a script or an app',
      'No standard: scripts set it to XMLHttpRequest, and Android apps to their own name.',
    ],
    'zh-CN': ['由脚本或应用发出', '没有标准：脚本写 XMLHttpRequest，Android 应用写自己的名称。'],
  },
  'x-http-method-override': {
    at: null,
    en: [
      'means another method',
      'No standard: for servers behind something that lets only GET and POST pass. Porthole does not follow it.',
    ],
    'zh-CN': ['实指另一方法', '没有标准：用于只放行 GET 和 POST 的环境。Porthole 不予理会。'],
  },
  'x-request-id': {
    at: null,
    en: ['a number to find it by', 'No standard: a label that lets people find this request in several logs.'],
    'zh-CN': ['便于查找的编号', '没有标准：用来在多份日志中找到同一请求。'],
  },
  'x-correlation-id': {
    at: null,
    en: ['a number to find it by', 'No standard: a label shared by all requests that belong to one act.'],
    'zh-CN': ['关联编号', '没有标准：同一操作的各个请求共用的标签。'],
  },
  traceparent: {
    at: null,
    en: [
      'joins several traces',
      'Trace Context of the W3C: ties this request to those before it in a chain of programs.',
    ],
    'zh-CN': ['串起调用链', 'W3C 的 Trace Context：把此请求与调用链中之前的请求连起来。'],
  },
  'x-playback-session-id': {
    at: null,
    en: ['one viewing', 'No standard: Apple’s players send the same one for all requests of a viewing.'],
    'zh-CN': ['一次播放', '没有标准：苹果的播放器在一次播放的所有请求中发送相同的值。'],
  },
  'icy-metadata': {
    at: null,
    en: [
      'would like titles in the stream',
      'No standard: radio players ask Icecast servers with it for the names of songs.',
    ],
    'zh-CN': ['希望流中带曲名', '没有标准：网络电台播放器以此向 Icecast 服务器索取曲名。'],
  },
  'getcontentfeatures.dlna.org': {
    at: null,
    en: [
      'asks what can be played',
      'From the guidelines of DLNA: televisions ask a media server how the file may be played.',
    ],
    'zh-CN': ['询问可否播放', '出自 DLNA 规范：电视机询问媒体服务器此文件的播放方式。'],
  },
  'transfermode.dlna.org': {
    at: null,
    en: [
      'how it will be played',
      'From the guidelines of DLNA: Streaming for video and music, Interactive for pictures.',
    ],
    'zh-CN': ['传输方式', '出自 DLNA 规范：Streaming 用于音视频，Interactive 用于图片。'],
  },
  'timeseekrange.dlna.org': {
    at: null,
    en: [
      'asks for a time, not for bytes',
      'From the guidelines of DLNA: a place in the film by its time. Porthole answers byte ranges only.',
    ],
    'zh-CN': ['按时间定位', '出自 DLNA 规范：以时间指定影片位置。Porthole 只支持字节范围。'],
  },
} as const satisfies Notes
