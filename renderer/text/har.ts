import { chinese, english } from './format'
import { messages } from './message'
import { code, rich, strong } from './rich-text'

/** What is said of a HAR file that is looked at, and of what such a file does not tell. */
export const har = messages({
  file: { en: 'HAR file', 'zh-CN': 'HAR 文件' },
  says: {
    en: 'Heads are put together from its entries. Raw bytes, ends of connections and what arrived are not in it.',
    'zh-CN': '报文头由其条目拼成；原始字节、连接如何结束、是否送达，文件中都没有。',
  },
  rebuiltHead: {
    en: 'Put together from a HAR file: names and values as it lists them, spaces and line ends as HTTP/1.1 has them.',
    'zh-CN': '由 HAR 文件拼成：名称和值照文件所列，空格与行尾按 HTTP/1.1 的写法。',
  },
  entryProblem: {
    en: (entry: number, why: string) => `Entry ${english.count(entry)}: ${why}`,
    'zh-CN': (entry: number, why: string) => `第 ${chinese.count(entry)} 个条目：${why}`,
  },
  entriesLeftOut: {
    en: (count: number) =>
      count === 1
        ? '1 entry could not be read and is left out.'
        : `${english.count(count)} entries could not be read and are left out.`,
    'zh-CN': (count: number) => `有 ${chinese.count(count)} 个条目无法读取，已略去。`,
  },
  from: {
    en: (client: string) => rich`This request stands in a HAR file, as ${strong(client)} made it.`,
    'zh-CN': (client: string) => rich`此请求取自 HAR 文件，由 ${strong(client)} 发出。`,
  },
  asked: {
    en: (line: string) => rich`It asked for ${code(line)}.`,
    'zh-CN': (line: string) => rich`它请求 ${code(line)}。`,
  },
  answered: {
    en: (status: string, size: string) => rich`The answer was ${strong(status)}, with ${size} of content.`,
    'zh-CN': (status: string, size: string) => rich`得到的回应是 ${strong(status)}，内容 ${size}。`,
  },
  unanswered: {
    en: () => rich`The file holds no answer to it.`,
    'zh-CN': () => rich`文件中没有对它的回应。`,
  },
  over: {
    en: (time: string) => rich`It was over after ${time}.`,
    'zh-CN': (time: string) => rich`用时 ${time} 后结束。`,
  },
  noVerdict: {
    en: 'How much of the answer arrived, and why it ended, a HAR file does not tell.',
    'zh-CN': '回应送达了多少、为何结束，HAR 文件没有记载。',
  },
  noTransfer: {
    en: 'A HAR file does not tell which file was sent, nor how it went out over time.',
    'zh-CN': 'HAR 文件没有记载发送的是哪个文件，也没有记载发送的过程。',
  },
  noConnection: {
    en: 'A HAR file does not tell when a connection was opened, nor how it ended.',
    'zh-CN': 'HAR 文件没有记载连接何时建立、如何结束。',
  },
  spans: {
    en: (sending: string, waiting: string, receiving: string) =>
      `The file tells three spans: sending the request took ${sending}, waiting for the answer ${waiting}, receiving it ${receiving}.`,
    'zh-CN': (sending: string, waiting: string, receiving: string) =>
      `文件记载了三段时间：发送请求 ${sending}，等待回应 ${waiting}，接收回应 ${receiving}。`,
  },
  timeInAll: {
    en: (time: string) => `The file tells only how long it took in all: ${time}.`,
    'zh-CN': (time: string) => `文件只记载了总用时：${time}。`,
  },
  unknownConnection: { en: 'Connection not known', 'zh-CN': '连接未知' },
})
