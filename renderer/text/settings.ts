import { messages } from './message'

/** The settings sheet: each setting with one honest sentence on what it does. */
export const settings = messages({
  title: { en: 'Settings', 'zh-CN': '设置' },
  address: { en: 'Address', 'zh-CN': '地址' },
  visitors: { en: 'Visitors', 'zh-CN': '访客' },
  limits: { en: 'Limits', 'zh-CN': '限制' },
  appearance: { en: 'Appearance', 'zh-CN': '外观' },
  version: { en: (version: string) => `Porthole ${version}`, 'zh-CN': (version: string) => `Porthole ${version}` },

  whoCanReach: { en: 'Who can reach it', 'zh-CN': '谁可以访问' },
  localNetwork: { en: 'Everybody in this network', 'zh-CN': '此网络中的任何人' },
  localNetworkSays: {
    en: 'Quick and simple, for a network you trust. Nothing is asked, nothing is encrypted.',
    'zh-CN': '简单快捷，适合可信任的网络。不询问身份，也不加密。',
  },
  thisComputer: { en: 'This computer only', 'zh-CN': '仅这台电脑' },
  thisComputerSays: {
    en: 'Other devices get no connection at all.',
    'zh-CN': '其他设备完全无法连接。',
  },
  where: { en: 'Where it stands', 'zh-CN': '所在位置' },
  port: { en: 'Port', 'zh-CN': '端口' },
  portSays: {
    en: '0 takes any free one. A change holds at once: running downloads get five seconds to end.',
    'zh-CN': '填 0 则使用任意空闲端口。更改立即生效，进行中的下载有五秒时间结束。',
  },
  portWrong: {
    en: 'A port is a whole number from 0 to 65535.',
    'zh-CN': '端口须为 0 到 65535 之间的整数。',
  },
  hostNames: { en: 'Names for this computer', 'zh-CN': '这台电脑的名称' },
  anyHost: { en: 'Answer to any name', 'zh-CN': '接受任何主机名' },
  anyHostSays: {
    en: 'Convenient behind a proxy. It also lets a web page you visit reach what you share, by DNS rebinding.',
    'zh-CN': '在代理之后较方便，但你访问的网页也可能借 DNS 重绑定读取共享内容。',
  },
  hostNamesSays: {
    en: 'Our own addresses and this computer’s name always work. Other names get 421 unless they stand here.',
    'zh-CN': '本机地址与本机名称始终可用。其他名称须列在这里，否则会收到 421。',
  },
  addHost: { en: 'Add', 'zh-CN': '添加' },
  hostPlaceholder: { en: 'files.example.org', 'zh-CN': 'files.example.org' },
  removeHost: { en: (name: string) => `Remove ${name}`, 'zh-CN': (name: string) => `移除 ${name}` },
  hostWrong: {
    en: 'Letters, digits, dots and hyphens, without http:// and without a port.',
    'zh-CN': '只能使用字母、数字、点和连字符，不带 http:// 与端口。',
  },

  whatTheyGet: { en: 'What they get', 'zh-CN': '可获取的内容' },
  hideSecrets: { en: 'Hide secrets and dot-files', 'zh-CN': '隐藏机密与点文件' },
  hideSecretsSays: {
    en: '.env, keys, .git and the like answer 404, and the log says why.',
    'zh-CN': '.env、密钥、.git 等一律回应 404，日志会说明原因。',
  },
  serveIndex: { en: 'Show index.html for a folder', 'zh-CN': '文件夹显示其 index.html' },
  serveIndexSays: {
    en: 'A folder that has one answers with that page, not with the list of its files.',
    'zh-CN': '含有该文件的文件夹显示网页，而不是文件列表。',
  },
  alwaysAttach: { en: 'Always save, never open', 'zh-CN': '一律下载，不直接打开' },
  alwaysAttachSays: {
    en: 'Browsers save every file. Pages and pictures of yours cannot run or show in them.',
    'zh-CN': '浏览器会保存每个文件，共享的网页和图片不会在其中运行或显示。',
  },

  atOnce: { en: 'Connections at once', 'zh-CN': '同时连接数' },
  maxConnections: { en: 'From everybody', 'zh-CN': '总数' },
  maxConnectionsSays: {
    en: 'Whoever comes beyond it is told to try again. Nobody who is connected is sent away.',
    'zh-CN': '超出后新的访客会被告知稍后再试，已连接的不会被断开。',
  },
  maxConnectionsPerClient: { en: 'From one address', 'zh-CN': '每个地址' },
  maxConnectionsPerClientSays: {
    en: 'Keeps one visitor from taking all. Everybody behind one router counts as one address.',
    'zh-CN': '避免一个访客占满所有连接。同一路由器后的设备算作一个地址。',
  },
  patience: { en: 'Seconds to wait', 'zh-CN': '等待秒数' },
  headTimeoutSeconds: { en: 'For the head of a request', 'zh-CN': '等待请求头' },
  headTimeoutSays: {
    en: 'Counted from its first octet, so that one octet at a time cannot hold a connection.',
    'zh-CN': '从首个字节算起，逐字节慢速发送也无法占住连接。',
  },
  idleTimeoutSeconds: { en: 'For the next request', 'zh-CN': '等待下一个请求' },
  idleTimeoutSays: {
    en: 'Longer saves browsers from connecting anew. Each open connection takes one place.',
    'zh-CN': '时间越长，浏览器越少重新连接，但每个空闲连接都占一个名额。',
  },
  contentTimeoutSeconds: { en: 'For more of an upload', 'zh-CN': '等待上传内容' },
  contentTimeoutSays: {
    en: 'A bad wireless link recovers within about 25 seconds.',
    'zh-CN': '较差的无线连接约在 25 秒内恢复。',
  },
  readerTimeoutSeconds: { en: 'For a reader to go on', 'zh-CN': '等待对方继续接收' },
  readerTimeoutSays: {
    en: 'A download of which nothing is taken for so long is broken off. A paused player may need more.',
    'zh-CN': '对方这么久没有接收任何内容，下载就会中断。暂停的播放器可能需要更久。',
  },
  limitWrong: {
    en: (least: number, most: number) => `A whole number from ${String(least)} to ${String(most)}.`,
    'zh-CN': (least: number, most: number) => `须为 ${String(least)} 到 ${String(most)} 之间的整数。`,
  },
  usualLimits: { en: 'All of them', 'zh-CN': '全部限制' },
  resetLimits: { en: 'The usual limits', 'zh-CN': '默认限制' },
  resetLimitsSays: {
    en: 'Takes all six back to what suits a home or an office.',
    'zh-CN': '将六项全部恢复为适合家庭或办公室的数值。',
  },
  areUsual: { en: 'All six are as they came.', 'zh-CN': '六项均为默认值。' },
  reset: { en: 'Reset', 'zh-CN': '恢复默认' },

  thisWindow: { en: 'This window', 'zh-CN': '此窗口' },
  language: { en: 'Language', 'zh-CN': '语言' },
  languageSays: {
    en: 'Of this window. Visitors get the language of their own browser.',
    'zh-CN': '此窗口的语言。访客看到的是其浏览器的语言。',
  },
  asSystem: { en: 'As the system', 'zh-CN': '跟随系统' },
  english: { en: 'English', 'zh-CN': 'English' },
  chinese: { en: '简体中文', 'zh-CN': '简体中文' },
  theme: { en: 'Theme', 'zh-CN': '主题' },
  themeSays: { en: 'Paper by day, graphite by night.', 'zh-CN': '白天如纸，夜晚如墨。' },
  light: { en: 'Light', 'zh-CN': '浅色' },
  dark: { en: 'Dark', 'zh-CN': '深色' },
  density: { en: 'Rows', 'zh-CN': '行高' },
  densitySays: {
    en: 'Compact rows are 24 pixels high, comfortable ones 28.',
    'zh-CN': '紧凑行高 24 像素，宽松行高 28 像素。',
  },
  theRequests: { en: 'The requests', 'zh-CN': '请求' },
  keptRequests: { en: 'Kept in memory', 'zh-CN': '内存中保留' },
  keptRequestsSays: {
    en: 'Beyond it the oldest leave, but never those that run or that you marked, pinned or commented.',
    'zh-CN': '超出后最早的先移出，但进行中以及你标记、固定或备注的不会移出。',
  },
  comfortable: { en: 'Comfortable', 'zh-CN': '宽松' },
  compact: { en: 'Compact', 'zh-CN': '紧凑' },
})
