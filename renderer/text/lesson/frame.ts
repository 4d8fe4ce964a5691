import { chinese, english } from '../format'
import { messages } from '../message'
import { rich, strong } from '../rich-text'

/** The frame of the lesson: its places, buttons and what is said of examples. */
export const lessonFrame = messages({
  title: { en: 'How HTTP works', 'zh-CN': 'HTTP 的工作原理' },
  subtitle: { en: 'Shown on your own traffic', 'zh-CN': '用你自己的流量来讲解' },
  chapters: { en: 'Chapters', 'zh-CN': '章节' },
  readCount: {
    en: (read: number, all: number) => `${String(read)} of ${String(all)} read`,
    'zh-CN': (read: number, all: number) => `已读 ${String(read)}/${String(all)} 章`,
  },
  isRead: { en: 'read', 'zh-CN': '已读' },
  chapterOf: {
    en: (at: number, all: number) => `Chapter ${String(at)} of ${String(all)}`,
    'zh-CN': (at: number, all: number) => `第 ${String(at)} 章，共 ${String(all)} 章`,
  },
  back: { en: 'Back to the requests', 'zh-CN': '返回请求列表' },
  leave: { en: 'Close the lesson', 'zh-CN': '关闭课程' },
  previous: { en: 'Previous', 'zh-CN': '上一章' },
  next: { en: 'Next', 'zh-CN': '下一章' },
  done: { en: 'Done', 'zh-CN': '学完了' },
  standard: { en: 'In the standard', 'zh-CN': '标准原文' },
  figure: { en: 'Byte by byte', 'zh-CN': '逐字节来看' },

  // The example
  example: { en: 'On the wire', 'zh-CN': '线上实例' },
  askedBy: {
    en: (who: string, ago: string) => rich`${strong(who)} asked this ${ago} ago`,
    'zh-CN': (who: string, ago: string) => rich`${ago}前，${strong(who)}发出了这个请求`,
  },
  askedByUs: {
    en: (ago: string) => rich`Porthole asked itself this ${ago} ago`,
    'zh-CN': (ago: string) => rich`${ago}前，Porthole 向自己发出了这个请求`,
  },
  openRequest: { en: (id: string) => `Open request #${id}`, 'zh-CN': (id: string) => `打开请求 #${id}` },
  asked: { en: 'Asked', 'zh-CN': '请求' },
  answered: { en: 'Answered', 'zh-CN': '响应' },
  noAnswer: { en: 'No response was sent.', 'zh-CN': '没有发出响应。' },
  headGone: { en: 'These bytes have left memory.', 'zh-CN': '这些字节已移出内存。' },
  reading: { en: 'Reading…', 'zh-CN': '正在读取…' },
  moreLines: {
    en: (count: number) => (count === 1 ? 'and 1 more line' : `and ${english.count(count)} more lines`),
    'zh-CN': (count: number) => `另有 ${chinese.count(count)} 行`,
  },
  noExample: {
    en: 'Nothing in your log shows this yet. Make it happen:',
    'zh-CN': '你的日志里还没有这样的例子，现在就来制造一个：',
  },
  tryAgain: { en: 'Or make it happen now:', 'zh-CN': '也可以现在就试一次：' },
  needsFile: {
    en: 'This one needs a shared file. Share a folder, and come back.',
    'zh-CN': '这个例子需要一个已共享的文件。请先共享文件夹再回来。',
  },
  shareFolder: { en: 'Share a folder…', 'zh-CN': '共享文件夹…' },
  needsEcho: {
    en: 'This one needs the echo: a share that answers every request with the request itself.',
    'zh-CN': '这个例子需要“回显”：它会把收到的请求原样作答。',
  },
  needsEchoMoves: {
    en: 'This one needs the echo. With a second share, your folder moves from / to a name of its own.',
    'zh-CN': '这个例子需要“回显”。有了第二个共享，你的文件夹会从 / 移到它自己的名称之下。',
  },
  shareEcho: { en: 'Share the echo', 'zh-CN': '共享回显' },
  needsServing: { en: 'Start serving first: nobody can be asked now.', 'zh-CN': '请先开始共享：目前没有谁可以应答。' },
  startServing: { en: 'Start serving', 'zh-CN': '开始共享' },
  asking: { en: 'Asking…', 'zh-CN': '正在请求…' },

  // Tries
  tryGet: { en: 'Ask with GET', 'zh-CN': '用 GET 请求' },
  tryHead: { en: 'Ask with HEAD', 'zh-CN': '用 HEAD 请求' },
  tryMissing: { en: 'Ask for what is not there', 'zh-CN': '请求不存在的内容' },
  tryAgain304: { en: 'Ask twice, the second time with If-None-Match', 'zh-CN': '请求两次，第二次带 If-None-Match' },
  tryRange: { en: 'Ask for the first ten bytes', 'zh-CN': '只请求前十个字节' },
  tryRangeEnd: { en: 'Ask for a range that is not there', 'zh-CN': '请求不存在的范围' },
  tryChunked: { en: 'Send two chunks', 'zh-CN': '发送两个块' },
  tryOld: { en: 'Ask as HTTP/1.0', 'zh-CN': '用 HTTP/1.0 请求' },
  tryPost: { en: 'Send something', 'zh-CN': '发送一些内容' },
  tryBrowser: { en: 'Open the address in a browser here', 'zh-CN': '在本机浏览器中打开地址' },

  // Table of methods
  method: { en: 'Method', 'zh-CN': '方法' },
  safe: { en: 'Safe', 'zh-CN': '安全' },
  idempotent: { en: 'Idempotent', 'zh-CN': '幂等' },
  whatItAsks: { en: 'What it asks, and what Porthole answers', 'zh-CN': '它请求什么，Porthole 如何回答' },
  yes: { en: 'yes', 'zh-CN': '是' },
  no: { en: 'no', 'zh-CN': '否' },
  askWith: { en: (method: string) => `Ask with ${method}`, 'zh-CN': (method: string) => `用 ${method} 请求` },
  methodGet: { en: 'The representation itself. Files, listings, pages.', 'zh-CN': '内容本身：文件、列表、网页。' },
  methodHead: {
    en: 'The same answer as GET without the content: how long is it, is it still the same?',
    'zh-CN': '与 GET 相同的响应，但不带内容：有多长？变了没有？',
  },
  methodPost: {
    en: 'To work on what is sent. A shared file takes nothing, so 405; the echo shows what came.',
    'zh-CN': '处理发来的内容。共享的文件不接收任何内容，回答 405；回显会展示收到了什么。',
  },
  methodPut: {
    en: 'To put what is sent in this place. 405: visitors read, they do not write.',
    'zh-CN': '把发来的内容存放在此处。回答 405：访客只读不写。',
  },
  methodDelete: {
    en: 'To remove what is here. 405, for the same reason.',
    'zh-CN': '删除此处的内容。回答 405，理由同上。',
  },
  methodConnect: {
    en: 'A tunnel to somewhere else. Only a proxy gives one: 405, and the connection ends.',
    'zh-CN': '建立通往别处的隧道，只有代理才提供：回答 405 并断开连接。',
  },
  methodOptions: {
    en: 'What may be asked here? 204 with an Allow field.',
    'zh-CN': '这里可以用哪些方法？回答 204，并附 Allow 字段。',
  },
  methodTrace: {
    en: 'To send the request back. Files refuse it with 405, because it can give away secrets; the echo answers.',
    'zh-CN': '把请求原样发回。文件回答 405，因为可能泄露机密；回显会作答。',
  },
  methodPatch: {
    en: 'To change a part of what is here (RFC 5789). 405.',
    'zh-CN': '修改此处内容的一部分（RFC 5789）。回答 405。',
  },

  // Status classes
  class1: { en: 'Wait: I heard you, go on', 'zh-CN': '稍候：已收到，请继续' },
  class2: { en: 'Here it is', 'zh-CN': '成功：给你' },
  class3: { en: 'Look elsewhere, or use what you have', 'zh-CN': '去别处找，或用你已有的' },
  class4: { en: 'You asked wrongly', 'zh-CN': '你的请求有误' },
  class5: { en: 'I failed', 'zh-CN': '我这边出错了' },
  inYourLog: {
    en: (count: number) => (count === 1 ? '1 in your log' : `${english.count(count)} in your log`),
    'zh-CN': (count: number) => `日志中 ${chinese.count(count)} 个`,
  },
  statusFigure: { en: 'The five classes, and how often each is in your log', 'zh-CN': '五类状态码及其在日志中的数量' },

  // Media figure
  mediaFigure: {
    en: 'The same six bytes, by what the sender calls them',
    'zh-CN': '同样六个字节，取决于发送方如何声明',
  },
  mediaPicture: { en: 'a broken picture', 'zh-CN': '一张损坏的图片' },

  // The coach card
  coachTitle: { en: 'This is what just happened', 'zh-CN': '刚刚发生了什么' },
  coachText: {
    en: (who: string, what: string) =>
      rich`${strong(who)} asked for ${strong(what)}, and Porthole answered. Every request becomes a row. Its story says step by step what crossed the wire.`,
    'zh-CN': (who: string, what: string) =>
      rich`${strong(who)}请求了 ${strong(what)}，Porthole 作出了响应。每个请求都是一行，它的“经过”会逐步说明线上传了什么。`,
  },
  coachOpen: { en: 'Show me', 'zh-CN': '带我看看' },
  coachLater: { en: 'Not now', 'zh-CN': '暂时不用' },
})
