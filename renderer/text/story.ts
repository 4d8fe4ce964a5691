import { chinese, english } from './format'
import { messages } from './message'
import { code, rich, strong } from './rich-text'

/** What the story of a request says beyond its frame: wishes, what decided the answer, what became of the connection. */
export const story = messages({
  wantsHead: {
    en: () => rich`It wants the head alone: what GET would bring, without the content.`,
    'zh-CN': () => rich`它只要报文头：与 GET 相同，但不要内容。`,
  },
  resumes: {
    en: (first: number, share: string) =>
      rich`It asked for the rest from byte ${english.count(first)} on, at ${strong(share)}: it ${strong('resumes')} a download.`,
    'zh-CN': (first: number, share: string) =>
      rich`它要求从第 ${chinese.count(first)} 字节（${strong(share)} 处）起的其余部分，即${strong('续传')}。`,
  },
  wantsRest: {
    en: (first: number, share: string) =>
      rich`It asked for everything from byte ${english.count(first)} on, at ${strong(share)}.`,
    'zh-CN': (first: number, share: string) =>
      rich`它要求从第 ${chinese.count(first)} 字节（${strong(share)} 处）起的全部内容。`,
  },
  wantsOnlyVersion: {
    en: () => rich`It wants this only while the file is the version that it names.`,
    'zh-CN': () => rich`仅当文件是它所指的版本时，它才要求这样做。`,
  },
  waitedForGoAhead: {
    en: () => rich`It wanted a go-ahead before it sent its content.`,
    'zh-CN': () => rich`它要先得到许可再发送内容。`,
  },
  tagIsCurrent: {
    en: () => rich`The entity tag that it holds is still the file’s.`,
    'zh-CN': () => rich`它所持的实体标签仍是该文件的。`,
  },
  notChangedSince: {
    en: () => rich`The file has not changed since the date that it named.`,
    'zh-CN': () => rich`文件自它所说的日期以来没有变化。`,
  },
  otherTag: {
    en: () => rich`The file has another entity tag than it demanded.`,
    'zh-CN': () => rich`文件的实体标签与它要求的不同。`,
  },
  changedSince: {
    en: () => rich`The file has changed since the date that it named.`,
    'zh-CN': () => rich`文件自它所说的日期以来有变化。`,
  },
  endsBefore: {
    en: (size: string, value: string) => rich`The file has ${strong(size)}, and it asked for ${code(value)}.`,
    'zh-CN': (size: string, value: string) => rich`文件长 ${strong(size)}，而它要求 ${code(value)}。`,
  },
  sentOnTo: {
    en: (location: string) => rich`It was sent on to ${code(location)}.`,
    'zh-CN': (location: string) => rich`它被引向 ${code(location)}。`,
  },
  learnedLength: {
    en: (size: string) => rich`So it learned that GET would bring ${strong(size)}.`,
    'zh-CN': (size: string) => rich`由此它得知 GET 将得到 ${strong(size)}。`,
  },
  staysOpen: {
    en: () => rich`The connection stayed open for more requests.`,
    'zh-CN': () => rich`连接保持打开，可继续请求。`,
  },
  closed: {
    en: () => rich`Porthole closed the connection after it, as the answer announced.`,
    'zh-CN': () => rich`随后 Porthole 按回应所示关闭了连接。`,
  },
  // Other requests.
  askedByUs: {
    en: () => rich`Porthole sent it to itself.`,
    'zh-CN': () => rich`这是 Porthole 发给自己的请求。`,
  },
  repeats: {
    en: (id: number) => rich`Porthole sent it to itself, to ask ${strong(`request ${english.count(id)}`)} again.`,
    'zh-CN': (id: number) => rich`这是 Porthole 发给自己的，用来重问${strong(`请求 ${chinese.count(id)}`)}。`,
  },
  cameAfter: {
    en: (id: number) => rich`It came after request ${english.count(id)}.`,
    'zh-CN': (id: number) => rich`它之前是请求 ${chinese.count(id)}。`,
  },
  beforeGone: {
    en: () => rich`The one before it has left memory.`,
    'zh-CN': () => rich`它之前的那个已移出内存。`,
  },
  goesOnWhere: {
    en: (id: number) => rich`It goes on where request ${english.count(id)} broke off.`,
    'zh-CN': (id: number) => rich`它从请求 ${chinese.count(id)} 中断处继续。`,
  },
  sameFile: {
    en: (id: number) => rich`Request ${english.count(id)} had brought a part of this file before.`,
    'zh-CN': (id: number) => rich`此前请求 ${chinese.count(id)} 已取得该文件的一部分。`,
  },
  ranBeside: {
    en: (id: number) => rich`It fetched its part beside request ${english.count(id)}, which fetched another.`,
    'zh-CN': (id: number) => rich`它与请求 ${chinese.count(id)} 同时进行，各取文件的一部分。`,
  },
  otherVersion: {
    en: (id: number) => rich`Request ${english.count(id)} had brought ${strong('another version')} of this file.`,
    'zh-CN': (id: number) => rich`此前请求 ${chinese.count(id)} 取得的是该文件的${strong('另一版本')}。`,
  },
  thenCame: {
    en: (id: number) =>
      rich`Then request ${english.count(id)} came on the same connection: all of this one has likely been received.`,
    'zh-CN': (id: number) => rich`随后同一连接上来了请求 ${chinese.count(id)}：此请求的内容很可能已全部收到。`,
  },
  thenAnother: {
    en: () =>
      rich`Then another request came on the same connection, which has left memory: all of this one has likely been received.`,
    'zh-CN': () => rich`随后同一连接上来了另一个请求（已移出内存）：此请求的内容很可能已全部收到。`,
  },
  wentOn: {
    en: (id: number) => rich`Request ${english.count(id)} went on from there.`,
    'zh-CN': (id: number) => rich`请求 ${chinese.count(id)} 从那里继续。`,
  },
  wholeWith: {
    en: (id: number) => rich`With request ${english.count(id)}, the whole file had been handed over.`,
    'zh-CN': (id: number) => rich`到请求 ${chinese.count(id)} 为止，整个文件已全部交出。`,
  },
  wholeWithThis: {
    en: () => rich`With it, the whole file had been handed over.`,
    'zh-CN': () => rich`至此，整个文件已全部交出。`,
  },
  thenWhole: {
    en: () => rich`With that one, the whole file had been handed over.`,
    'zh-CN': () => rich`到该请求为止，整个文件已全部交出。`,
  },
  thatOneIsGone: {
    en: () => rich`That one has left memory.`,
    'zh-CN': () => rich`该请求已移出内存。`,
  },
  transfer: { en: 'Transfer', 'zh-CN': '传输' },
  place: {
    en: (name: string, connectionId: number, ordinal: number) => `${name} ${String(connectionId)}.${String(ordinal)}`,
    'zh-CN': (name: string, connectionId: number, ordinal: number) =>
      `${name} ${String(connectionId)}.${String(ordinal)}`,
  },
})
