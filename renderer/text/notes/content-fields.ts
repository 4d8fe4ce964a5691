import type { Notes } from './note'

/** Fields about content: what it is, how long it is, how it is wrapped (RFC 9110 §8; RFC 9112 §6; RFC 9530). */
export const contentFieldNotes = {
  'content-type': {
    at: 'RFC 9110 §8.3',
    en: [
      'what kind of content it is',
      'The media type, and for text perhaps the characters it is written in. It decides whether a browser shows, plays or saves it.',
    ],
    'zh-CN': ['内容的类型', '媒体类型，文本还可注明字符编码。浏览器据此决定显示、播放还是保存。'],
  },
  'content-length': {
    at: 'RFC 9110 §8.6',
    en: [
      'how long the content is',
      'So many bytes follow the blank line. With it a client can show progress, and tell a whole download from a cut one.',
    ],
    'zh-CN': ['内容的长度', '空行之后有这么多字节。客户端据此显示进度，并分辨下载完整与否。'],
  },
  'content-encoding': {
    at: 'RFC 9110 §8.4',
    en: [
      'how the content is packed',
      'The file itself was compressed for the way; the client unpacks it to get what Content-Type names.',
    ],
    'zh-CN': ['内容如何压缩', '内容为传输而压缩；客户端解开后才是 Content-Type 所指的内容。'],
  },
  'content-language': {
    at: 'RFC 9110 §8.5',
    en: ['whom it is written for', 'The language of the readers that the content is meant for.'],
    'zh-CN': ['面向何种读者', '内容面向的读者所用的语言。'],
  },
  'content-location': {
    at: 'RFC 9110 §8.7',
    en: ['the address of just this', 'Where exactly this version of the content can be had again.'],
    'zh-CN': ['此内容的确切地址', '可以再次取得这一份内容的地址。'],
  },
  'content-disposition': {
    at: 'RFC 6266 §4',
    en: [
      'show it or save it',
      'inline lets a browser show the content; attachment has it saved, under the name given here.',
    ],
    'zh-CN': ['显示还是保存', 'inline 允许浏览器直接显示；attachment 则保存为文件，名称在此给出。'],
  },
  'transfer-encoding': {
    at: 'RFC 9112 §6.1',
    en: [
      'how the content is framed',
      'chunked sends the content in pieces that each say their size, so its length need not be known in advance.',
    ],
    'zh-CN': ['内容如何分帧', 'chunked 把内容分块发送，每块自带大小，因此不必预先知道长度。'],
  },
  te: {
    at: 'RFC 9110 §10.1.4',
    en: [
      'which framing it can read',
      'Transfer codings besides chunked that the client takes; trailers says that it reads fields after the content.',
    ],
    'zh-CN': ['可接受的传输编码', 'chunked 之外客户端能读的传输编码；trailers 表示它能读内容之后的字段。'],
  },
  trailer: {
    at: 'RFC 9110 §6.6.2',
    en: ['fields that come last', 'Names the fields that will follow the content of a chunked message.'],
    'zh-CN': ['稍后的字段', '列出分块内容之后还会出现的字段。'],
  },
  'content-md5': {
    at: 'RFC 2616 §14.15',
    en: ['an old check sum', 'Given up since 2014; Content-Digest has taken its place.'],
    'zh-CN': ['旧的校验值', '2014 年起废弃，由 Content-Digest 取代。'],
  },
  'content-digest': {
    at: 'RFC 9530 §2',
    en: [
      'a check sum of this content',
      'A hash of the bytes that this very message carries, so the receiver can check them.',
    ],
    'zh-CN': ['本次内容的校验值', '本消息所载字节的哈希值，供接收方核对。'],
  },
  'repr-digest': {
    at: 'RFC 9530 §3',
    en: ['a check sum of the whole file', 'A hash of the complete file, also where only a part of it is sent.'],
    'zh-CN': ['整个文件的校验值', '完整文件的哈希值，即使此次只发送一部分。'],
  },
  'want-content-digest': {
    at: 'RFC 9530 §4',
    en: ['would like a check sum', 'The client asks for Content-Digest, and says which hashes it prefers.'],
    'zh-CN': ['希望得到校验值', '客户端希望得到 Content-Digest，并说明偏好的哈希算法。'],
  },
  'want-repr-digest': {
    at: 'RFC 9530 §4',
    en: ['would like a check sum of the file', 'The client asks for Repr-Digest, and says which hashes it prefers.'],
    'zh-CN': ['希望得到文件的校验值', '客户端希望得到 Repr-Digest，并说明偏好的哈希算法。'],
  },
  digest: {
    at: 'RFC 3230 §4.3.2',
    en: ['an older check sum', 'RFC 9530 has replaced it by Repr-Digest.'],
    'zh-CN': ['较早的校验值', '已被 RFC 9530 的 Repr-Digest 取代。'],
  },
  'want-digest': {
    at: 'RFC 3230 §4.3.1',
    en: ['would like an older check sum', 'RFC 9530 has replaced it by Want-Repr-Digest.'],
    'zh-CN': ['希望得到较早的校验值', '已被 RFC 9530 的 Want-Repr-Digest 取代。'],
  },
  'mime-version': {
    at: 'RFC 9112 §B.1',
    en: ['a trace of e-mail', 'It says that the message keeps the rules of e-mail, which HTTP does not need.'],
    'zh-CN': ['电子邮件的遗留', '表示消息遵守电子邮件的规则；HTTP 并不需要它。'],
  },
} as const satisfies Notes
