import { chinese, english } from './format'
import { messages } from './message'

/** The fault lab: what can be done to a download, what to expect, and what came of it. */
export const lab = messages({
  name: { en: 'Lab', 'zh-CN': '实验室' },
  title: { en: 'Fault lab', 'zh-CN': '故障实验室' },
  says: {
    en: 'Serve a download wrongly on purpose, and see what the client makes of it.',
    'zh-CN': '故意以错误方式提供下载，看看客户端如何应对。',
  },
  client: { en: 'Client', 'zh-CN': '客户端' },
  file: { en: 'File', 'zh-CN': '文件' },
  everyClient: { en: 'every client', 'zh-CN': '所有客户端' },
  everyFile: { en: 'every file', 'zh-CN': '所有文件' },
  turnAllOff: { en: 'Turn all off', 'zh-CN': '全部关闭' },
  banner: {
    en: (whom: string, count: number) =>
      `The fault lab is on: ${whom} ${count === 1 ? 'meets one fault' : `meets ${english.count(count)} faults`}; nobody else is affected.`,
    'zh-CN': (whom: string, count: number) =>
      `故障实验室已开启：对${whom}注入 ${chinese.count(count)} 个故障，其他人不受影响。`,
  },
  bannerSeveral: {
    en: (rules: number) => `The fault lab is on: ${english.count(rules)} downloads are served wrongly on purpose.`,
    'zh-CN': (rules: number) => `故障实验室已开启：${chinese.count(rules)} 项下载正被故意以错误方式提供。`,
  },
  everyone: { en: 'everybody', 'zh-CN': '所有人' },
  tampered: { en: 'served wrongly on purpose', 'zh-CN': '被故意以错误方式提供' },

  cut: { en: 'Cut the connection at a byte', 'zh-CN': '在某个字节处切断连接' },
  cutAt: { en: (place: string) => `at ${place}, once`, 'zh-CN': (place: string) => `在 ${place} 处，仅一次` },
  cutMade: { en: (place: string) => `made, at ${place}`, 'zh-CN': (place: string) => `已在 ${place} 处切断` },
  stall: { en: 'Stall, then go on', 'zh-CN': '停顿后继续' },
  stallAt: {
    en: (seconds: number, place: string) => `${english.count(seconds)} s at ${place}`,
    'zh-CN': (seconds: number, place: string) => `在 ${place} 处停 ${chinese.count(seconds)} 秒`,
  },
  oneByOne: { en: 'One byte at a time', 'zh-CN': '逐字节发送' },
  oneByOneSays: { en: 'a hundred bytes a second', 'zh-CN': '每秒一百字节' },
  lateHead: { en: 'Late head', 'zh-CN': '迟到的响应头' },
  lateHeadSays: {
    en: (seconds: number) => `${english.count(seconds)} s late`,
    'zh-CN': (seconds: number) => `推迟 ${chinese.count(seconds)} 秒`,
  },
  weakTag: { en: 'Weak entity tag', 'zh-CN': '弱实体标签' },
  weakTagSays: { en: 'W/ before every ETag', 'zh-CN': '每个 ETag 前加 W/' },
  wrongLength: { en: 'Wrong Content-Length', 'zh-CN': '错误的 Content-Length' },
  wrongLengthSays: {
    en: (octets: number) => `${english.count(octets)} bytes too many`,
    'zh-CN': (octets: number) => `多报 ${chinese.count(octets)} 字节`,
  },
  ignoreRange: { en: 'Ignore Range', 'zh-CN': '忽略 Range' },
  ignoreRangeSays: { en: 'always the whole file', 'zh-CN': '总是发送整个文件' },
  ignoreIfRange: { en: 'Ignore If-Range', 'zh-CN': '忽略 If-Range' },
  ignoreIfRangeSays: { en: 'a part even of another version', 'zh-CN': '版本不同也发送部分内容' },
  place: { en: 'Byte', 'zh-CN': '字节' },
  extraBytes: { en: 'Bytes too many', 'zh-CN': '多报的字节数' },
  seconds: { en: 'Seconds', 'zh-CN': '秒数' },
  placeOnFile: { en: 'Place in the file', 'zh-CN': '文件中的位置' },

  prediction: { en: 'Prediction', 'zh-CN': '预测' },
  result: { en: 'Result', 'zh-CN': '结果' },
  show: { en: (id: number) => `#${english.count(id)}`, 'zh-CN': (id: number) => `#${chinese.count(id)}` },

  armed: { en: 'Armed: waits for a request.', 'zh-CN': '已就绪，等待请求。' },
  running: { en: 'Happening now.', 'zh-CN': '正在进行。' },
  wasCut: {
    en: (place: string) => `Cut at ${place}. The client has not come back.`,
    'zh-CN': (place: string) => `已在 ${place} 处切断，客户端尚未回来。`,
  },
  resumed: {
    en: (place: string) => `The client resumed at ${place}: nothing was sent twice.`,
    'zh-CN': (place: string) => `客户端从 ${place} 处续传，没有重复发送。`,
  },
  restarted: { en: 'It was sent the whole file again, from 0.', 'zh-CN': '整个文件又从 0 开始发送。' },
  cameBack: {
    en: (status: string) => `The client came back for something else: ${status}.`,
    'zh-CN': (status: string) => `客户端回来请求了别的内容：${status}。`,
  },
  endured: { en: 'The client put up with it to the end.', 'zh-CN': '客户端坚持到了最后。' },
  gaveUp: {
    en: (place: string) => `The client broke off at ${place}.`,
    'zh-CN': (place: string) => `客户端在 ${place} 处中断。`,
  },
})

