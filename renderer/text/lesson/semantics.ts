import { messages } from '../message'
import { code, rich, strong } from '../rich-text'

/** Chapters on what requests and answers mean: methods, status codes, statelessness. */
export const lessonSemantics = messages({
  methodsTitle: { en: 'The nine methods', 'zh-CN': '九种方法' },
  methodsLead: {
    en: 'One word at the beginning of each request says what is wanted. There are nine that matter.',
    'zh-CN': '每个请求开头的一个词说明想做什么，常用的有九个。',
  },
  methods1: {
    en: () =>
      rich`Two properties decide how a method may be treated. A ${strong('safe')} one changes nothing on the server: a browser may send it ahead of time, a crawler may follow it. An ${strong('idempotent')} one has the same effect however often it is sent: when an answer gets lost, a client may simply ask again.`,
    'zh-CN': () =>
      rich`两个性质决定一个方法可以怎样对待。${strong('安全')}的方法不改变服务器上的任何东西：浏览器可以提前发送，爬虫可以随意跟进。${strong('幂等')}的方法无论发送几次效果都一样：响应丢了，客户端只管再问一次。`,
  },
  methods2: {
    en: () =>
      rich`GET is both, and so a download may be tried again without asking anyone. POST is neither: that is why browsers ask before they send a form twice. Names are case-sensitive: ${code('get')} is no method at all, and is answered 501.`,
    'zh-CN': () =>
      rich`GET 两者皆是，所以下载可以随意重试。POST 两者皆非，所以重复提交表单之前浏览器会先问你。方法名区分大小写：${code('get')} 不是任何方法，会得到 501。`,
  },

  statusTitle: { en: 'Status codes and their classes', 'zh-CN': '状态码及其类别' },
  statusLead: {
    en: 'Three digits. The first one is all that a program has to understand.',
    'zh-CN': '三位数字。程序只需读懂第一位。',
  },
  status1: {
    en: () =>
      rich`A client that has never heard of ${code('418')} must treat it as ${code('400')}: the ${strong('class')} tells who has to act. On 4xx the one who asked, on 5xx the one who answered, on 3xx look further. The other two digits only say more exactly why.`,
    'zh-CN': () =>
      rich`从未听说过 ${code('418')} 的客户端，必须把它当作 ${code('400')} 看待：${strong('类别')}说明该由谁采取行动。4xx 是提问的一方，5xx 是回答的一方，3xx 则请继续寻找。后两位只是更确切地说明原因。`,
  },
  status2: {
    en: () =>
      rich`So 404 is no error of the server: it answered, and truly. And 206 is no half success: the client asked for a part and got exactly that. What is not a status at all is a download that breaks off. The head said 200 long before; only the missing bytes tell.`,
    'zh-CN': () =>
      rich`所以 404 不是服务器的错：它如实回答了。206 也不是“成功一半”：客户端要一部分，得到的正是那一部分。而下载中断根本没有状态码：头部早已说了 200，只有缺少的字节才说明真相。`,
  },
  statusClass: { en: 'the class', 'zh-CN': '类别' },
  statusRest: { en: 'which one', 'zh-CN': '具体哪一个' },

  statelessTitle: { en: 'Stateless', 'zh-CN': '无状态' },
  statelessLead: {
    en: 'The server forgets you between two requests. That is a strength.',
    'zh-CN': '两次请求之间，服务器不记得你。这正是它的长处。',
  },
  stateless1: {
    en: () =>
      rich`Every request carries all that is needed to answer it. Look at two from one client: ${code('Host')}, ${code('User-Agent')}, ${code('Accept')} come each time again, although nothing has changed. Even on the same connection nothing is taken over from the request before.`,
    'zh-CN': () =>
      rich`每个请求都带齐了回答它所需的一切。看看同一客户端的两个请求：${code('Host')}、${code('User-Agent')}、${code('Accept')} 每次都要重发，尽管毫无变化。即使在同一条连接上，也不会沿用上一个请求的任何内容。`,
  },
  stateless2: {
    en: () =>
      rich`It costs a few hundred bytes and buys a lot. A server can be restarted in the middle, a second one can take over, a download can go on tomorrow from another network. Resuming works because the client says where it stands, and not because anybody remembers.`,
    'zh-CN': () =>
      rich`代价是几百个字节，换来的却很多：服务器可以中途重启，另一台可以接手，下载明天可以换个网络继续。能够续传，是因为客户端自己说明了进度，而不是有谁记得。`,
  },
  stateless3: {
    en: () =>
      rich`Where a site knows you all the same, the client has brought the proof along: a ${code('Cookie')} or ${code('Authorization')} field, in every single request. Porthole sets no cookies; the story of a client in this window is put together from what each request says.`,
    'zh-CN': () =>
      rich`如果网站仍认得你，那是客户端随身带了凭证：${code('Cookie')} 或 ${code('Authorization')} 字段，每次请求都带。Porthole 不设置 Cookie；窗口里关于某个客户端的一切，都是从它每个请求所说的内容拼出来的。`,
  },
  toldAgain: { en: 'told again each time', 'zh-CN': '每次都要重说' },
})
