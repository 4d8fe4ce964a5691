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
  transfer: { en: 'Transfer', 'zh-CN': '传输' },
  place: {
    en: (name: string, connectionId: number, ordinal: number) => `${name} ${String(connectionId)}.${String(ordinal)}`,
    'zh-CN': (name: string, connectionId: number, ordinal: number) =>
      `${name} ${String(connectionId)}.${String(ordinal)}`,
  },
})
