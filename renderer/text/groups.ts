import { chinese, english } from './format'
import { messages } from './message'

/** Requests gathered in groups, and what several of them come to. */
export const groups = messages({
  group: { en: 'Group', 'zh-CN': '分组' },
  groupTitle: { en: 'Gather requests that have something in common', 'zh-CN': '把有共同点的请求归在一起' },
  none: { en: 'Not grouped', 'zh-CN': '不分组' },
  client: { en: 'By client', 'zh-CN': '按客户端' },
  connection: { en: 'By connection', 'zh-CN': '按连接' },
  file: { en: 'By file', 'zh-CN': '按文件' },
  transfer: { en: 'By download', 'zh-CN': '按下载' },
  noTransfer: { en: 'Part of no download', 'zh-CN': '不属于任何下载' },
  joined: {
    en: (count: number) => `${english.count(count)} requests, one download`,
    'zh-CN': (count: number) => `${chinese.count(count)} 个请求，1 次下载`,
  },

  connectionName: {
    en: (id: number) => `Connection ${String(id)}`,
    'zh-CN': (id: number) => `连接 ${String(id)}`,
  },
  unread: { en: 'Requests that could not be read', 'zh-CN': '无法读取的请求' },
  requests: {
    en: (count: number) => `${english.count(count)} ${count === 1 ? 'request' : 'requests'}`,
    'zh-CN': (count: number) => `${chinese.count(count)} 条请求`,
  },
  running: {
    en: (count: number) => `${english.count(count)} under way`,
    'zh-CN': (count: number) => `${chinese.count(count)} 条进行中`,
  },
  problems: {
    en: (count: number) => `${english.count(count)} ${count === 1 ? 'problem' : 'problems'}`,
    'zh-CN': (count: number) => `${chinese.count(count)} 条有问题`,
  },
})
