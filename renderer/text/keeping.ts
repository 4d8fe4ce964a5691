import { chinese, english } from './format'
import { messages } from './message'

/** What a person notes of requests: marks, pins, comments. */
export const keeping = messages({
  mark: { en: 'Mark', 'zh-CN': '标记' },
  markNumber: { en: (mark: number) => `mark ${String(mark)}`, 'zh-CN': (mark: number) => `标记 ${String(mark)}` },
  noMark: { en: 'No mark', 'zh-CN': '无标记' },
  markSays: { en: 'What each number means is yours to say.', 'zh-CN': '每个数字的含义由你决定。' },
  pick: { en: 'Mark with', 'zh-CN': '标记为' },
  pin: { en: 'Pin', 'zh-CN': '固定' },
  unpin: { en: 'Unpin', 'zh-CN': '取消固定' },
  pinned: { en: 'pinned', 'zh-CN': '已固定' },
  pinSays: {
    en: 'A pinned request stands in the sidebar and survives Clear.',
    'zh-CN': '固定的请求列在侧栏中，清除时保留。',
  },
  comment: { en: 'Comment', 'zh-CN': '备注' },
  hasComment: { en: 'with a comment', 'zh-CN': '有备注' },
  commentPlaceholder: {
    en: 'What is worth remembering about this request?',
    'zh-CN': '关于这条请求，有什么值得记住的？',
  },
  commentLeft: {
    en: (left: number) => `${english.count(left)} characters left`,
    'zh-CN': (left: number) => `还可输入 ${chinese.count(left)} 个字符`,
  },
  kept: {
    en: 'Marked, pinned and commented requests stay in memory as long as Porthole runs.',
    'zh-CN': '已标记、固定或备注的请求在 Porthole 运行期间一直保留在内存中。',
  },
  pins: { en: 'Pinned', 'zh-CN': '已固定' },

  // Told once it is done
  marked: {
    en: (count: number, mark: number) =>
      `Marked ${String(mark)}: ${english.count(count)} ${count === 1 ? 'request' : 'requests'}`,
    'zh-CN': (count: number, mark: number) => `已将 ${chinese.count(count)} 条请求标记为 ${String(mark)}`,
  },
  unmarked: { en: 'Mark taken off', 'zh-CN': '已取消标记' },
  pinnedNow: {
    en: (count: number) => `Pinned: ${english.count(count)} ${count === 1 ? 'request' : 'requests'}`,
    'zh-CN': (count: number) => `已固定 ${chinese.count(count)} 条请求`,
  },
  unpinnedNow: { en: 'Pin taken off', 'zh-CN': '已取消固定' },

  abort: { en: 'Break off', 'zh-CN': '中断' },
  abortAsk: {
    en: (request: string, client: string) => `Break off ${request} to ${client}?`,
    'zh-CN': (request: string, client: string) => `要中断发往 ${client} 的 ${request} 吗？`,
  },
  abortSays: {
    en: 'Its connection is closed. A client that can resume may ask again.',
    'zh-CN': '连接将被关闭。支持续传的客户端可能会重新请求。',
  },
  cancel: { en: 'Let it go on', 'zh-CN': '让它继续' },
})
