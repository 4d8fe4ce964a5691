import { chinese, english } from './format'
import { messages } from './message'

/** The content of a message: read again from disk where it was a file, and never kept. */
export const content = messages({
  content: { en: 'Content', 'zh-CN': '内容' },
  forms: { en: 'Show the content as', 'zh-CN': '内容显示方式' },
  preview: { en: 'Preview', 'zh-CN': '预览' },
  bytes: { en: 'Bytes', 'zh-CN': '字节' },
  bytesOfContent: { en: 'Bytes of the content', 'zh-CN': '内容的字节' },
  earlier: { en: 'Earlier bytes', 'zh-CN': '前面的字节' },
  later: { en: 'Later bytes', 'zh-CN': '后面的字节' },
  onDisk: {
    en: (first: number, last: number) => `bytes ${english.count(first)}–${english.count(last)}, read from disk now`,
    'zh-CN': (first: number, last: number) => `字节 ${chinese.count(first)}–${chinese.count(last)}，此刻读自磁盘`,
  },
  reading: { en: 'Reading from disk…', 'zh-CN': '正在读取磁盘…' },
  changed: {
    en: 'The file has changed since it was sent. This is what it holds now.',
    'zh-CN': '文件在发送之后已被修改，此处是它现在的内容。',
  },
  gone: {
    en: 'The file cannot be read any more, and Porthole keeps no contents.',
    'zh-CN': '文件已无法读取，而 Porthole 不保存内容。',
  },
  failed: { en: 'The content could not be fetched.', 'zh-CN': '无法读取内容。' },
  shorter: {
    en: 'The file is shorter now: nothing is left here.',
    'zh-CN': '文件如今更短，此处已没有内容。',
  },
  notKept: {
    en: 'Porthole keeps no contents. This one was no file, so it cannot be read again.',
    'zh-CN': 'Porthole 不保存内容。此内容并非文件，因此无法重新读取。',
  },
  notKeptRequest: {
    en: 'Porthole keeps no contents, and does not store what clients send.',
    'zh-CN': 'Porthole 不保存内容，也不存储客户端发来的数据。',
  },
  imageOf: { en: (name: string) => `Picture: ${name}`, 'zh-CN': (name: string) => `图片：${name}` },
})
