import { chinese, english } from './format'
import { messages } from './message'
import { rich, strong } from './rich-text'

/** Taking a request out of the window, asking it again, and comparing two. */
export const exchange = messages({
  // Copying.
  copyTitle: { en: 'Copy as a command', 'zh-CN': '复制为命令' },
  copyLead: {
    en: 'Leads to this computer and asks what this request asked. What changes nothing in the answer is left out.',
    'zh-CN': '指向这台电脑，提出与此请求相同的要求。不影响应答的字段已省略。',
  },
  formShell: { en: 'curl', 'zh-CN': 'curl' },
  formCmd: { en: 'curl in cmd', 'zh-CN': 'curl（cmd）' },
  formPowerShell: { en: 'curl in PowerShell', 'zh-CN': 'curl（PowerShell）' },
  formWget: { en: 'wget', 'zh-CN': 'wget' },
  formFetch: { en: 'fetch', 'zh-CN': 'fetch' },
  copyCommand: { en: 'Copy', 'zh-CN': '复制' },
  commandLabel: { en: 'The command', 'zh-CN': '命令' },
  noCommand: {
    en: 'Only a whole, well-formed request can be copied as a command. The Request tab has its bytes.',
    'zh-CN': '只有完整且格式正确的请求才能复制为命令。其字节可在“请求”页查看。',
  },
  noForm: {
    en: 'Scripts in a browser may not send this method, so there is no fetch for it.',
    'zh-CN': '浏览器脚本不得使用这种方法，因此无法写成 fetch。',
  },
  contentLeftOut: {
    en: 'The request had content. Content is never kept, so it is not in the command.',
    'zh-CN': '该请求带有内容。内容从不保存，因此命令中没有它。',
  },
  fieldsLeftOut: {
    en: (names: string) => `Left out, as they hold bytes that cannot be typed there: ${names}.`,
    'zh-CN': (names: string) => `以下字段含有无法在那里键入的字节，已略去：${names}。`,
  },
  fieldsNotSettable: {
    en: (names: string) => `The program sets these by itself: ${names}.`,
    'zh-CN': (names: string) => `以下字段由程序自行设定：${names}。`,
  },
  targetChanged: {
    en: 'The program writes the path in its own way: dots are resolved, odd characters encoded.',
    'zh-CN': '程序会按自己的方式书写路径：解析点号，并对特殊字符编码。',
  },
  versionChanged: {
    en: 'The program chooses the version of HTTP by itself.',
    'zh-CN': '程序自行决定 HTTP 版本。',
  },

  // Saving.
  saveTitle: { en: 'Save to a file', 'zh-CN': '保存到文件' },
  saveLead: {
    en: 'HAR opens in browsers’ tools and proxies, a session in Porthole, a table in a spreadsheet. Contents are never kept, so no file holds them.',
    'zh-CN':
      'HAR 可在浏览器开发者工具和代理中打开，会话可在 Porthole 中打开，表格可在电子表格软件中打开。内容从不保存，因此文件中没有内容。',
  },
  scope: { en: 'What to save', 'zh-CN': '保存范围' },
  scopeThis: { en: 'This request', 'zh-CN': '此请求' },
  scopeAll: {
    en: (count: number) => `All ${english.count(count)}`,
    'zh-CN': (count: number) => `全部 ${chinese.count(count)} 个`,
  },
  saveHar: { en: 'HAR…', 'zh-CN': 'HAR…' },
  saveSession: { en: 'Session…', 'zh-CN': '会话…' },
  saveCsv: { en: 'Table (CSV)…', 'zh-CN': '表格（CSV）…' },
  openSession: { en: 'Open a session…', 'zh-CN': '打开会话…' },
  savedSession: { en: 'Saved session', 'zh-CN': '已保存的会话' },
  savedFacts: {
    en: (count: number, moment: string) => `${english.count(count)} requests, as they stood on ${moment}. Read only.`,
    'zh-CN': (count: number, moment: string) => `${chinese.count(count)} 个请求，截至 ${moment} 的状态。只读。`,
  },
  linesLeftOut: {
    en: (count: number) =>
      count === 1
        ? '1 line could not be read and is left out.'
        : `${english.count(count)} lines could not be read and are left out.`,
    'zh-CN': (count: number) => `${chinese.count(count)} 行无法读取，已略去。`,
  },
  lineProblem: {
    en: (line: number, why: string) => `Line ${english.count(line)}: ${why}`,
    'zh-CN': (line: number, why: string) => `第 ${chinese.count(line)} 行：${why}`,
  },
  cutShort: {
    en: 'The file ends early: what came after is missing.',
    'zh-CN': '文件提前结束，其后的内容缺失。',
  },
  backToLive: { en: 'Back to live', 'zh-CN': '返回实时' },
  saved: {
    en: (count: number, name: string) =>
      count === 1 ? `1 request saved to ${name}.` : `${english.count(count)} requests saved to ${name}.`,
    'zh-CN': (count: number, name: string) => `已将 ${chinese.count(count)} 个请求保存到${name}。`,
  },

  // Asking again.
  askTitle: { en: 'Ask again', 'zh-CN': '再问一次' },
  askLead: {
    en: 'Porthole sends the request to itself, as it came or with one thing changed, and shows both side by side. Of a large answer it takes 64 KiB and hangs up.',
    'zh-CN': 'Porthole 把此请求原样发给自己，或只改动一处再发，然后并排显示两次结果。若应答很大，取 64 KiB 后即挂断。',
  },
  asking: { en: 'Asking…', 'zh-CN': '正在提问…' },
  same: { en: 'The same', 'zh-CN': '原样' },
  head: { en: 'With HEAD', 'zh-CN': '用 HEAD' },
  whole: { en: 'The whole file', 'zh-CN': '要整个文件' },
  range: { en: 'Only 1,000 bytes', 'zh-CN': '只要 1000 字节' },
  'if-none-match': { en: 'Only if changed', 'zh-CN': '仅在有变化时' },
  'http-1.0': { en: 'In HTTP/1.0', 'zh-CN': '用 HTTP/1.0' },
  'no-host': { en: 'Without Host', 'zh-CN': '不带 Host' },
  options: { en: 'With OPTIONS', 'zh-CN': '用 OPTIONS' },

  // What each is to show.
  sameRule: {
    en: 'HTTP is stateless: the same request gets the same answer, as long as the file is the same.',
    'zh-CN': 'HTTP 是无状态的：只要文件没变，同样的请求就得到同样的应答。',
  },
  headRule: {
    en: 'HEAD gets the head of the answer and no content (RFC 9110 §9.3.2).',
    'zh-CN': 'HEAD 只得到应答的头部，没有内容（RFC 9110 §9.3.2）。',
  },
  wholeRule: {
    en: 'Without Range and without conditions, the answer is the whole file with 200 (RFC 9110 §15.3.1).',
    'zh-CN': '没有 Range，也没有条件，应答就是整个文件，状态为 200（RFC 9110 §15.3.1）。',
  },
  rangeRule: {
    en: 'Range: bytes=0-999 asks for the first 1,000 bytes. They come with 206 and Content-Range (RFC 9110 §14.2).',
    'zh-CN': 'Range: bytes=0-999 只要前 1000 个字节，以 206 和 Content-Range 应答（RFC 9110 §14.2）。',
  },
  'if-none-matchRule': {
    en: 'If-None-Match names the version that is held already. If it is still the same, 304 comes without content (RFC 9110 §13.1.2).',
    'zh-CN': 'If-None-Match 写明已有的版本。如果仍是同一版本，则以 304 应答，不带内容（RFC 9110 §13.1.2）。',
  },
  'http-1.0Rule': {
    en: 'HTTP/1.0 gets the same answer, but the connection closes after it (RFC 9112 §9.3).',
    'zh-CN': 'HTTP/1.0 得到同样的应答，但其后连接即关闭（RFC 9112 §9.3）。',
  },
  'no-hostRule': {
    en: 'HTTP/1.1 without Host must be refused with 400 (RFC 9112 §3.2).',
    'zh-CN': '没有 Host 的 HTTP/1.1 请求必须以 400 拒绝（RFC 9112 §3.2）。',
  },
  optionsRule: {
    en: 'OPTIONS asks what may be done here. Allow lists the methods (RFC 9110 §9.3.7).',
    'zh-CN': 'OPTIONS 询问这里允许做什么，Allow 列出可用的方法（RFC 9110 §9.3.7）。',
  },
  asRule: {
    en: (status: string) => rich`And so it was: ${strong(status)}.`,
    'zh-CN': (status: string) => rich`果然如此：${strong(status)}。`,
  },
  notAsRule: {
    en: (status: string) => rich`Not this time: the answer was ${strong(status)}.`,
    'zh-CN': (status: string) => rich`这次不然：应答为 ${strong(status)}。`,
  },
  noStatus: { en: 'no answer', 'zh-CN': '没有应答' },

  // Comparing.
  compareHead: { en: 'Compare', 'zh-CN': '比较' },
  compareLead: {
    en: 'Shows two requests side by side: their figures and both heads, line by line.',
    'zh-CN': '并排显示两个请求：各项数据，以及逐行对照的头部。',
  },
  compareWith: { en: 'Compare with another…', 'zh-CN': '与另一请求比较…' },
  compareWithMarked: {
    en: (id: number) => `Compare with ${english.count(id)}`,
    'zh-CN': (id: number) => `与请求 ${chinese.count(id)} 比较`,
  },
  comparePicking: {
    en: (id: number) => `Request ${english.count(id)} waits: select another one to compare it with, then press D.`,
    'zh-CN': (id: number) => `请求 ${chinese.count(id)} 正等待比较：选中另一个请求，再按 D。`,
  },
  compareNow: { en: 'Compare', 'zh-CN': '比较' },
  compareCancel: { en: 'Cancel', 'zh-CN': '取消' },
  compareTitle: {
    en: (left: number, right: number) => `Requests ${english.count(left)} and ${english.count(right)}`,
    'zh-CN': (left: number, right: number) => `请求 ${chinese.count(left)} 与 ${chinese.count(right)}`,
  },
  compareGone: { en: 'One of the two has left memory.', 'zh-CN': '其中一个已移出内存。' },
  compareLoading: { en: 'Fetching both…', 'zh-CN': '正在读取…' },
  layout: { en: 'Layout', 'zh-CN': '布局' },
  sideBySide: { en: 'Side by side', 'zh-CN': '并排' },
  unified: { en: 'Unified', 'zh-CN': '合并' },
  facts: { en: 'In figures', 'zh-CN': '数据' },
  what: { en: 'What', 'zh-CN': '项目' },
  requestHead: { en: 'Request', 'zh-CN': '请求' },
  responseHead: { en: 'Response', 'zh-CN': '响应' },
  allSame: { en: 'No difference', 'zh-CN': '没有差别' },
  differences: {
    en: (count: number) => (count === 1 ? '1 line differs' : `${english.count(count)} lines differ`),
    'zh-CN': (count: number) => `${chinese.count(count)} 行不同`,
  },
  headGone: { en: 'Not in memory, or never sent.', 'zh-CN': '不在内存中，或从未发送。' },
  onlyLeft: { en: 'only on the left', 'zh-CN': '仅左侧有' },
  onlyRight: { en: 'only on the right', 'zh-CN': '仅右侧有' },
  changedLine: { en: 'changed', 'zh-CN': '已改变' },
  factTime: { en: 'Began', 'zh-CN': '开始时间' },
  factClient: { en: 'Client', 'zh-CN': '客户端' },
  factStatus: { en: 'Status', 'zh-CN': '状态' },
  factOutcome: { en: 'Outcome', 'zh-CN': '结果' },
  factFirstByte: { en: 'First byte after', 'zh-CN': '首字节用时' },
  factDuration: { en: 'Took', 'zh-CN': '总用时' },
  factSent: { en: 'Content sent', 'zh-CN': '发送的内容' },
  factAnnounced: { en: 'Content announced', 'zh-CN': '声明的内容长度' },
  factConnection: { en: 'Connection', 'zh-CN': '连接' },
  none: { en: '–', 'zh-CN': '–' },
  ownRow: { en: 'asked by Porthole', 'zh-CN': 'Porthole 自问' },
  ownRequest: { en: 'asked by Porthole itself', 'zh-CN': '由 Porthole 自己发出' },
})
