import type { PageLanguage } from '../../files/pages/language'

/** The words of the echo in one language. */
export interface EchoTexts {
  readonly title: string
  readonly lead: string
  readonly method: string
  readonly target: string
  readonly time: string
  readonly from: string
  readonly to: string
  readonly request: string
  readonly content: string
  readonly noContent: string
  readonly size: (octets: number) => string
  readonly notText: string
  readonly beginning: (octets: number) => string
  readonly askDifferently: string
  readonly between: string
  /** What each method asks for, in one sentence (RFC 9110 §9.3, RFC 5789). */
  readonly methods: Readonly<Record<string, string>>
  readonly otherMethod: string
}

const english: EchoTexts = {
  title: 'Your request, echoed',
  lead: 'This is what arrived here, line by line. Whatever you ask, the answer is 200 and this page.',
  method: 'Method',
  target: 'Target',
  time: 'Time',
  from: 'From',
  to: 'To',
  request: 'The request',
  content: 'Its content',
  noContent: 'none',
  size: (octets) => (octets === 1 ? '1 byte' : `${octets.toLocaleString('en')} bytes`),
  notText: 'Not text, so it is not shown.',
  beginning: (octets) => `The beginning, ${octets.toLocaleString('en')} bytes of it:`,
  askDifferently: 'Ask differently',
  between: ': ',
  methods: {
    GET: 'Asks for what is at this address. It changes nothing.',
    HEAD: 'Asks what GET would answer, without the content.',
    POST: 'Hands over content for the server to work on.',
    PUT: 'Puts the content at this address, in place of what is there.',
    PATCH: 'Changes a part of what is at this address.',
    DELETE: 'Asks to remove what is at this address.',
    CONNECT: 'Asks a proxy for a tunnel to somewhere else.',
    OPTIONS: 'Asks what can be done at this address.',
    TRACE: 'Asks to send the request back, to see what came through.',
  },
  otherMethod: 'A method that HTTP itself does not define. It is well-formed, and that is enough here.',
}

const chinese: EchoTexts = {
  title: '你的请求，原样奉还',
  lead: '以下是逐行收到的内容。无论请求什么，回答都是 200 和这个页面。',
  method: '方法',
  target: '目标',
  time: '时间',
  from: '来自',
  to: '发往',
  request: '请求',
  content: '请求的内容',
  noContent: '无',
  size: (octets) => `${octets.toLocaleString('zh-CN')} 字节`,
  notText: '不是文本，因此不显示。',
  beginning: (octets) => `开头 ${octets.toLocaleString('zh-CN')} 字节：`,
  askDifferently: '换种方式请求',
  between: '：',
  methods: {
    GET: '请求获取此地址的内容，不做任何改动。',
    HEAD: '询问 GET 会如何回答，但不要内容。',
    POST: '把内容交给服务器处理。',
    PUT: '把内容放到此地址，取代原有的内容。',
    PATCH: '修改此地址内容的一部分。',
    DELETE: '请求删除此地址的内容。',
    CONNECT: '请求代理建立通往别处的隧道。',
    OPTIONS: '询问在此地址可以做什么。',
    TRACE: '请求把收到的请求发回，以查看经过途中的变化。',
  },
  otherMethod: 'HTTP 本身没有定义这个方法。但它格式正确，在这里就足够了。',
}

/** The words of the echo in each language. */
export const ECHO_TEXTS: Readonly<Record<PageLanguage, EchoTexts>> = { en: english, 'zh-CN': chinese }
