import { messages } from './message'

/** The notes that Porthole makes of exchanges by itself: their list in the story, and the column of their number. */
export const lints = messages({
  title: { en: 'Worth knowing', 'zh-CN': '值得留意' },
  filterBy: { en: (term: string) => `Filter by ${term}`, 'zh-CN': (term: string) => `按 ${term} 筛选` },
  between: { en: ', ', 'zh-CN': '、' },
})

/** What each note is called, in a few words. */
export const lintNames = messages({
  smuggling: { en: 'Can be read two ways', 'zh-CN': '有两种读法' },
  'bare-lf': { en: 'A line feed alone', 'zh-CN': '单独的换行' },
  'double-content-length': { en: 'Two lengths', 'zh-CN': '两个长度' },
  'length-and-coding': { en: 'A length and a coding', 'zh-CN': '长度与编码并存' },
  'folded-line': { en: 'A folded line', 'zh-CN': '折行' },
  'foreign-protocol': { en: 'Not HTTP at all', 'zh-CN': '并非 HTTP' },
  'timed-out': { en: 'Too slow', 'zh-CN': '太慢' },
  'http-1.0': { en: 'HTTP/1.0', 'zh-CN': 'HTTP/1.0' },
  'no-host': { en: 'Names no host', 'zh-CN': '未指明主机' },
  'unknown-method': { en: 'A method that nobody knows', 'zh-CN': '未知的方法' },
  pipelined: { en: 'Sent before its turn', 'zh-CN': '流水线请求' },
  'bad-path': { en: 'A path that leads nowhere', 'zh-CN': '无效的路径' },
  withheld: { en: 'Asked for what is withheld', 'zh-CN': '请求了不对外的内容' },
  'other-host': { en: 'Meant for another host', 'zh-CN': '发给了另一台主机' },
  'range-ignored': { en: 'Asked for a part, got the whole', 'zh-CN': '只要一部分，却得到全部' },
  'range-unsatisfiable': { en: 'A part beyond the end', 'zh-CN': '所要部分超出末尾' },
  'stale-if-range': { en: 'Resumed another version', 'zh-CN': '续传了另一版本' },
  'precondition-failed': { en: 'Not the version it wanted', 'zh-CN': '不是它要的版本' },
  'mixed-versions': { en: 'Two versions in one file', 'zh-CN': '一个文件混入两个版本' },
  'sent-twice': { en: 'Bytes sent twice', 'zh-CN': '重复发送' },
  'unconditional-refetch': { en: 'Fetched again for nothing', 'zh-CN': '多余的重新获取' },
  'file-changed': { en: 'The file changed meanwhile', 'zh-CN': '发送时文件有变' },
  'disk-trouble': { en: 'Trouble with the disk', 'zh-CN': '磁盘有问题' },
  lab: { en: 'Served wrongly on purpose', 'zh-CN': '有意出错' },
  replayed: { en: 'Asked by Porthole', 'zh-CN': '由 Porthole 发出' },
})

