import { chinese, english } from './format'
import { messages } from './message'
import { rich, strong } from './rich-text'

/** The ledger of what HTTP kept from being sent. */
export const savings = messages({
  saved: {
    en: (size: string) => rich`${strong(size)} saved`,
    'zh-CN': (size: string) => rich`省下 ${strong(size)}`,
  },
  open: { en: 'What HTTP kept from being sent', 'zh-CN': 'HTTP 省下了多少传输' },
  title: {
    en: (size: string) => rich`${strong(size)} did not have to be sent`,
    'zh-CN': (size: string) => rich`${strong(size)} 无需发送`,
  },
  lead: {
    en: 'Beside what was sent: what a plain request for the whole file would have cost each time.',
    'zh-CN': '除已发送的之外：若每次都原样请求整个文件，还要多发这么多。',
  },
  times: {
    en: (count: number) => (count === 1 ? 'once' : `${english.count(count)} times`),
    'zh-CN': (count: number) => `${chinese.count(count)} 次`,
  },
  files: {
    en: (count: number) => (count === 1 ? '1 file' : `${english.count(count)} files`),
    'zh-CN': (count: number) => `${chinese.count(count)} 个文件`,
  },

  notModified: { en: 'Still current: 304', 'zh-CN': '仍为最新：304' },
  notModifiedSays: {
    en: 'The client had kept the file and asked whether it still holds. A 304 without content said yes.',
    'zh-CN': '客户端留有文件，只问是否仍然有效；一个不带内容的 304 答“是”。',
  },
  head: { en: 'Only the head: HEAD', 'zh-CN': '只要报文头：HEAD' },
  headSays: {
    en: 'It wanted to know size, type or date. A HEAD is answered with just those; a GET would have brought the file too.',
    'zh-CN': '只想知道大小、类型或日期。HEAD 只返回这些，GET 则会连文件一起发来。',
  },
  resumed: { en: 'Resumed, not restarted: Range', 'zh-CN': '续传而非重来：Range' },
  resumedSays: {
    en: 'A download had broken off. With Range it went on there; without, it would have begun at the first byte again.',
    'zh-CN': '下载中断过。有了 Range，就从断点继续；没有它，只能从第一个字节重来。',
  },
  parts: { en: 'Only parts of a file: Range', 'zh-CN': '只取所需部分：Range' },
  partsSays: {
    en: 'A player that jumps, a tool that looks inside: they asked for parts of a file, and so far never for the rest.',
    'zh-CN': '播放器跳转、工具窥看：只要了文件的几段，其余部分至今没有要过。',
  },
  learn: {
    en: (chapter: string) => `In the lesson: ${chapter}`,
    'zh-CN': (chapter: string) => `课程：${chapter}`,
  },
  byClient: { en: 'By client', 'zh-CN': '按客户端' },
  moreClients: {
    en: (count: number) => `and ${english.count(count)} more`,
    'zh-CN': (count: number) => `另有 ${chinese.count(count)} 个`,
  },
})
