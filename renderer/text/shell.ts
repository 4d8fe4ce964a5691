import { chinese, english } from './format'
import { messages } from './message'
import { code, rich, strong } from './rich-text'

/** The frame of the window: toolbar, sidebar, first screens, banners, status bar. */
export const shell = messages({
  copy: { en: 'Copy', 'zh-CN': '复制' },
  copied: { en: 'Copied', 'zh-CN': '已复制' },
  close: { en: 'Close', 'zh-CN': '关闭' },
  dismiss: { en: 'Dismiss', 'zh-CN': '知道了' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
  /** A name inside a sentence. */
  quoted: { en: (name: string) => `“${name}”`, 'zh-CN': (name: string) => `“${name}”` },

  // Toolbar
  toolbar: { en: 'Toolbar', 'zh-CN': '工具栏' },
  serving: { en: 'Serving', 'zh-CN': '共享中' },
  starting: { en: 'Starting…', 'zh-CN': '正在启动…' },
  stopping: { en: 'Stopping…', 'zh-CN': '正在停止…' },
  notServing: { en: 'Stopped', 'zh-CN': '已停止' },
  notSharing: { en: 'Not sharing', 'zh-CN': '未共享' },
  failed: { en: 'Cannot serve', 'zh-CN': '无法共享' },
  servingMenu: { en: 'Serving: stop, start, change', 'zh-CN': '共享：停止、启动或更改' },
  servingOnNetwork: {
    en: (port: number) => `Open to everybody in this network, on port ${String(port)}.`,
    'zh-CN': (port: number) => `同一网络中的任何人都可访问，端口 ${String(port)}。`,
  },
  servingHere: {
    en: (port: number) => `Open to this computer only, on port ${String(port)}.`,
    'zh-CN': (port: number) => `仅本机可访问，端口 ${String(port)}。`,
  },
  servingNobody: { en: 'Nobody can download now.', 'zh-CN': '目前没有人能下载。' },
  stopServing: { en: 'Stop serving', 'zh-CN': '停止共享' },
  startServing: { en: 'Start serving', 'zh-CN': '开始共享' },
  changePortOrReach: { en: 'Port and reach…', 'zh-CN': '端口与访问范围…' },
  otherAddresses: { en: 'All addresses', 'zh-CN': '全部地址' },
  addressesHint: {
    en: 'The first one works for most devices in your network.',
    'zh-CN': '网络中的多数设备用第一个地址即可访问。',
  },
  showThis: { en: 'Show this address', 'zh-CN': '显示此地址' },
  copyAddress: { en: 'Copy address', 'zh-CN': '复制地址' },
  showQr: { en: 'Show QR code', 'zh-CN': '显示二维码' },
  qrOf: { en: (url: string) => `QR code of ${url}`, 'zh-CN': (url: string) => `${url} 的二维码` },
  pointCamera: { en: 'Point a phone camera here', 'zh-CN': '用手机相机扫一扫' },
  pause: { en: 'Pause', 'zh-CN': '暂停' },
  pauseTitle: { en: 'Pause the view; recording goes on', 'zh-CN': '暂停显示，记录仍在继续' },
  resume: { en: 'Resume', 'zh-CN': '继续' },
  clear: { en: 'Clear', 'zh-CN': '清除' },
  clearTitle: { en: 'Clear the list; can be undone', 'zh-CN': '清除列表，可撤销' },
  follow: { en: 'Follow', 'zh-CN': '跟随' },
  followTitle: { en: 'Keep the newest request in sight', 'zh-CN': '始终显示最新请求' },
  settings: { en: 'Settings', 'zh-CN': '设置' },
  commands: { en: 'Commands', 'zh-CN': '命令面板' },
  lesson: { en: 'How HTTP works', 'zh-CN': 'HTTP 的工作原理' },
  whileWaiting: { en: 'While you wait:', 'zh-CN': '等待时不妨看看：' },
  linkLost: { en: 'Connection lost', 'zh-CN': '连接已断开' },
  limits: { en: 'Limits', 'zh-CN': '限制' },
  limitsTitle: {
    en: 'Limits: how many at once, and how long each is waited for',
    'zh-CN': '限制：同时多少个，每个等多久',
  },
  lan: { en: 'local network', 'zh-CN': '局域网' },
  vpn: { en: 'VPN', 'zh-CN': 'VPN' },
  virtual: { en: 'virtual network', 'zh-CN': '虚拟网络' },
  loopback: { en: 'this computer only', 'zh-CN': '仅本机' },

  // Sidebar
  sidebar: { en: 'Sidebar', 'zh-CN': '边栏' },
  shared: { en: 'Shared', 'zh-CN': '已共享' },
  shareMore: { en: 'Share something else', 'zh-CN': '共享其他内容' },
  shareFolder: { en: 'Share a folder…', 'zh-CN': '共享文件夹…' },
  shareFiles: { en: 'Share files…', 'zh-CN': '共享文件…' },
  sharePath: { en: 'Share by path…', 'zh-CN': '按路径共享…' },
  shareEcho: { en: 'Echo: learn HTTP', 'zh-CN': '回显：学习 HTTP' },
  echoTitle: {
    en: 'Answers every request with the request itself',
    'zh-CN': '把收到的请求原样回显给对方',
  },
  moreAbout: { en: (name: string) => `More about ${name}`, 'zh-CN': (name: string) => `更多操作：${name}` },
  copyLink: { en: 'Copy link', 'zh-CN': '复制链接' },
  reveal: { en: 'Show in file manager', 'zh-CN': '在文件管理器中显示' },
  revealMac: { en: 'Show in Finder', 'zh-CN': '在访达中显示' },
  revealWindows: { en: 'Show in Explorer', 'zh-CN': '在资源管理器中显示' },
  removeShare: { en: 'Stop sharing this', 'zh-CN': '不再共享此项' },
  counting: { en: 'counting…', 'zh-CN': '正在统计…' },
  missing: { en: 'missing', 'zh-CN': '已丢失' },
  reading: { en: 'reading…', 'zh-CN': '正在读取…' },
  unreadable: { en: 'cannot be read', 'zh-CN': '无法读取' },
  emptyFolder: { en: 'empty', 'zh-CN': '空文件夹' },
  omitted: {
    en: (count: number) => `and ${english.count(count)} more`,
    'zh-CN': (count: number) => `另有 ${chinese.count(count)} 项`,
  },
  underWay: {
    en: (count: number) => `${english.count(count)} under way`,
    'zh-CN': (count: number) => `${chinese.count(count)} 个进行中`,
  },
  hiddenDotFile: { en: 'dot-file', 'zh-CN': '点文件' },
  hiddenDotFileTitle: {
    en: 'Hidden from visitors: its name begins with a dot',
    'zh-CN': '对访客隐藏：名称以点开头',
  },
  hiddenSecret: { en: 'secret', 'zh-CN': '机密' },
  hiddenSecretTitle: { en: 'Hidden from visitors: looks like a secret', 'zh-CN': '对访客隐藏：疑似机密文件' },
  hiddenLink: { en: 'leads out', 'zh-CN': '指向外部' },
  hiddenLinkTitle: {
    en: 'Hidden from visitors: a link that leads out of the share',
    'zh-CN': '对访客隐藏：链接指向共享之外',
  },
  hiddenSpecial: { en: 'special', 'zh-CN': '特殊' },
  hiddenSpecialTitle: {
    en: 'Hidden from visitors: not a regular file',
    'zh-CN': '对访客隐藏：不是普通文件',
  },
  clients: { en: 'Clients', 'zh-CN': '客户端' },
  moreClients: {
    en: (count: number) => `and ${english.count(count)} who left earlier`,
    'zh-CN': (count: number) => `另有 ${chinese.count(count)} 个更早离开`,
  },
  noClients: {
    en: 'Devices that connect appear here, with what they are doing and how fast.',
    'zh-CN': '连接的设备会显示在这里：在做什么、速度多快，一目了然。',
  },
  clientBusy: {
    en: (count: number, rate: string, left: string | null) => {
      const several = count === 1 ? '' : `${english.count(count)} at once · `
      return left === null ? rich`${several}${strong(rate)}` : rich`${several}${rate} · ${strong(left)} left`
    },
    'zh-CN': (count: number, rate: string, left: string | null) => {
      const several = count === 1 ? '' : `${chinese.count(count)} 路并行 · `
      return left === null ? rich`${several}${strong(rate)}` : rich`${several}${rate} · 剩 ${strong(left)}`
    },
  },
  clientStalled: {
    en: (since: string, share: string | null) => (share === null ? `stalled ${since}` : `stalled ${since} at ${share}`),
    'zh-CN': (since: string, share: string | null) =>
      share === null ? `已停滞 ${since}` : `已停滞 ${since}，停在 ${share}`,
  },
  clientIdle: {
    en: (requests: number, sent: string) =>
      `idle · ${requests === 1 ? '1 request' : `${english.count(requests)} requests`} · ${sent}`,
    'zh-CN': (requests: number, sent: string) => `空闲 · ${chinese.count(requests)} 个请求 · ${sent}`,
  },
  clientGone: {
    en: (since: string, sent: string) => `left ${since} ago · ${sent}`,
    'zh-CN': (since: string, sent: string) => `${since}前离开 · ${sent}`,
  },

  // First screens
  dropHere: { en: 'Drop a folder here to share it', 'zh-CN': '把文件夹拖到这里即可共享' },
  dropLead: {
    en: 'Any phone, TV or computer on your network can then download from it with a browser. No app needed on the other side.',
    'zh-CN': '同一网络中的手机、电视、电脑用浏览器就能下载，对方无需安装任何应用。',
  },
  consoleHead: {
    en: (host: string) => `Share a folder of ${host}`,
    'zh-CN': (host: string) => `共享 ${host} 上的文件夹`,
  },
  chooseFolder: { en: 'Choose folder…', 'zh-CN': '选择文件夹…' },
  chooseFiles: { en: 'Choose files…', 'zh-CN': '选择文件…' },
  typePath: { en: 'Type a path…', 'zh-CN': '输入路径…' },
  nothingLeaves: {
    en: 'Nothing leaves your computer until you do.',
    'zh-CN': '在此之前，任何内容都不会离开你的电脑。',
  },
  nothingLeavesHost: {
    en: (host: string) => `Nothing leaves ${host} until you do.`,
    'zh-CN': (host: string) => `在此之前，任何内容都不会离开 ${host}。`,
  },
  sharedBefore: { en: 'Shared before', 'zh-CN': '以前共享过' },
  orTry: { en: 'Or try', 'zh-CN': '也可以试试' },
  openOnDevice: { en: 'On any device in this network, open', 'zh-CN': '在本网络的任意设备上打开' },
  openHereOnly: { en: 'On this computer, open', 'zh-CN': '在这台电脑上打开' },
  or: { en: 'or', 'zh-CN': '或' },
  openHere: { en: 'Open here', 'zh-CN': '在本机打开' },
  commandCurl: { en: 'curl', 'zh-CN': 'curl' },
  commandWget: { en: 'wget, resumes', 'zh-CN': 'wget，可续传' },
  commandSeeRequest: { en: 'See your request', 'zh-CN': '查看自己的请求' },
  commandSendContent: { en: 'Send something', 'zh-CN': '发送一些内容' },
  waitingFirst: { en: 'Waiting for the first request…', 'zh-CN': '正在等待第一个请求…' },
  waitingNext: { en: 'Waiting for the next request…', 'zh-CN': '正在等待下一个请求…' },
  onlyThisComputer: {
    en: 'Other devices cannot connect: only this computer may.',
    'zh-CN': '其他设备无法连接：目前仅限本机访问。',
  },
  letNetworkIn: { en: 'Let the network in', 'zh-CN': '向局域网开放' },
  stoppedHead: { en: 'Nobody can download now', 'zh-CN': '目前没有人能下载' },
  stoppedLead: {
    en: (count: number) =>
      count === 1
        ? 'What you share is kept. Start serving and its address works again.'
        : `Your ${english.count(count)} shares are kept. Start serving and their address works again.`,
    'zh-CN': (count: number) => `已保留你共享的 ${chinese.count(count)} 项内容，开始共享后原地址即可继续使用。`,
  },

  // Drag and drop
  dropItems: {
    en: (count: number) => (count === 1 ? 'Share this' : `Share these ${english.count(count)} items`),
    'zh-CN': (count: number) => (count === 1 ? '共享此项' : `共享这 ${chinese.count(count)} 项`),
  },
  dropItemsLead: {
    en: 'A folder with everything in it, a file alone. Dot-files and secrets stay hidden.',
    'zh-CN': '文件夹连同其中全部内容，文件则单独共享。点文件与机密保持隐藏。',
  },
  dropNotFiles: { en: 'This is not a file', 'zh-CN': '这不是文件' },
  dropNotFilesLead: {
    en: 'Text and links cannot be shared. Drag a folder or files from your file manager.',
    'zh-CN': '文字与链接无法共享，请从文件管理器拖入文件夹或文件。',
  },
  dropConsole: { en: 'A browser cannot pass this on', 'zh-CN': '浏览器无法转交' },
  dropConsoleLead: {
    en: (host: string) => `Pages never learn where a file lies. Type its path on ${host} instead.`,
    'zh-CN': (host: string) => `网页无从得知文件所在位置，请改为输入它在 ${host} 上的路径。`,
  },

  // Typing a path, in the console
  pathHead: { en: 'Share by path', 'zh-CN': '按路径共享' },
  pathLead: {
    en: (host: string) => rich`A folder or a file on ${code(host)}, as its own system writes it.`,
    'zh-CN': (host: string) => rich`${code(host)} 上的文件夹或文件，按该系统的写法输入。`,
  },
  pathLabel: { en: 'Path', 'zh-CN': '路径' },
  share: { en: 'Share', 'zh-CN': '共享' },

  // Banners
  stoppedBanner: {
    en: 'Serving is stopped. The log stays; nobody can download.',
    'zh-CN': '共享已停止。日志保留，目前没有人能下载。',
  },
  nothingSharedBanner: {
    en: 'Nothing is shared any more. The log stays.',
    'zh-CN': '已没有任何共享内容，日志保留。',
  },
  vanishedBanner: {
    en: (name: string) => `${name} cannot be found any more. Visitors get an error until it is back.`,
    'zh-CN': (name: string) => `已找不到${name}，恢复之前访客会收到错误。`,
  },
  pausedBanner: {
    en: (waiting: number) => `Paused · ${english.count(waiting)} waiting`,
    'zh-CN': (waiting: number) => `已暂停 · ${chinese.count(waiting)} 个等待显示`,
  },
  clearedBanner: {
    en: (cleared: number) => (cleared === 1 ? 'Cleared 1 request' : `Cleared ${english.count(cleared)} requests`),
    'zh-CN': (cleared: number) => `已清除 ${chinese.count(cleared)} 个请求`,
  },
  undo: {
    en: (seconds: number) => `Undo (${String(seconds)})`,
    'zh-CN': (seconds: number) => `撤销（${String(seconds)}）`,
  },
  linkLostBanner: {
    en: 'The connection to Porthole is lost. Trying again…',
    'zh-CN': '与 Porthole 的连接已断开，正在重试…',
  },
  tryNow: { en: 'Try now', 'zh-CN': '立即重试' },

  // Status bar
  statusBar: { en: 'Status', 'zh-CN': '状态栏' },
  ready: { en: 'Ready', 'zh-CN': '就绪' },
  network: {
    en: (name: string, address: string) => rich`Network: ${strong(name)} · ${address}`,
    'zh-CN': (name: string, address: string) => rich`网络：${strong(name)} · ${address}`,
  },
  servingItems: {
    en: (count: number) => (count === 1 ? 'Serving 1 item' : `Serving ${english.count(count)} items`),
    'zh-CN': (count: number) => `正在共享 ${chinese.count(count)} 项`,
  },
  filesAndSize: {
    en: (files: number, size: string) => `${files === 1 ? '1 file' : `${english.count(files)} files`} · ${size}`,
    'zh-CN': (files: number, size: string) => `${chinese.count(files)} 个文件 · ${size}`,
  },
  clientCount: {
    en: (count: number) => rich`${strong(english.count(count))} ${count === 1 ? 'client' : 'clients'}`,
    'zh-CN': (count: number) => rich`${strong(chinese.count(count))} 个客户端`,
  },
  activeCount: {
    en: (count: number) => rich`${strong(english.count(count))} under way`,
    'zh-CN': (count: number) => rich`${strong(chinese.count(count))} 个进行中`,
  },
  rate: {
    en: (figure: string, unit: string) => rich`${strong(figure)} ${unit} ↑`,
    'zh-CN': (figure: string, unit: string) => rich`${strong(figure)} ${unit} ↑`,
  },
  requestCount: {
    en: (count: number) => rich`${strong(english.count(count))} ${count === 1 ? 'request' : 'requests'}`,
    'zh-CN': (count: number) => rich`${strong(chinese.count(count))} 个请求`,
  },
  shownCount: {
    en: (count: number) => `(${english.count(count)} shown)`,
    'zh-CN': (count: number) => `（显示 ${chinese.count(count)} 个）`,
  },
  evicted: {
    en: (count: number) => `${english.count(count)} older left memory, not saved · Save session…`,
    'zh-CN': (count: number) => `${chinese.count(count)} 个较早的已移出内存，未保存 · 保存会话…`,
  },
  evictedTitle: {
    en: 'The oldest finished requests make room for new ones, and are not saved. Saves those that are still in memory.',
    'zh-CN': '最早完成的请求会为新请求让出内存，且不会保存。点击可保存仍在内存中的请求。',
  },
  merged: {
    en: (count: number) => `${english.count(count)} merged`,
    'zh-CN': (count: number) => `合并 ${chinese.count(count)}`,
  },
  mergedTitle: {
    en: 'Updates that were folded into later ones because the window was behind. No request is lost by it.',
    'zh-CN': '窗口来不及显示时合并到后续更新中的次数，不会丢失任何请求。',
  },
  memoryTitle: { en: 'Memory of the serving process', 'zh-CN': '共享进程占用的内存' },
  hintKeys: { en: 'all keys', 'zh-CN': '全部按键' },
  hintDetail: { en: 'detail', 'zh-CN': '详情' },
  hintFollow: { en: 'follow', 'zh-CN': '跟随' },

  // Said to screen readers
  requests: { en: 'Requests', 'zh-CN': '请求' },
  resizeDetail: { en: 'Height or width of the detail', 'zh-CN': '详情区域大小' },
  crashHead: { en: 'The window could not go on', 'zh-CN': '窗口无法继续显示' },
  crashLead: {
    en: 'Serving goes on. Draw the window anew; if it fails again, the report helps to mend it.',
    'zh-CN': '共享仍在继续。请重新绘制窗口；如再次失败，报告有助于修复。',
  },
  drawAnew: { en: 'Draw anew', 'zh-CN': '重新绘制' },
})
