import { messages } from './message'
import { rich, strong } from './rich-text'

/** The Timing tab: the phases of an exchange, and what held it up. */
export const timing = messages({
  heading: { en: 'Where the time went', 'zh-CN': '时间花在哪里' },
  phase: { en: 'Phase', 'zh-CN': '阶段' },
  from: { en: 'From', 'zh-CN': '起' },
  until: { en: 'To', 'zh-CN': '止' },
  took: { en: 'Took', 'zh-CN': '用时' },
  share: { en: 'Share', 'zh-CN': '占比' },
  whole: { en: 'Whole', 'zh-CN': '总计' },
  goesOn: { en: 'still going on', 'zh-CN': '仍在进行' },
  fromFirstByte: {
    en: 'All times count from the first byte of the request.',
    'zh-CN': '所有时间均从请求的第一个字节算起。',
  },

  opening: { en: 'Before it', 'zh-CN': '此前' },
  openingSays: { en: 'from the opening of the connection to the first byte', 'zh-CN': '从连接打开到首字节到达' },
  idleSays: { en: 'the connection was free, since the answer before', 'zh-CN': '上一个响应结束后，连接空闲' },

  head: { en: 'Reading its head', 'zh-CN': '读取报文头' },
  headSays: { en: 'from its first byte to the blank line', 'zh-CN': '从首字节到空行' },
  queue: { en: 'Waiting in line', 'zh-CN': '排队' },
  queueSays: { en: 'until the answers before it were out', 'zh-CN': '直到前面的响应全部送出' },
  route: { en: 'Finding the share', 'zh-CN': '确定共享项' },
  routeSays: { en: 'until it was known who answers', 'zh-CN': '直到确定由谁回应' },
  decide: { en: 'Deciding the answer', 'zh-CN': '决定回应' },
  decideSays: { en: 'the file found, opened and looked at', 'zh-CN': '找到、打开并查看文件' },
  read: { en: 'Preparing the first bytes', 'zh-CN': '准备首批字节' },
  readSays: { en: 'until the head of the response went out', 'zh-CN': '直到响应头送出' },
  first: { en: 'First content', 'zh-CN': '首批内容' },
  firstSays: { en: 'until the system had taken the first piece', 'zh-CN': '直到操作系统接下第一块内容' },
  send: { en: 'Sending', 'zh-CN': '发送' },
  sendSays: { en: 'until the last byte was handed to the system', 'zh-CN': '直到最后一个字节交给操作系统' },
  endedEarly: { en: 'until it ended early', 'zh-CN': '直到提前结束' },

  // Whose time it was: the legend of the bar.
  ofClient: { en: 'the client', 'zh-CN': '客户端' },
  ofQueue: { en: 'in line', 'zh-CN': '排队' },
  ofOwn: { en: 'Porthole', 'zh-CN': 'Porthole' },
  ofDisk: { en: 'disk', 'zh-CN': '磁盘' },
  ofSending: { en: 'sending', 'zh-CN': '发送' },
  pointed: {
    en: (phase: string, from: string, until: string) => `${phase} · ${from} to ${until}`,
    'zh-CN': (phase: string, from: string, until: string) => `${phase} · ${from} 至 ${until}`,
  },

  // A row of the table, in the Timeline column.
  rowSent: {
    en: (first: string, whole: string) => `first byte out after ${first}, ended after ${whole}`,
    'zh-CN': (first: string, whole: string) => `${first} 后送出首字节，${whole} 后结束`,
  },
  rowSending: {
    en: (first: string) => `first byte out after ${first}, still sending`,
    'zh-CN': (first: string) => `${first} 后送出首字节，仍在发送`,
  },
  between: { en: ', ', 'zh-CN': '，' },
  rowWaiting: { en: 'no byte out yet', 'zh-CN': '尚未送出字节' },
  rowUnanswered: {
    en: (whole: string) => `ended after ${whole} without an answer`,
    'zh-CN': (whole: string) => `${whole} 后结束，未获响应`,
  },
  rowHead: { en: (took: string) => `head took ${took}`, 'zh-CN': (took: string) => `报文头用时 ${took}` },
  rowQueued: { en: (took: string) => `in line for ${took}`, 'zh-CN': (took: string) => `排队 ${took}` },

  // What held it up.
  nothingHeldUp: {
    en: (whole: string) => rich`Nothing held it up: ${strong(whole)} from the first byte in to the last byte out.`,
    'zh-CN': (whole: string) => rich`没有任何耽搁：从首字节到达到末字节送出共 ${strong(whole)}。`,
  },
  openedEarly: {
    en: (span: string) => rich`The client opened the connection ${strong(span)} before it asked for anything.`,
    'zh-CN': (span: string) => rich`客户端打开连接 ${strong(span)} 之后才发出请求。`,
  },
  idleBefore: {
    en: (span: string) => rich`The connection had been idle for ${strong(span)} before it.`,
    'zh-CN': (span: string) => rich`此前连接已空闲 ${strong(span)}。`,
  },
  slowHead: {
    en: (took: string) => rich`${strong('The client')} took ${strong(took)} to send its head.`,
    'zh-CN': (took: string) => rich`${strong('客户端')}用了 ${strong(took)} 才发完报文头。`,
  },
  slowHeadSoFar: {
    en: (took: string) => rich`${strong('The client')} has been sending its head for ${strong(took)}.`,
    'zh-CN': (took: string) => rich`${strong('客户端')}发送报文头已用 ${strong(took)}，尚未发完。`,
  },
  slowQueue: {
    en: (took: string) => rich`It was pipelined, and waited ${strong(took)} for the answers before it.`,
    'zh-CN': (took: string) => rich`它是流水线请求，为前面的响应等待了 ${strong(took)}。`,
  },
  slowOwn: {
    en: (took: string) => rich`${strong('Porthole')} took ${strong(took)} to decide what to answer.`,
    'zh-CN': (took: string) => rich`${strong('Porthole')} 用了 ${strong(took)} 来决定如何回应。`,
  },
  slowOpen: {
    en: (took: string) => rich`${strong('The disk')} took ${strong(took)} until the file was open.`,
    'zh-CN': (took: string) => rich`${strong('磁盘')}用了 ${strong(took)} 才打开文件。`,
  },
  slowRead: {
    en: (took: string) => rich`${strong('The disk')} took ${strong(took)} to give the first bytes.`,
    'zh-CN': (took: string) => rich`${strong('磁盘')}用了 ${strong(took)} 才给出首批字节。`,
  },
  slowFirst: {
    en: (took: string) =>
      rich`The first piece of content was taken after ${strong(took)}: ${strong('the client or its network')} was slow.`,
    'zh-CN': (took: string) => rich`首块内容在 ${strong(took)} 后才被接下：${strong('客户端或其网络')}较慢。`,
  },
  longSend: {
    en: (took: string) => rich`Sending took ${strong(took)}.`,
    'zh-CN': (took: string) => rich`发送用了 ${strong(took)}。`,
  },
  longSendSoFar: {
    en: (took: string) => rich`It has been sending for ${strong(took)}.`,
    'zh-CN': (took: string) => rich`已发送 ${strong(took)}。`,
  },

  // Facts.
  began: { en: 'Began', 'zh-CN': '开始于' },
  content: { en: 'Content', 'zh-CN': '内容' },
  meanRate: { en: 'Mean rate', 'zh-CN': '平均速率' },
  connection: { en: 'Connection', 'zh-CN': '连接' },
})
