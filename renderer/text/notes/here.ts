import { chinese, english } from '../format'
import { messages } from '../message'
import { code, rich, strong } from '../rich-text'

/** Names of what the tree of a head works out from its octets: always in brackets, since nobody sent them. */
export const inferred = messages({
  asksFor: { en: '[asks for]', 'zh-CN': '[要求]' },
  reads: { en: '[reads]', 'zh-CN': '[读作]' },
  is: { en: '[is]', 'zh-CN': '[即]' },
  answered: { en: '[answered]', 'zh-CN': '[回应]' },
  holds: { en: '[holds]', 'zh-CN': '[结果]' },

  toTheEnd: {
    en: (from: string, length: string) => `${from} to the end, ${length}`,
    'zh-CN': (from: string, length: string) => `${from} 处至末尾，共 ${length}`,
  },
  toSomeEnd: {
    en: (first: number) => `from byte ${english.count(first)} to the end`,
    'zh-CN': (first: number) => `第 ${chinese.count(first)} 字节至末尾`,
  },
  between: {
    en: (first: number, last: number, length: string) =>
      `bytes ${english.count(first)} to ${english.count(last)}, ${length}`,
    'zh-CN': (first: number, last: number, length: string) =>
      `第 ${chinese.count(first)} 至 ${chinese.count(last)} 字节，共 ${length}`,
  },
  lastBytes: { en: (length: string) => `the last ${length}`, 'zh-CN': (length: string) => `最后 ${length}` },
  beyondEnd: {
    en: (size: string) => `beyond the end, which is at ${size}`,
    'zh-CN': (size: string) => `超出末尾（${size}）`,
  },
  parts: {
    en: (count: number) => `${english.count(count)} parts`,
    'zh-CN': (count: number) => `${chinese.count(count)} 段`,
  },
  notARange: { en: 'no range of bytes: everything', 'zh-CN': '不是字节范围：视为全部' },
  partOf: {
    en: (length: string, from: string, whole: string) => `${length} from ${from} on, of ${whole}`,
    'zh-CN': (length: string, from: string, whole: string) => `自 ${from} 处起 ${length}，全长 ${whole}`,
  },
  wholeIs: { en: (size: string) => `the file has ${size}`, 'zh-CN': (size: string) => `文件长 ${size}` },
  sameVersion: { en: 'the file is this version', 'zh-CN': '文件正是此版本' },
  otherVersion: { en: 'the file is another version', 'zh-CN': '文件是另一版本' },
  unpacked: { en: 'nothing packed', 'zh-CN': '未压缩' },
})

