import type { Notes } from './note'

/** Fields that browsers add: for whom and why they ask, what they can do, what may be done with the answer. */
export const browserFieldNotes = {
  'sec-fetch-site': {
    at: 'Fetch Metadata §sec-fetch-site-header',
    en: [
      'whose page is asking',
      'none is a person typing or opening a bookmark, same-origin this very server, cross-site a page of somebody else.',
    ],
    'zh-CN': ['哪个站点在请求', 'none 为用户输入或书签，same-origin 为本服务器的页面，cross-site 为他人的页面。'],
  },
  'sec-fetch-mode': {
    at: 'Fetch Metadata §sec-fetch-mode-header',
    en: [
      'how the browser fetches',
      'navigate opens a page, no-cors loads what a page embeds, cors is a script asking another site.',
    ],
    'zh-CN': ['以何种方式获取', 'navigate 为打开页面，no-cors 为页面内嵌内容，cors 为脚本向其他站点请求。'],
  },
  'sec-fetch-dest': {
    at: 'Fetch Metadata §sec-fetch-dest-header',
    en: ['what it is wanted for', 'A document, an image, a video, a script; empty when a script itself asks.'],
    'zh-CN': ['作何用途', '文档、图片、视频、脚本；由脚本自行请求时为 empty。'],
  },
  'sec-fetch-user': {
    at: 'Fetch Metadata §sec-fetch-user-header',
    en: ['a person did it', '?1 says that a click or a key set this off.'],
    'zh-CN': ['由用户触发', '?1 表示由点击或按键触发。'],
  },
  'sec-fetch-storage-access': {
    at: 'Fetch Metadata',
    en: ['whether cookies could come along', 'Tells whether the embedding page lets cookies of this site be used.'],
    'zh-CN': ['可否携带 Cookie', '说明内嵌页面是否允许使用本站的 Cookie。'],
  },
  'sec-purpose': {
    at: 'Fetch §sec-purpose-header',
    en: ['only in advance', 'The browser fetches what it guesses you will want next; nobody may ever look at it.'],
    'zh-CN': ['只是预取', '浏览器预先获取它猜你接下来要看的内容，未必有人查看。'],
  },
  purpose: {
    at: 'Fetch §sec-purpose-header',
    en: ['only in advance', 'An older name of Sec-Purpose.'],
    'zh-CN': ['只是预取', 'Sec-Purpose 的旧名。'],
  },
  'upgrade-insecure-requests': {
    at: 'Upgrade Insecure Requests §preference',
    en: [
      'would rather have https',
      'The browser says that it can follow a redirect to a secure address. Most send it with every page.',
    ],
    'zh-CN': ['更希望用 https', '浏览器表示可以转到安全地址。多数浏览器打开页面时都会发送。'],
  },
  'sec-ch-ua': {
    at: 'UA Client Hints §sec-ch-ua',
    en: ['which browser', 'Brands and versions, with one that is made up so that nobody relies on the list.'],
    'zh-CN': ['哪种浏览器', '品牌与版本，其中混入一个虚构的，以免有人依赖此列表。'],
  },
  'sec-ch-ua-mobile': {
    at: 'UA Client Hints §sec-ch-ua-mobile',
    en: ['a phone or not', '?1 for a browser on a phone, ?0 for any other.'],
    'zh-CN': ['是否手机', '?1 表示手机浏览器，?0 表示其他。'],
  },
  'sec-ch-ua-platform': {
    at: 'UA Client Hints §sec-ch-ua-platform',
    en: ['which system', 'The name of the system the browser runs on.'],
    'zh-CN': ['何种系统', '浏览器所在系统的名称。'],
  },
  'sec-ch-ua-platform-version': {
    at: 'UA Client Hints §sec-ch-ua-platform-version',
    en: ['which version of the system', 'Sent only when a server asked for it.'],
    'zh-CN': ['系统版本', '仅在服务器索取时发送。'],
  },
  'sec-ch-ua-full-version-list': {
    at: 'UA Client Hints §sec-ch-ua-full-version-list',
    en: ['exactly which browser', 'Sent only when a server asked for it.'],
    'zh-CN': ['浏览器完整版本', '仅在服务器索取时发送。'],
  },
  'sec-ch-ua-arch': {
    at: 'UA Client Hints §sec-ch-ua-arch',
    en: ['which processor', 'Sent only when a server asked for it.'],
    'zh-CN': ['处理器架构', '仅在服务器索取时发送。'],
  },
  'sec-ch-ua-model': {
    at: 'UA Client Hints §sec-ch-ua-model',
    en: ['which device', 'Sent only when a server asked for it.'],
    'zh-CN': ['设备型号', '仅在服务器索取时发送。'],
  },
  'sec-ch-ua-bitness': {
    at: 'UA Client Hints §sec-ch-ua-bitness',
    en: ['32 or 64 bits', 'Sent only when a server asked for it.'],
    'zh-CN': ['32 位或 64 位', '仅在服务器索取时发送。'],
  },
  'sec-ch-prefers-color-scheme': {
    at: 'Media Features',
    en: ['light or dark', 'Which of the two the reader likes.'],
    'zh-CN': ['浅色或深色', '读者偏好的配色。'],
  },
  'sec-ch-prefers-reduced-motion': {
    at: 'Media Features',
    en: ['less motion', 'Whether the reader wants pages to keep still.'],
    'zh-CN': ['减少动画', '读者是否希望页面少动。'],
  },
  'device-memory': {
    at: 'Client Hints',
    en: ['how much memory the device has', 'In gigabytes, rounded so that it tells little.'],
    'zh-CN': ['设备内存', '以 GB 计，经过取整以少泄露信息。'],
  },
  dpr: {
    at: 'Client Hints',
    en: ['how fine the screen is', 'Pixels of the screen for one of the page.'],
    'zh-CN': ['屏幕精细度', '页面一个像素对应的屏幕像素数。'],
  },
  'viewport-width': {
    at: 'Client Hints',
    en: ['how wide the page is', 'In pixels of the page.'],
    'zh-CN': ['页面宽度', '以页面像素计。'],
  },
  downlink: {
    at: 'Network Information',
    en: ['how fast its network seems', 'In megabits per second, as the browser reckons.'],
    'zh-CN': ['估计的网速', '浏览器估计的每秒兆比特数。'],
  },
  ect: {
    at: 'Network Information',
    en: ['what its network feels like', 'slow-2g to 4g, as the browser reckons.'],
    'zh-CN': ['网络的感受', '浏览器估计，从 slow-2g 到 4g。'],
  },
  rtt: {
    at: 'Network Information',
    en: ['how long its network takes', 'Milliseconds there and back, as the browser reckons.'],
    'zh-CN': ['网络往返时间', '浏览器估计的往返毫秒数。'],
  },
  'save-data': {
    at: 'Save Data',
    en: ['would rather have less', 'on: the reader pays for data or has little of it.'],
    'zh-CN': ['希望少用流量', '值为 on 表示读者流量有限或须付费。'],
  },
  dnt: {
    at: 'Tracking Preference §dnt-header-field',
    en: ['please do not track', '1 asked sites not to follow the reader; few ever kept to it.'],
    'zh-CN': ['请勿追踪', '值为 1 请求网站不要追踪；几乎无人遵守。'],
  },
  'sec-gpc': {
    at: 'Global Privacy Control §the-sec-gpc-header-field-for-http-requests',
    en: ['do not sell what you know', '1: in some countries sites have to keep to it.'],
    'zh-CN': ['请勿出售我的信息', '值为 1；在一些地区网站必须遵守。'],
  },
  'service-worker': {
    at: 'Service Workers §service-worker-script-request',
    en: ['for a script that stays', 'The browser fetches the script of a service worker.'],
    'zh-CN': ['常驻脚本', '浏览器在获取 service worker 的脚本。'],
  },
  'service-worker-navigation-preload': {
    at: 'Service Workers §handle-fetch',
    en: ['before its script is awake', 'Fetched while a service worker starts.'],
    'zh-CN': ['脚本启动期间', '在 service worker 启动时同时获取。'],
  },
  origin: {
    at: 'Fetch §origin-header',
    en: ['whose script is asking', 'Scheme, host and port of the page behind a request across sites; null hides it.'],
    'zh-CN': ['哪个站点的脚本', '跨站请求背后页面的协议、主机与端口；null 表示隐去。'],
  },
  'access-control-request-method': {
    at: 'Fetch §http-requests',
    en: ['asks before it acts', 'The method that a script of another site wants to use, if it may.'],
    'zh-CN': ['先行询问', '他站脚本想使用的方法，须先获准。'],
  },
  'access-control-request-headers': {
    at: 'Fetch §http-requests',
    en: ['asks before it sends fields', 'Fields that a script of another site wants to send, if it may.'],
    'zh-CN': ['先问字段', '他站脚本想发送的字段，须先获准。'],
  },
  'access-control-request-private-network': {
    at: 'Private Network Access',
    en: [
      'a public page reaches into your network',
      'The browser asks whether a page from the internet may do so. Porthole does not allow it.',
    ],
    'zh-CN': ['公网页面探访内网', '浏览器询问互联网页面可否访问你的网络。Porthole 不允许。'],
  },
  'access-control-allow-origin': {
    at: 'Fetch §http-access-control-allow-origin',
    en: ['whose scripts may read this', 'A site, or * for all.'],
    'zh-CN': ['哪些站点的脚本可读', '某个站点，或以 * 表示所有。'],
  },
  'access-control-allow-methods': {
    at: 'Fetch §http-access-control-allow-methods',
    en: ['which methods scripts may use', 'For scripts of other sites, after they asked with OPTIONS.'],
    'zh-CN': ['脚本可用的方法', '他站脚本以 OPTIONS 询问后可用的方法。'],
  },
  'access-control-allow-headers': {
    at: 'Fetch §http-access-control-allow-headers',
    en: ['which fields scripts may send', 'For scripts of other sites, after they asked with OPTIONS.'],
    'zh-CN': ['脚本可发的字段', '他站脚本以 OPTIONS 询问后可发的字段。'],
  },
  'access-control-allow-credentials': {
    at: 'Fetch §http-access-control-allow-credentials',
    en: ['with cookies too', 'Scripts of another site may read the answer even where cookies were sent.'],
    'zh-CN': ['允许携带凭据', '即使带有 Cookie，他站脚本也可读取回应。'],
  },
  'access-control-expose-headers': {
    at: 'Fetch §http-access-control-expose-headers',
    en: ['which fields scripts may read', 'Fields of the answer that scripts of other sites see.'],
    'zh-CN': ['脚本可读的字段', '他站脚本可见的回应字段。'],
  },
  'access-control-max-age': {
    at: 'Fetch §http-access-control-max-age',
    en: ['how long the permission holds', 'Seconds for which a browser need not ask again.'],
    'zh-CN': ['许可有效期', '浏览器在这些秒内不必再问。'],
  },
  'timing-allow-origin': {
    at: 'Resource Timing §sec-timing-allow-origin',
    en: ['who may see how long it took', 'Sites whose scripts may read the timing of this answer.'],
    'zh-CN': ['谁可查看用时', '可读取此回应计时信息的站点。'],
  },
} as const satisfies Notes
