import { messages } from '../message'
import { code, rich, strong } from '../rich-text'

/** Chapters on connections, versions, caching and ranges. */
export const lessonWire = messages({
  connectionsTitle: { en: 'Persistent connections', 'zh-CN': '持久连接' },
  connectionsLead: {
    en: 'Opening a connection costs a round trip. So one is kept and used again.',
    'zh-CN': '建立连接要花一个来回，所以建好之后就留着反复使用。',
  },
  connections1: {
    en: () =>
      rich`In the beginning each request had a connection of its own, closed after the answer. A page with forty pictures shook hands forty times. Since HTTP/1.1 a connection ${strong('stays open')} unless somebody says ${code('Connection: close')}; the end of an answer is known by its length, not by the line going dead.`,
    'zh-CN': () =>
      rich`早期每个请求都用一条自己的连接，答完就断，四十张图片的网页要握手四十次。从 HTTP/1.1 起，除非有人说 ${code('Connection: close')}，连接会${strong('一直保持')}；响应在哪里结束由长度得知，而不靠断线。`,
  },
  connections2: {
    en: () =>
      rich`A client may even send the next request before the first is answered: ${strong('pipelining')}. The answers must come in the order of the questions, so one slow answer holds up all behind it. Browsers gave up on it and open six connections instead; Porthole answers it correctly all the same.`,
    'zh-CN': () =>
      rich`客户端甚至可以不等第一个响应就发出下一个请求，这叫${strong('流水线')}。响应必须按提问的顺序返回，一个慢了，后面全都等着。浏览器放弃了它，改为同时打开六条连接；Porthole 仍会正确应答。`,
  },
  connections3: {
    en: () =>
      rich`An open connection holds memory on both sides. Porthole closes one that has been quiet for a while (Settings, Limits); the row then says who ended it. In the table, ${code(']')} goes to the next request on the same connection.`,
    'zh-CN': () =>
      rich`打开的连接会占用双方的内存。静默一段时间后，Porthole 会将其关闭（设置 › 限制），该行会说明是谁结束的。在表格中按 ${code(']')} 可跳到同一连接上的下一个请求。`,
  },
  firstRequest: { en: 'first request', 'zh-CN': '第一个请求' },
  secondRequest: { en: 'second, before any answer', 'zh-CN': '第二个，未等响应' },

  cachingTitle: { en: 'Caching and validators', 'zh-CN': '缓存与校验' },
  cachingLead: {
    en: 'The fastest download is the one that does not happen.',
    'zh-CN': '最快的下载，是不必下载。',
  },
  caching1: {
    en: () =>
      rich`With each file Porthole sends two names for the version it is: ${code('ETag')}, a short string that changes with every change of the file, and ${code('Last-Modified')}, its date. They are called ${strong('validators')}.`,
    'zh-CN': () =>
      rich`每个文件发出时，Porthole 都会给出这个版本的两个名字：${code('ETag')} 是随文件改动而变化的短字符串，${code('Last-Modified')} 是修改日期。它们叫作${strong('校验器')}。`,
  },
  caching2: {
    en: () =>
      rich`A client that kept the file asks again with the name it has: ${code('If-None-Match')}. Is the file still that one, the answer is ${strong('304 Not Modified')} and not a byte of content; else it is 200 with the new version. One question, and never an old file.`,
    'zh-CN': () =>
      rich`留有文件的客户端下次请求时会带上它手里的名字：${code('If-None-Match')}。若文件仍是那个版本，回答就是 ${strong('304 Not Modified')}，一个字节的内容也不发；否则是 200 与新版本。只问一句，绝不会用到旧文件。`,
  },
  caching3: {
    en: () =>
      rich`These fields are called ${strong('preconditions')}: do it only if. ${code('If-Match')} is their opposite, "only if it is still this one", and fails with ${code('412')}. And ${code('Cache-Control: no-cache')}, despite its name, forbids no storing: it says to ask each time before using what was stored.`,
    'zh-CN': () =>
      rich`这类字段叫作${strong('前提条件')}：满足才做。${code('If-Match')} 与之相反，意为“仍是这一个才做”，不满足则得到 ${code('412')}。而 ${code('Cache-Control: no-cache')} 名不副实，它并不禁止保存，只是要求每次使用前先问一声。`,
  },
  validatorOpaque: { en: 'entity tag: compared, never read', 'zh-CN': '实体标签：只比较，不解读' },

  rangesTitle: { en: 'Ranges and resuming', 'zh-CN': '范围请求与续传' },
  rangesLead: {
    en: 'A download that broke off at 71 % needs only the rest.',
    'zh-CN': '在 71 % 处中断的下载，只需要剩下的部分。',
  },
  ranges1: {
    en: () =>
      rich`${code('Range: bytes=100-')} asks for everything from byte 100 on; ${code('bytes=0-99')} for the first hundred, ${code('bytes=-100')} for the last. Counting begins with 0 and both ends are included. The answer is ${strong('206 Partial Content')}, and ${code('Content-Range')} says which part it is, and of how much.`,
    'zh-CN': () =>
      rich`${code('Range: bytes=100-')} 请求从第 100 个字节起的全部；${code('bytes=0-99')} 是最前面一百个，${code('bytes=-100')} 是最后一百个。从 0 开始数，两端都包含在内。回答是 ${strong('206 Partial Content')}，${code('Content-Range')} 说明这是哪一段、总共多长。`,
  },
  ranges2: {
    en: () =>
      rich`There is a trap. If the file changed meanwhile, old beginning and new end make a file that nobody ever had. So a careful client adds ${code('If-Range')} with the ETag of its beginning: still the same, and it gets the part; changed, and it gets the whole anew, with 200.`,
    'zh-CN': () =>
      rich`这里有个陷阱：如果文件中途变了，旧的开头接上新的结尾，就成了谁都没有过的文件。所以谨慎的客户端会带上 ${code('If-Range')}，写明手里那段的 ETag：没变就给部分，变了就以 200 重新给出完整的文件。`,
  },
  ranges3: {
    en: () =>
      rich`Video players jump with it, and download programs fetch four parts at once. A range beyond the end is answered ${strong('416')}, with the true length, so that the client can ask better.`,
    'zh-CN': () =>
      rich`视频播放器靠它跳转，下载软件靠它同时取四段。超出末尾的范围会得到 ${strong('416')} 和真实长度，好让客户端改问。`,
  },
  rangeUnit: { en: 'unit', 'zh-CN': '单位' },
  rangeFirst: { en: 'first byte', 'zh-CN': '起始位置' },
  rangeLast: { en: 'last byte', 'zh-CN': '结束位置' },
  rangeWhole: { en: 'of so many', 'zh-CN': '总长' },

  versionsTitle: { en: 'HTTP/1.0, 1.1, 2 and 3', 'zh-CN': 'HTTP/1.0、1.1、2 与 3' },
  versionsLead: {
    en: 'What it means has stayed the same for thirty years. How it is written has changed three times.',
    'zh-CN': '三十年来含义未变，写法却换了三次。',
  },
  versions1: {
    en: () =>
      rich`${strong('1.0')} closes the connection after each answer and knows no ${code('Host')}. ${strong('1.1')} keeps it open and brought ranges, chunks and conditions; it is what this window shows, because it is text that a person can read.`,
    'zh-CN': () =>
      rich`${strong('1.0')} 每答一次就断开，也没有 ${code('Host')}。${strong('1.1')} 保持连接，并带来了范围、分块与前提条件；本窗口展示的就是它，因为它是人能读懂的文本。`,
  },
  versions2: {
    en: () =>
      rich`${strong('HTTP/2')} packs the same methods, fields and codes into binary frames, many exchanges at a time over one connection, so that a slow answer holds up nobody. ${strong('HTTP/3')} does it over QUIC, where a lost packet holds up only its own stream. Browsers use both with encryption only.`,
    'zh-CN': () =>
      rich`${strong('HTTP/2')} 把同样的方法、字段和状态码装进二进制帧，一条连接上可同时进行多个交换，慢的响应不再拖累别人。${strong('HTTP/3')} 改用 QUIC，丢一个包只影响它自己的流。浏览器只在加密时使用这两者。`,
  },
  versions3: {
    en: () =>
      rich`In a network of your own, 1.1 loses little: a large file is one long answer in every version. Try what an old client gets: the answer names 1.1, because that is what the server speaks, and closes.`,
    'zh-CN': () =>
      rich`在自家网络里，1.1 几乎不吃亏：无论哪个版本，大文件都只是一个长响应。试试看旧客户端会得到什么：响应写的是 1.1，因为那是服务器所用的版本，随后连接关闭。`,
  },
  version1: { en: 'HTTP/1.1, as text', 'zh-CN': 'HTTP/1.1，文本' },
  version2: { en: 'how every HTTP/2 connection begins', 'zh-CN': '每条 HTTP/2 连接的开头' },
})
