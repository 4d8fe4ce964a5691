import { chinese, english } from './format'
import { messages } from './message'
import { code, rich, strong } from './rich-text'

/** How fast a client gets what it asked for, as figures. */
export interface ClientPace {
  readonly rate: string
  /** Until all of it is out; null when that cannot be said. */
  readonly left: string | null
}

/** The Transfer tab: which octets of a file a client was sent, by which requests, and what the time went to. */
export const transfers = messages({
  // The map of the file
  mapOf: {
    en: (client: string, file: string) => rich`What ${client} was sent of ${code(file)}`,
    'zh-CN': (client: string, file: string) => rich`已发给 ${client} 的部分：${code(file)}`,
  },
  sent: { en: 'sent', 'zh-CN': '已发送' },
  sentTwice: { en: 'sent twice', 'zh-CN': '重复发送' },
  sending: { en: 'being sent', 'zh-CN': '正在发送' },
  missing: { en: 'missing', 'zh-CN': '缺失' },
  missingAmount: {
    en: (size: string) => `${size} missing`,
    'zh-CN': (size: string) => `缺 ${size}`,
  },
  allRequests: { en: 'All requests', 'zh-CN': '全部请求' },
  thisRequest: { en: 'This request', 'zh-CN': '本次请求' },
  lanes: { en: 'Requests of this transfer', 'zh-CN': '此传输的请求' },
  selectRequest: {
    en: (number: string) => `Select request ${number}`,
    'zh-CN': (number: string) => `选择请求 ${number}`,
  },
  moreRequests: {
    en: (count: number) =>
      count === 1 ? '1 more request is not drawn' : `${english.count(count)} more requests are not drawn`,
    'zh-CN': (count: number) => `另有 ${chinese.count(count)} 个请求未画出`,
  },
  offset: { en: 'Place in the file', 'zh-CN': '文件中的位置' },
  readoutHint: {
    en: 'Point at the map to read offsets; click a byte to see who carried it.',
    'zh-CN': '指向文件图可读出偏移；点按任意字节，看是哪个请求发送了它。',
  },
  byteOf: {
    en: (offset: number, size: number) => `byte ${english.count(offset)} of ${english.count(size)}`,
    'zh-CN': (offset: number, size: number) => `第 ${chinese.count(offset)} 字节，共 ${chinese.count(size)} 字节`,
  },
  carriedBy: { en: 'carried by', 'zh-CN': '发送者：' },
  carriedByNone: { en: 'not sent yet', 'zh-CN': '尚未发送' },
  carriedByGone: { en: 'carried by a request that is no longer in the log', 'zh-CN': '由已不在日志中的请求发送' },
  rough: {
    en: (size: string) => `Too many pieces to remember each: figures may be off by up to ${size}.`,
    'zh-CN': (size: string) => `片段过多，无法逐一记录：数字最多可能相差 ${size}。`,
  },

  // No file, no map
  noFile: {
    en: 'This request carried no part of a file, so there is nothing to join and nothing to map.',
    'zh-CN': '此请求没有传送文件的任何部分，因此无可合并，也无图可画。',
  },
  notYet: { en: 'The answer has not begun yet.', 'zh-CN': '响应尚未开始。' },
  refused: {
    en: 'Nothing of the file was sent: the answer says why not.',
    'zh-CN': '文件内容未发送：响应说明了原因。',
  },
  savedByHead: {
    en: (size: string) => `HEAD asks for the head alone: ${size} stayed where they are.`,
    'zh-CN': (size: string) => `HEAD 只要报文头：${size} 无需发送。`,
  },
  savedByCopy: {
    en: (size: string) => `The client’s own copy is still good: ${size} did not have to be sent again.`,
    'zh-CN': (size: string) => `客户端自己的副本仍然有效：${size} 无需再次发送。`,
  },

  // Client cards: room for some thirty letters
  clientFiles: {
    en: (done: number, files: number, { rate, left }: ClientPace) =>
      left === null
        ? rich`${english.count(done)} of ${english.count(files)} files · ${rate}`
        : rich`${english.count(done)} of ${english.count(files)} files · ${rate} · ${strong(left)}`,
    'zh-CN': (done: number, files: number, { rate, left }: ClientPace) =>
      left === null
        ? rich`${chinese.count(files)} 个文件完成 ${chinese.count(done)} 个 · ${rate}`
        : rich`${chinese.count(done)}/${chinese.count(files)} · ${rate} · 剩 ${strong(left)}`,
  },
  clientGoneLacking: {
    en: (since: string, lacks: string) => rich`left ${since} ago · lacks ${strong(lacks)}`,
    'zh-CN': (since: string, lacks: string) => rich`${since}前离开 · 还缺 ${strong(lacks)}`,
  },
  clientIdleLacking: {
    en: (lacks: string) => rich`idle · lacks ${strong(lacks)}`,
    'zh-CN': (lacks: string) => rich`空闲 · 还缺 ${strong(lacks)}`,
  },

  // Verdict
  complete: { en: 'All of it was sent', 'zh-CN': '已全部发送' },
  running: { en: 'Under way', 'zh-CN': '正在发送' },
  incomplete: { en: 'Not complete', 'zh-CN': '未完成' },
  parts: { en: 'Part sent, as asked', 'zh-CN': '已按要求发送一部分' },
  saysComplete: {
    en: (client: string, size: string, requests: number) =>
      requests === 1
        ? rich`${client} was sent all ${strong(size)}.`
        : rich`${client} was sent all ${strong(size)}, in ${english.count(requests)} requests.`,
    'zh-CN': (client: string, size: string, requests: number) =>
      requests === 1
        ? rich`已向 ${client} 发送全部 ${strong(size)}。`
        : rich`已向 ${client} 发送全部 ${strong(size)}，共 ${chinese.count(requests)} 个请求。`,
  },
  saysSent: {
    en: (client: string, progress: string) => rich`${client} was sent ${strong(progress)}.`,
    'zh-CN': (client: string, progress: string) => rich`已向 ${client} 发送 ${strong(progress)}。`,
  },
  saysLacks: {
    en: (pieces: number, lacks: string) =>
      pieces === 1
        ? rich` It lacks one piece of ${lacks}.`
        : rich` It lacks ${english.count(pieces)} pieces, ${lacks} together.`,
    'zh-CN': (pieces: number, lacks: string) =>
      pieces === 1 ? rich`还缺一段 ${lacks}。` : rich`还缺 ${chinese.count(pieces)} 段，共 ${lacks}。`,
  },
  saysTwice: {
    en: (size: string) => rich` ${strong(size)} went out twice.`,
    'zh-CN': (size: string) => rich`其中 ${strong(size)} 发送了两次。`,
  },

  // The guard
  sameVersion: { en: 'One version', 'zh-CN': '版本一致' },
  safeToResume: { en: 'Safe to resume', 'zh-CN': '可以安全续传' },
  saysSameVersion: {
    en: (requests: number) =>
      `The file has not changed since the first byte: ${requests === 2 ? 'both' : `all ${english.count(requests)}`} requests carried the same version.`,
    'zh-CN': (requests: number) => `自首字节起文件未变：${chinese.count(requests)} 个请求的版本一致。`,
  },
  saysResumable: {
    en: (entityTag: string) =>
      rich`Its version has a name, ${code(entityTag)}: sent along in If-Range, it guards what follows.`,
    'zh-CN': (entityTag: string) => rich`这一版本有名字 ${code(entityTag)}：续传时放进 If-Range，即可保证版本不混。`,
  },
  mixed: { en: 'Two versions mixed', 'zh-CN': '混合了两个版本' },
  mixedReason: { en: 'goes on with another version of the file', 'zh-CN': '接着下载了另一个版本' },
  saysMixed: {
    en: (request: string, before: string) =>
      rich`The file changed, and request ${strong(request)} went on in the middle of the new version: ${strong(before)} are of the old one. Joined, they are neither. With If-Range it would have been sent the whole new file.`,
    'zh-CN': (request: string, before: string) =>
      rich`文件已变，而请求 ${strong(request)} 从新版本中间接着下载：此前的 ${strong(before)} 属于旧版本，拼在一起两者都不是。若带上 If-Range，就会收到完整的新文件。`,
  },
  changedLater: { en: 'The file changed since', 'zh-CN': '文件此后已变' },
  saysChangedLater: {
    en: (request: string) =>
      rich`Request ${strong(request)} went on with a newer version; what was sent here does not fit it.`,
    'zh-CN': (request: string) => rich`请求 ${strong(request)} 接着下载了更新的版本，与这里已发送的部分不相容。`,
  },
  comesBack: { en: 'If it comes back', 'zh-CN': '如果它回来' },
  saysComesBack: {
    en: (requests: number, size: string, time: string | null) =>
      `${requests === 1 ? '1 request' : `${english.count(requests)} requests`}, ${size}${time === null ? '' : `, about ${time}`}.`,
    'zh-CN': (requests: number, size: string, time: string | null) =>
      `${chinese.count(requests)} 个请求，${size}${time === null ? '' : `，约 ${time}`}。`,
  },
  stillToGo: { en: 'Still to go', 'zh-CN': '还剩' },
  saysStillToGo: {
    en: (size: string, time: string | null) => `${size}${time === null ? '' : `, about ${time}`}.`,
    'zh-CN': (size: string, time: string | null) => `${size}${time === null ? '' : `，约 ${time}`}。`,
  },

  // The uplink
  uplink: { en: 'Its part of what goes out', 'zh-CN': '占当前发送量' },
  saysUplink: {
    en: (share: string, rate: string) => rich`${strong(share)} of ${rate}.`,
    'zh-CN': (share: string, rate: string) => rich`${rate} 中的 ${strong(share)}。`,
  },
  saysSooner: {
    en: (other: string, time: string) => rich` Without ${other} it would end up to ${strong(time)} sooner.`,
    'zh-CN': (other: string, time: string) => rich`若没有 ${other}，最多可提前 ${strong(time)} 结束。`,
  },
  soonerAssumes: {
    en: 'If what goes out now is all that can go out, and the others share what one leaves as they do now. Where its own network is the brake, it gains less.',
    'zh-CN': '前提是：现在的发送速率已是上限，空出的部分由其余各方按目前比例分享。若慢在它自己的网络，则提前得更少。',
  },
  uplinkShare: {
    en: (share: string) => `${share} of what goes out now`,
    'zh-CN': (share: string) => `占当前发送量的 ${share}`,
  },

  // Where the time went
  whereTimeWent: {
    en: (time: string) => `Where the ${time} went`,
    'zh-CN': (time: string) => `${time} 花在哪里`,
  },
  waiting: { en: 'waiting for the client', 'zh-CN': '等待客户端' },
  disk: { en: 'disk', 'zh-CN': '磁盘' },
  idle: { en: 'neither', 'zh-CN': '其他' },
  brakeClient: {
    en: () =>
      rich`${strong('Your server was hardly ever the brake.')} It had the bytes ready and waited for the client or its network; a faster disk would not have helped.`,
    'zh-CN': () =>
      rich`${strong('慢的几乎从来不是你的服务器。')}数据早已备好，只是在等客户端或它的网络；换更快的磁盘也没有用。`,
  },
  brakeDisk: {
    en: () =>
      rich`${strong('Reading was the brake.')} The client was ready for more, and nothing could be sent because it had not been read yet.`,
    'zh-CN': () => rich`${strong('瓶颈在读取。')}客户端可以接收更多，但数据还没有读出来，无法发送。`,
  },
  brakeBoth: {
    en: () =>
      rich`${strong('Reading and the client took turns.')} Making only one of them faster would gain no more than its share.`,
    'zh-CN': () => rich`${strong('读取与客户端轮流成为瓶颈。')}只加快其中一方，最多省下它所占的时间。`,
  },
  brakeNone: {
    en: () =>
      rich`${strong('Neither was the brake.')} Most of the time there was nothing to send, or Porthole itself was busy.`,
    'zh-CN': () => rich`${strong('两者都不是瓶颈。')}大部分时间没有数据可发，或是 Porthole 自己在忙。`,
  },
  tooShort: {
    en: 'It was over within a second: too soon to say what the time went to.',
    'zh-CN': '不到一秒就结束了：来不及看出时间花在哪里。',
  },
  timeGone: {
    en: 'What it did second by second has left memory.',
    'zh-CN': '逐秒的记录已不在内存中。',
  },
  timeNotYet: { en: 'The first second is still being measured.', 'zh-CN': '第一秒还在测量。' },
  rateByCause: { en: 'Rate over time, by what the time went to', 'zh-CN': '各时段速率，按时间去向划分' },
  from: { en: 'From', 'zh-CN': '起始' },
  rate: { en: 'Rate', 'zh-CN': '速率' },
  asTable: { en: 'As a table', 'zh-CN': '以表格查看' },
  asChart: { en: 'As a chart', 'zh-CN': '以图表查看' },
})
