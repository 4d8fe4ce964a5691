import { messages } from '../message'
import { code, rich, strong } from '../rich-text'

/** Chapters on what crosses the wire: request, response, media types, chunked content. */
export const lessonMessages = messages({
  requestTitle: { en: 'What a request is made of', 'zh-CN': '请求由什么组成' },
  requestLead: {
    en: 'A request is a short letter in plain text. You could type one by hand.',
    'zh-CN': '请求是一封纯文本的短信，你甚至可以亲手敲出来。',
  },
  request1: {
    en: () =>
      rich`The first line says everything that matters: the ${strong('method')} is what to do, the ${strong('target')} is to what, the ${strong('version')} is how to read the rest. One space parts them, and a carriage return with a line feed ends the line: ${code('␍␊')}, two bytes that no editor shows you and that this window does.`,
    'zh-CN': () =>
      rich`第一行说明了一切要点：${strong('方法')}是做什么，${strong('请求目标')}是对什么做，${strong('版本')}是其余部分该怎么读。三者之间各隔一个空格，行末是回车加换行：${code('␍␊')}。编辑器从不显示这两个字节，这个窗口会。`,
  },
  request2: {
    en: () =>
      rich`Then come ${strong('fields')}, one to a line: a name, a colon, a value. They say who asks, what they can read, which part they want. Only ${code('Host')} is required in HTTP/1.1, because one address can serve many names.`,
    'zh-CN': () =>
      rich`接着是${strong('字段')}，每行一个：名称、冒号、值。它们说明是谁在请求、能读懂什么、想要哪一部分。在 HTTP/1.1 中只有 ${code('Host')} 是必需的，因为一个地址可以为许多名称服务。`,
  },
  request3: {
    en: () =>
      rich`An empty line ends the head. Whatever follows is ${strong('content')}. Most requests have none: to fetch something, asking is enough.`,
    'zh-CN': () =>
      rich`一个空行结束请求头，之后的一切都是${strong('内容')}。多数请求没有内容：要取东西，开口问就够了。`,
  },
  requestLine: { en: 'request line', 'zh-CN': '请求行' },
  fieldLine: { en: 'field', 'zh-CN': '字段' },
  emptyLine: { en: 'empty line: the end of the head', 'zh-CN': '空行：头部到此结束' },
  partMethod: { en: 'method', 'zh-CN': '方法' },
  partTarget: { en: 'target', 'zh-CN': '目标' },
  partVersion: { en: 'version', 'zh-CN': '版本' },
  partName: { en: 'name', 'zh-CN': '名称' },
  partValue: { en: 'value', 'zh-CN': '值' },
  partEnd: { en: 'line end', 'zh-CN': '行结束' },
  partStatus: { en: 'status code', 'zh-CN': '状态码' },
  partReason: { en: 'reason', 'zh-CN': '原因短语' },

  responseTitle: { en: 'What a response is made of', 'zh-CN': '响应由什么组成' },
  responseLead: {
    en: 'The same letter back: one line, some fields, an empty line, and then the thing itself.',
    'zh-CN': '回信的格式相同：一行、若干字段、一个空行，然后就是内容本身。',
  },
  response1: {
    en: () =>
      rich`The first line holds the ${strong('status code')}: three digits for programs. The words behind it, ${code('OK')} or ${code('Not Found')}, are for people; programs must ignore them, and HTTP/2 has thrown them out.`,
    'zh-CN': () =>
      rich`第一行里有${strong('状态码')}：三位数字，给程序看。后面的 ${code('OK')}、${code('Not Found')} 是给人看的，程序必须忽略；HTTP/2 干脆把它们去掉了。`,
  },
  response2: {
    en: () =>
      rich`The fields speak of what follows. ${code('Content-Type')} says what it is, ${code('Content-Length')} how many bytes it has, ${code('ETag')} and ${code('Last-Modified')} which version of it this is.`,
    'zh-CN': () =>
      rich`字段描述随后的内容：${code('Content-Type')} 说明它是什么，${code('Content-Length')} 说明有多少个字节，${code('ETag')} 与 ${code('Last-Modified')} 说明这是哪个版本。`,
  },
  response3: {
    en: () =>
      rich`The length is a promise. The receiver counts: fewer bytes than promised means that the transfer was cut off, and that is how a client knows that it must resume. That is why Porthole would rather break the connection than fill up a file that shrank.`,
    'zh-CN': () =>
      rich`长度是一个承诺。接收方会数：比承诺的少，就说明传输中断了，客户端由此得知需要续传。所以文件变短时，Porthole 宁可断开连接，也绝不填充凑数。`,
  },

  mediaTitle: { en: 'Media independent', 'zh-CN': '媒体独立' },
  mediaLead: {
    en: 'HTTP carries bytes and does not care what they mean. The sender says it in one field.',
    'zh-CN': 'HTTP 只运送字节，不在乎它们是什么意思；含义由发送方用一个字段说明。',
  },
  media1: {
    en: () =>
      rich`A film, a page, a program: all travel alike. ${code('Content-Type')} names what they are by a ${strong('media type')} such as ${code('video/mp4')}, and for text also by its ${strong('charset')}. The name of a file means nothing to a browser; the field does.`,
    'zh-CN': () =>
      rich`电影、网页、程序，一样地传。${code('Content-Type')} 用${strong('媒体类型')}（如 ${code('video/mp4')}）说明它们是什么，文本还会说明${strong('字符集')}。浏览器并不看文件名，只看这个字段。`,
  },
  media2: {
    en: () =>
      rich`Say it wrongly and the same bytes turn into nonsense: see the figure. So Porthole looks into text files before it names their charset, and adds ${code('X-Content-Type-Options: nosniff')}, which asks browsers to believe it and not to guess.`,
    'zh-CN': () =>
      rich`声明错了，同样的字节就成了乱码，见图。因此 Porthole 会先查看文本文件，再声明字符集，并附上 ${code('X-Content-Type-Options: nosniff')}，请浏览器相信它，不要猜测。`,
  },
  media3: {
    en: () =>
      rich`Two more fields belong here. ${code('Content-Disposition: attachment')} says: save this, do not show it, and under this name. And a client may say in ${code('Accept')} and ${code('Accept-Language')} what it likes best; the server may heed it, and says by ${code('Vary')} that it has.`,
    'zh-CN': () =>
      rich`还有两类相关字段。${code('Content-Disposition: attachment')} 表示：请保存而不要显示，并用这个名字。客户端也可以用 ${code('Accept')}、${code('Accept-Language')} 说明偏好；服务器可以照办，并用 ${code('Vary')} 说明自己参考了哪些字段。`,
  },

  chunkedTitle: { en: 'Content of unknown length', 'zh-CN': '长度未知的内容' },
  chunkedLead: {
    en: 'Sometimes nobody can promise a length, because the content is still being made.',
    'zh-CN': '有时没人能承诺长度，因为内容还在生成之中。',
  },
  chunked1: {
    en: () =>
      rich`A zip archive packed while you wait, a listing of a huge folder: the server begins to send before it knows the end. In HTTP/1.1 it says ${code('Transfer-Encoding: chunked')} and sends the content in pieces. Before each stands its length, as a hexadecimal number on a line of its own; a piece of length ${code('0')} is the end.`,
    'zh-CN': () =>
      rich`边下载边打包的 zip、巨大文件夹的列表：服务器还不知道终点就开始发送。在 HTTP/1.1 中，它声明 ${code('Transfer-Encoding: chunked')}，把内容分块发出。每块之前单独一行写明长度，用十六进制；长度为 ${code('0')} 的块表示结束。`,
  },
  chunked2: {
    en: () =>
      rich`The receiver still knows whether it got everything: without the last ${code('0')} it was cut off. What it loses is the progress bar, and the right to resume: nobody can ask for the second half of what is not there yet.`,
    'zh-CN': () =>
      rich`接收方仍能判断是否收全：没等到最后的 ${code('0')} 就是中断了。它失去的是进度条和续传的可能：没人能请求一个尚不存在的后半部分。`,
  },
  chunked3: {
    en: () =>
      rich`Length and chunks together are forbidden in one message. Two programs in a row could each believe another one, and disagree where a request ends: that is ${strong('request smuggling')}, and Porthole refuses it with 400.`,
    'zh-CN': () =>
      rich`同一消息中不得既有长度又分块。否则前后两个程序可能各信其一，对请求在哪里结束意见不一，这就是${strong('请求走私')}，Porthole 一律以 400 拒绝。`,
  },
  chunkLength: { en: 'length: 5, in hex', 'zh-CN': '长度 5（十六进制）' },
  chunkContent: { en: 'five bytes of content', 'zh-CN': '五个字节的内容' },
  chunkLast: { en: 'last chunk: length 0', 'zh-CN': '最后一块：长度为 0' },
})