/** What a part of a message came to in the exchange at hand; said after the sentence of its note. */
export const here = messages({
  rangeSent: {
    en: () => rich`Porthole honoured it and sent ${strong('this part alone')}.`,
    'zh-CN': () => rich`Porthole 照办，${strong('只发了这一部分')}。`,
  },
  rangeStale: {
    en: () => rich`The file is no longer the version of If-Range, so ${strong('all of it')} was sent.`,
    'zh-CN': () => rich`文件已不是 If-Range 所指版本，因此${strong('发送了全部')}。`,
  },
  rangeBeyond: {
    en: (size: string) => rich`The file ends at ${strong(size)}, before the part begins: ${strong('416')}.`,
    'zh-CN': (size: string) => rich`文件到 ${strong(size)} 为止，所要部分尚在其后：${strong('416')}。`,
  },
  rangeIgnored: {
    en: () => rich`Here it was ${strong('not followed')}: the answer is the whole.`,
    'zh-CN': () => rich`此处${strong('未照办')}，回应的是全部。`,
  },
  rangeNotForHead: {
    en: () => rich`It counts for GET only, so here it changed nothing.`,
    'zh-CN': () => rich`它只对 GET 有效，因此在此不起作用。`,
  },
  rangeNotReached: {
    en: (status: string) => rich`It never came to that: the answer is ${strong(status)}.`,
    'zh-CN': (status: string) => rich`未及于此：回应是 ${strong(status)}。`,
  },
  ifRangeHeld: {
    en: () => rich`Here the file ${strong('is still that version')}, so the part was sent.`,
    'zh-CN': () => rich`此处文件${strong('仍是该版本')}，因此只发所要部分。`,
  },
  ifRangeStale: {
    en: () => rich`Here the file ${strong('is another version by now')}, so all of it was sent.`,
    'zh-CN': () => rich`此处文件${strong('已是另一版本')}，因此发送了全部。`,
  },
  ifRangeAlone: {
    en: () => rich`Without a Range field it means nothing.`,
    'zh-CN': () => rich`没有 Range 字段时它没有意义。`,
  },
  tagIsCurrent: {
    en: () => rich`Here one of them is the file’s, so ${strong('nothing was sent again')}.`,
    'zh-CN': () => rich`此处其一正是文件的标签，因此${strong('没有重发')}。`,
  },
  tagIsOld: {
    en: () => rich`Here the file has ${strong('another tag')}, so it was sent.`,
    'zh-CN': () => rich`此处文件的标签${strong('已不同')}，因此发送了内容。`,
  },
  unchangedSince: {
    en: () => rich`Here the file is ${strong('no newer')}, so nothing was sent again.`,
    'zh-CN': () => rich`此处文件${strong('没有更新')}，因此没有重发。`,
  },
  changedSince: {
    en: () => rich`Here the file is ${strong('newer')}, so it was sent.`,
    'zh-CN': () => rich`此处文件${strong('已更新')}，因此发送了内容。`,
  },
  tagCountsInstead: {
    en: () => rich`Here ${code('If-None-Match')} counted instead.`,
    'zh-CN': () => rich`此处以 ${code('If-None-Match')} 为准。`,
  },
  conditionFailed: {
    en: () => rich`Here the condition ${strong('does not hold')}: 412, and nothing was done.`,
    'zh-CN': () => rich`此处条件${strong('不成立')}：回应 412，未作任何处理。`,
  },
  conditionHeld: {
    en: () => rich`Here the condition ${strong('holds')}.`,
    'zh-CN': () => rich`此处条件${strong('成立')}。`,
  },
  hostOurs: {
    en: () => rich`This is a name that Porthole answers to.`,
    'zh-CN': () => rich`这是 Porthole 所用的名称之一。`,
  },
  hostNotOurs: {
    en: () => rich`Porthole ${strong('does not answer')} to this name: 421.`,
    'zh-CN': () => rich`Porthole ${strong('不认')}这个名称：回应 421。`,
  },
  staysOpen: {
    en: () => rich`After this answer the connection ${strong('stays open')} for more requests.`,
    'zh-CN': () => rich`此次回应之后连接${strong('保持打开')}，可继续请求。`,
  },
  closes: {
    en: () => rich`After this answer the connection ${strong('is closed')}.`,
    'zh-CN': () => rich`此次回应之后连接${strong('关闭')}。`,
  },
  sentUnpacked: {
    en: () => rich`Porthole sent the bytes ${strong('as they are on disk')}.`,
    'zh-CN': () => rich`Porthole 发送的是${strong('磁盘上的原样字节')}。`,
  },
  gotType: {
    en: (type: string) => rich`The answer is ${code(type)}.`,
    'zh-CN': (type: string) => rich`回应的类型是 ${code(type)}。`,
  },
  lengthCut: {
    en: (sent: string) => rich`Here it ended early: only ${strong(sent)} went out.`,
    'zh-CN': (sent: string) => rich`此次提前结束，只送出 ${strong(sent)}。`,
  },
  lengthWhole: {
    en: () => rich`Here so many were handed to the system.`,
    'zh-CN': () => rich`此次全部交给了操作系统。`,
  },
  lengthForHead: {
    en: () => rich`To HEAD it says what GET would bring; nothing follows.`,
    'zh-CN': () => rich`对 HEAD 而言，这是 GET 将得到的长度，其后并无内容。`,
  },
  notHeeded: {
    en: () => rich`Porthole takes no notice of it.`,
    'zh-CN': () => rich`Porthole 不理会它。`,
  },
  methodRefused: {
    en: (status: string) => rich`Porthole answered ${strong(status)}: this share can be read, not changed.`,
    'zh-CN': (status: string) => rich`Porthole 回应 ${strong(status)}：此共享只能读取，不能更改。`,
  },
})

/** What is said of a field that has no note. */
export const unknownField = {
  at: 'RFC 9110 §5.1',
  en: [
    'a field that Porthole does not know',
    'It is in none of the standards that these notes were written from; anybody may make up a field, and whoever does not know it passes it over.',
  ],
  'zh-CN': ['Porthole 不认识的字段', '它不在本说明所依据的标准之中；任何人都可以自创字段，不认识者略过即可。'],
} as const
