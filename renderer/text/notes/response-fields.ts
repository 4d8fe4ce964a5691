import type { Notes } from './note'

/** Fields of answers and of caching (RFC 9110 §6.6, §10.2, §11; RFC 9111 §5). */
export const responseFieldNotes = {
  date: {
    at: 'RFC 9110 §6.6.1',
    en: ['when the message was made', 'In Greenwich time; caches reckon the age of a copy from it.'],
    'zh-CN': ['消息生成时间', '格林尼治时间；缓存据此计算副本的存在时长。'],
  },
  server: {
    at: 'RFC 9110 §10.2.4',
    en: ['what program answers', 'The counterpart of User-Agent. The less it tells, the less it helps an attacker.'],
    'zh-CN': ['作答的程序', '与 User-Agent 相对。说得越少，对攻击者的帮助越小。'],
  },
  allow: {
    at: 'RFC 9110 §10.2.1',
    en: ['which methods are possible', 'Sent with 405 and for OPTIONS: these methods the target understands.'],
    'zh-CN': ['可用的方法', '随 405 或应 OPTIONS 发送：目标支持的方法。'],
  },
  location: {
    at: 'RFC 9110 §10.2.2',
    en: ['where to go', 'With 3xx the address to ask instead, with 201 that of what was made.'],
    'zh-CN': ['去往何处', '在 3xx 中是应改问的地址，在 201 中是新建内容的地址。'],
  },
  'retry-after': {
    at: 'RFC 9110 §10.2.3',
    en: ['when to come back', 'In seconds, or as a date.'],
    'zh-CN': ['何时再来', '以秒计，或为日期。'],
  },
  vary: {
    at: 'RFC 9110 §12.5.5',
    en: [
      'what the answer depended on',
      'A cache may give this answer only to requests in which these fields are the same.',
    ],
    'zh-CN': ['回应取决于什么', '只有这些字段相同的请求，缓存才可给出同样的回应。'],
  },
  'cache-control': {
    at: 'RFC 9111 §5.2',
    en: [
      'how long it may be kept',
      'no-cache keeps a copy but asks each time whether it is still good; no-store keeps none; max-age is in seconds.',
    ],
    'zh-CN': ['可保存多久', 'no-cache 可保存，但每次都要询问是否仍有效；no-store 不保存；max-age 以秒计。'],
  },
  expires: {
    at: 'RFC 9111 §5.3',
    en: [
      'good until then',
      'The older way to say how long a copy is fresh; max-age of Cache-Control counts before it.',
    ],
    'zh-CN': ['有效至何时', '说明副本保鲜期的旧方式；Cache-Control 的 max-age 优先。'],
  },
  age: {
    at: 'RFC 9111 §5.1',
    en: ['how old the copy is', 'Seconds since the server made it; its presence says that a cache answered.'],
    'zh-CN': ['副本已存在多久', '自服务器生成以来的秒数；出现此字段说明由缓存作答。'],
  },
  pragma: {
    at: 'RFC 9111 §5.4',
    en: ['an old wish for fresh content', 'no-cache from the days of HTTP/1.0; Cache-Control has taken its place.'],
    'zh-CN': ['索取新内容的旧写法', 'HTTP/1.0 时代的 no-cache，已由 Cache-Control 取代。'],
  },
  warning: {
    at: 'RFC 9111 §5.5',
    en: ['given up', 'Caches told with it that a copy was stale; hardly anybody sent or read it.'],
    'zh-CN': ['已废弃', '缓存曾以此说明副本陈旧；几乎无人发送或读取。'],
  },
  'cache-status': {
    at: 'RFC 9211 §2',
    en: ['what caches did', 'Each cache on the way says whether it had a copy and why not.'],
    'zh-CN': ['缓存的作为', '途中各缓存说明有无副本及原因。'],
  },
  'cdn-cache-control': {
    at: 'RFC 9213 §3',
    en: ['how long a content network keeps it', 'Cache-Control for content networks alone.'],
    'zh-CN': ['分发网络保存多久', '仅针对内容分发网络的 Cache-Control。'],
  },
  'set-cookie': {
    at: 'RFC 6265 §4.1',
    en: [
      'please remember this',
      'The client gives it back in Cookie with later requests. Porthole sets none on its shares.',
    ],
    'zh-CN': ['请记住', '客户端在后续请求中以 Cookie 送回。Porthole 的共享不设置它。'],
  },
  'www-authenticate': {
    at: 'RFC 9110 §11.6.1',
    en: ['how to prove who you are', 'With 401: the ways in which the server takes a proof.'],
    'zh-CN': ['如何证明身份', '与 401 同用：服务器接受的证明方式。'],
  },
  'authentication-info': {
    at: 'RFC 9110 §11.6.3',
    en: ['more about the proof', 'What the server adds once a proof was good.'],
    'zh-CN': ['认证补充信息', '证明通过后服务器附加的信息。'],
  },
  link: {
    at: 'RFC 8288 §3',
    en: ['belongs together with', 'Links to other resources and what they are to this one.'],
    'zh-CN': ['相关链接', '指向其他资源的链接及其关系。'],
  },
  'preference-applied': {
    at: 'RFC 7240 §3',
    en: ['which wishes were followed', 'Those of the field Prefer that the server kept to.'],
    'zh-CN': ['采纳了哪些偏好', '服务器采纳的 Prefer 中的愿望。'],
  },
  'accept-patch': {
    at: 'RFC 5789 §3.1',
    en: ['which changes it takes', 'Media types that PATCH may send to this target.'],
    'zh-CN': ['可接受的修改', 'PATCH 可向此目标发送的媒体类型。'],
  },
  'accept-ch': {
    at: 'RFC 8942 §3.1',
    en: ['would like to know more', 'Client hints that the browser shall send from now on.'],
    'zh-CN': ['希望了解更多', '请浏览器今后发送的客户端提示。'],
  },
  sunset: {
    at: 'RFC 8594 §3',
    en: ['will go away', 'When the target is expected to stop answering.'],
    'zh-CN': ['即将停用', '目标预计停止服务的时间。'],
  },
  deprecation: {
    at: 'RFC 9745 §2',
    en: ['not to be used any more', 'Since when the target is kept for old clients only.'],
    'zh-CN': ['不宜再用', '目标自何时起仅为旧客户端保留。'],
  },
  'server-timing': {
    at: 'Server Timing §the-server-timing-header-field',
    en: ['how long the server took', 'Measures that a browser shows in its tools.'],
    'zh-CN': ['服务器用时', '供浏览器在其工具中显示的计时。'],
  },
  'x-powered-by': {
    at: null,
    en: ['an advertisement', 'No standard: the framework behind the server, of use to nobody but an attacker.'],
    'zh-CN': ['广告', '没有标准：服务器所用框架，只对攻击者有用。'],
  },
} as const satisfies Notes