/** What each note says, in a sentence or two that are true of every exchange that has it. */
export const lintSays = messages({
  smuggling: {
    en: 'Two programs in a row could disagree about where this request ends. That is how requests are smuggled past a check, so it was refused.',
    'zh-CN': '前后两个软件可能对此请求在何处结束看法不一。请求走私正是这样绕过检查的，因此已被拒绝。',
  },
  'bare-lf': {
    en: 'A line ends in LF alone, where HTTP wants CR LF. Home-made clients do that, and so do attacks.',
    'zh-CN': '有一行只以 LF 结尾，而 HTTP 要求 CR LF。自制客户端会这样，攻击也会。',
  },
  'double-content-length': {
    en: 'It gave two different lengths for its content, and nobody can tell which one holds.',
    'zh-CN': '它为内容给出了两个不同的长度，无从判断以哪个为准。',
  },
  'length-and-coding': {
    en: 'It gave a length and sent chunks as well. A client may not do both.',
    'zh-CN': '它既给出长度又分块发送，客户端不可两者并用。',
  },
  'folded-line': {
    en: 'A field goes on over two lines, as HTTP allowed long ago. Programs read that differently today.',
    'zh-CN': '有一个字段折成两行，这是 HTTP 很久以前的写法，如今各软件读法不一。',
  },
  'foreign-protocol': {
    en: 'Somebody spoke another protocol to this port: a scanner, or a program with the wrong address.',
    'zh-CN': '有人对此端口使用了别的协议：可能是扫描器，或填错地址的程序。',
  },
  'timed-out': {
    en: 'Porthole waited for the client as long as the limits allow, and then gave up.',
    'zh-CN': 'Porthole 等待客户端到限值所允许的时长后放弃了。',
  },
  'http-1.0': {
    en: 'It speaks HTTP/1.0: one request for each connection unless it asks otherwise, and no chunks.',
    'zh-CN': '它使用 HTTP/1.0：除非另行要求，每个连接只有一个请求，且不能分块。',
  },
  'no-host': {
    en: 'It has no Host field. HTTP/1.1 demands one; in HTTP/1.0 it may be missing.',
    'zh-CN': '它没有 Host 字段。HTTP/1.1 要求必须有，HTTP/1.0 则可以没有。',
  },
  'unknown-method': {
    en: 'Its method is none that HTTP has.',
    'zh-CN': '它的方法不在 HTTP 之中。',
  },
  pipelined: {
    en: 'It came while the answer before it was still being sent, and waited for its turn.',
    'zh-CN': '它到达时前一个应答还在发送，因此排队等候。',
  },
  'bad-path': {
    en: 'Its path climbs out of the folder, or is written so that no file can have that name.',
    'zh-CN': '它的路径要跳出文件夹，或者写法上不可能有这样的文件名。',
  },
  withheld: {
    en: 'There is something of that name, and visitors do not get it: it is hidden, looks like a secret, or leads out of the share.',
    'zh-CN': '确有此名称，但不对访客提供：它已隐藏、疑似机密，或指向共享之外。',
  },
  'other-host': {
    en: 'Its Host field names a machine that this one is not. A web page elsewhere may have sent the browser here.',
    'zh-CN': '它的 Host 字段指向的不是本机，可能是别处的网页把浏览器引到了这里。',
  },
  'range-ignored': {
    en: 'It asked for a part of the file in a way that is not served, so it got all of it.',
    'zh-CN': '它要求文件的一部分，但写法不被支持，因此得到了全部。',
  },
  'range-unsatisfiable': {
    en: 'The part that it asked for begins where the file has already ended. Its copy may be longer than the file.',
    'zh-CN': '它要求的部分从文件末尾之后开始。它手中的副本可能比文件还长。',
  },
  'stale-if-range': {
    en: 'It wanted to go on with the version that it holds. The file is another one now, so it got all of the new one, and nothing was mixed.',
    'zh-CN': '它想接着手中的版本继续，但文件已变，因此得到了完整的新版本，没有混杂。',
  },
  'precondition-failed': {
    en: 'It wanted this only while the file is the version that it names, and that is no longer so.',
    'zh-CN': '仅当文件是它所指的版本时它才要，而现在已不是。',
  },
  'mixed-versions': {
    en: 'The client had begun with another version of the file and went on in this one without If-Range. What it has now is neither.',
    'zh-CN': '客户端先取了另一版本，又不带 If-Range 接着取了这一版本，它现在得到的两者都不是。',
  },
  'sent-twice': {
    en: 'Some of its bytes had been handed to this client before, in the same download.',
    'zh-CN': '其中一些字节在同一次下载中已经发给过这个客户端。',
  },
  'unconditional-refetch': {
    en: 'This address was handed this very version before, and asked for it again without If-None-Match. With it, the answer would have been 304 and no content.',
    'zh-CN': '此地址之前已得到过同一版本，这次又不带 If-None-Match 重新请求。若带上，应答就是 304 而无需内容。',
  },
  'file-changed': {
    en: 'The file changed while it was being sent. The connection was cut, so that nobody takes a mixture for the file.',
    'zh-CN': '发送过程中文件有变，已切断连接，以免有人把混杂的内容当作文件。',
  },
  'disk-trouble': {
    en: 'The file could not be had from the disk. The client did nothing wrong.',
    'zh-CN': '无法从磁盘取得文件，这不是客户端的错。',
  },
  lab: {
    en: 'A fault of the lab was at work here.',
    'zh-CN': '此处有故障实验在起作用。',
  },
  replayed: {
    en: 'Porthole sent this request to itself, because you asked it to. It is counted in no transfer.',
    'zh-CN': '此请求是应你的要求由 Porthole 发给自己的，不计入任何传输。',
  },
})