/** What to expect, by the faults that are on. */
export const labPredictions = messages({
  cut: {
    en: 'A client that can resume asks for the rest with Range. Any other starts again, or gives up.',
    'zh-CN': '能续传的客户端会用 Range 请求剩余部分，其他的则重新开始或放弃。',
  },
  'cut-weak': {
    en: 'If-Range needs a strong tag: after the cut, a client that asks with the weak one gets everything from 0.',
    'zh-CN': 'If-Range 需要强标签：切断之后，用弱标签询问的客户端只能从 0 重新下载。',
  },
  'cut-ignored': {
    en: 'Nothing can be resumed: a client that asks for the rest gets the whole file, and must notice that it is a 200.',
    'zh-CN': '无法续传：请求剩余部分的客户端会得到整个文件，并且必须注意到状态是 200。',
  },
  'cut-mixed': {
    en: 'Resuming always works, even when the file has changed meanwhile: the client may end up with a mix of two versions.',
    'zh-CN': '总能续传，即使文件已改变：客户端可能得到两个版本的混合体。',
  },
  stall: {
    en: 'Nothing moves for that long. A client with less patience breaks off and tries again.',
    'zh-CN': '这段时间内没有任何数据。耐心不足的客户端会中断并重试。',
  },
  'one-by-one': {
    en: 'It never stands still, so no time-out helps: only a client that asks for a least speed breaks off.',
    'zh-CN': '它从不停顿，超时不起作用：只有要求最低速度的客户端才会中断。',
  },
  'late-head': {
    en: 'The client does not know yet whether anything will come. Most wait for a minute or more.',
    'zh-CN': '客户端还不知道是否会有回应，多数会等一分钟以上。',
  },
  'weak-tag': {
    en: 'Caching still works. Resuming with If-Range does not: it needs a strong tag (RFC 9110 §13.1.5).',
    'zh-CN': '缓存照常有效，但用 If-Range 续传则不行：它需要强标签（RFC 9110 §13.1.5）。',
  },
  'wrong-length': {
    en: 'All of the file arrives, and still the download is incomplete: a good client says so.',
    'zh-CN': '文件已全部到达，下载却仍不完整：好的客户端会指出这一点。',
  },
  'ignore-range': {
    en: 'Every request gets the whole file. A client that appends it to what it has breaks the file.',
    'zh-CN': '每个请求都得到整个文件。把它接在已有部分后面的客户端会弄坏文件。',
  },
  'ignore-if-range': {
    en: 'A part is sent even when the file is another version than the client has: the two do not fit together.',
    'zh-CN': '即使文件版本与客户端所持的不同也发送部分内容：两者并不吻合。',
  },
})
