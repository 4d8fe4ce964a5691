import { chinese, english } from './format'
import { messages } from './message'

/** The strip above the requests: what goes out, second by second. */
export const strip = messages({
  label: { en: 'Throughput', 'zh-CN': '吞吐量' },
  now: { en: 'sending now', 'zh-CN': '正在发送' },
  chart: {
    en: (minutes: number) => `What went out in the last ${english.count(minutes)} minutes`,
    'zh-CN': (minutes: number) => `最近 ${chinese.count(minutes)} 分钟送出的数据`,
  },
  span: {
    en: (minutes: number) => `${english.count(minutes)} min`,
    'zh-CN': (minutes: number) => `${chinese.count(minutes)} 分钟`,
  },
  changeSpan: {
    en: (minutes: number) => `Showing ${english.count(minutes)} minutes: change`,
    'zh-CN': (minutes: number) => `显示 ${chinese.count(minutes)} 分钟：更改`,
  },
  hint: {
    en: 'Drag to show only the requests of a time; arrow keys with Shift do the same',
    'zh-CN': '拖动可只显示某段时间的请求；按住 Shift 用方向键也可以',
  },
  at: {
    en: (time: string, rate: string, requests: number) =>
      `${time} · ${rate} · ${english.count(requests)} ${requests === 1 ? 'request' : 'requests'}`,
    'zh-CN': (time: string, rate: string, requests: number) => `${time} · ${rate} · ${chinese.count(requests)} 个请求`,
  },
  collapse: { en: 'Make the strip low', 'zh-CN': '收起吞吐量条' },
  expand: { en: 'Make the strip high', 'zh-CN': '展开吞吐量条' },
  asTable: { en: 'As a table', 'zh-CN': '以表格显示' },
  tableTitle: {
    en: (minutes: number) => `What went out in the last ${english.count(minutes)} minutes, by client`,
    'zh-CN': (minutes: number) => `最近 ${chinese.count(minutes)} 分钟按客户端送出的数据`,
  },
  timeColumn: { en: 'From', 'zh-CN': '起始时间' },
  sentColumn: { en: 'Sent', 'zh-CN': '已发送' },
  rateColumn: { en: 'Rate', 'zh-CN': '速率' },
  clientsColumn: { en: 'To', 'zh-CN': '发往' },
  requestsColumn: { en: 'Requests', 'zh-CN': '请求' },
  problemsColumn: { en: 'With a problem', 'zh-CN': '有问题' },
  others: { en: 'others', 'zh-CN': '其他' },
  nothing: { en: 'Nothing has happened in this time.', 'zh-CN': '这段时间内没有任何活动。' },
})
