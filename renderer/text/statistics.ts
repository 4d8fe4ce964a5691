import { chinese, english } from './format'
import { messages } from './message'

/** What several selected requests come to. */
export const statistics = messages({
  label: { en: 'What the selected requests come to', 'zh-CN': '所选请求的统计' },
  selected: {
    en: (count: number) => `${english.count(count)} ${count === 1 ? 'request' : 'requests'} selected`,
    'zh-CN': (count: number) => `已选 ${chinese.count(count)} 条请求`,
  },
  sent: { en: 'Sent', 'zh-CN': '已发送' },
  received: { en: 'Received', 'zh-CN': '已接收' },
  span: { en: 'Within', 'zh-CN': '时间跨度' },
  running: { en: 'Under way', 'zh-CN': '进行中' },
  problems: { en: 'Problems', 'zh-CN': '有问题' },

  spread: { en: 'How they spread', 'zh-CN': '分布' },
  measure: { en: 'Measure', 'zh-CN': '指标' },
  half: { en: 'Half', 'zh-CN': '一半' },
  p95: { en: '95 %', 'zh-CN': '95 %' },
  p99: { en: '99 %', 'zh-CN': '99 %' },
  duration: { en: 'Duration', 'zh-CN': '用时' },
  firstByte: { en: 'Time to first byte', 'zh-CN': '首字节时间' },
  rate: { en: 'Rate', 'zh-CN': '速率' },
  measured: { en: 'Measured', 'zh-CN': '样本数' },
  spreadSays: {
    en: 'So many of them took this long or less; for the rate, went this fast or slower.',
    'zh-CN': '即有这么多请求不超过该数值（速率同理）。',
  },

  byStatus: { en: 'By status', 'zh-CN': '按状态' },
  byClient: { en: 'By client', 'zh-CN': '按客户端' },
  byMethod: { en: 'By method', 'zh-CN': '按方法' },
  noStatus: { en: 'no answer yet', 'zh-CN': '尚无响应' },
  noMethod: { en: 'could not be read', 'zh-CN': '无法读取' },
  more: {
    en: (count: number) => `and ${english.count(count)} more`,
    'zh-CN': (count: number) => `另有 ${chinese.count(count)} 项`,
  },
})
