import type { Notes } from './note'

/** Fields with which an answer limits what may be done with it. */
export const securityFieldNotes = {
  'x-content-type-options': {
    at: 'Fetch §x-content-type-options-header',
    en: [
      'take the type at its word',
      'nosniff: the browser must not guess that a file is a script or a page when Content-Type says otherwise.',
    ],
    'zh-CN': ['以声明的类型为准', 'nosniff：Content-Type 另有说明时，浏览器不得把文件猜作脚本或网页。'],
  },
  'content-security-policy': {
    at: 'CSP Level 3 §csp-header',
    en: [
      'what the page may load and run',
      'Rules for the browser. Porthole’s own pages forbid all scripts and everything from elsewhere.',
    ],
    'zh-CN': ['页面可加载和运行什么', '给浏览器的规则。Porthole 自己的页面禁止一切脚本和外部内容。'],
  },
  'content-security-policy-report-only': {
    at: 'CSP Level 3 §cspro-header',
    en: ['rules on trial', 'The browser tells of breaches and lets them happen.'],
    'zh-CN': ['试行规则', '浏览器只报告违规，不加阻止。'],
  },
  'x-frame-options': {
    at: 'HTML §the-x-frame-options-header',
    en: ['not inside other pages', 'DENY or SAMEORIGIN: whether another page may show this one in a frame.'],
    'zh-CN': ['不得嵌入他页', 'DENY 或 SAMEORIGIN：是否允许其他页面以框架嵌入此页。'],
  },
  'x-xss-protection': {
    at: null,
    en: ['given up', 'No standard: it steered a filter that browsers no longer have.'],
    'zh-CN': ['已废弃', '没有标准：曾控制浏览器中现已移除的过滤器。'],
  },
  'referrer-policy': {
    at: 'Referrer Policy §referrer-policy-header',
    en: ['how much links tell', 'What the browser puts into Referer when somebody follows a link from this page.'],
    'zh-CN': ['链接透露多少', '用户从此页点击链接时，浏览器在 Referer 中写入多少。'],
  },
  'permissions-policy': {
    at: 'Permissions Policy §permissions-policy-http-header-field',
    en: ['what the page may use', 'Camera, microphone, position and the like, for this page and those inside it.'],
    'zh-CN': ['页面可用哪些权能', '摄像头、麦克风、位置等，适用于此页及其内嵌页面。'],
  },
  'strict-transport-security': {
    at: 'RFC 6797 §6.1',
    en: ['always come by https', 'For so many seconds the browser uses no plain connection to this host.'],
    'zh-CN': ['只用 https', '在给定秒数内，浏览器不以明文连接此主机。'],
  },
  'cross-origin-resource-policy': {
    at: 'Fetch §cross-origin-resource-policy-header',
    en: ['who may embed it', 'same-origin keeps pages of other sites from loading this as an image or a script.'],
    'zh-CN': ['谁可以内嵌', 'same-origin 使其他站点的页面不能把它当图片或脚本加载。'],
  },
  'cross-origin-opener-policy': {
    at: 'HTML §the-headers',
    en: ['apart from its opener', 'Whether the page that opened this one can still reach it.'],
    'zh-CN': ['与打开者隔离', '打开此页的页面能否再触及它。'],
  },
  'cross-origin-embedder-policy': {
    at: 'HTML §the-coep-headers',
    en: ['embeds only what agrees', 'The page loads from elsewhere only what allows it.'],
    'zh-CN': ['只内嵌获准的内容', '页面只加载明确允许的外部内容。'],
  },
  'origin-agent-cluster': {
    at: 'HTML §origin-agent-cluster',
    en: ['a process of its own', 'Asks the browser to keep this site apart from its relatives.'],
    'zh-CN': ['独立进程', '请浏览器把此站点与同族站点隔开。'],
  },
  'clear-site-data': {
    at: null,
    en: ['forget everything', 'Clear Site Data of the W3C: the browser deletes what it stored for this site.'],
    'zh-CN': ['清除数据', 'W3C 的 Clear Site Data：浏览器删除为此站点存储的数据。'],
  },
  'x-robots-tag': {
    at: null,
    en: ['for search engines', 'No standard: noindex asks them not to list this.'],
    'zh-CN': ['面向搜索引擎', '没有标准：noindex 请求不予收录。'],
  },
} as const satisfies Notes
