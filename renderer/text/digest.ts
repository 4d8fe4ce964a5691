import { chinese, english } from './format'
import { messages } from './message'
import { rich, strong } from './rich-text'

/** The digest of what was sent: SHA-256 of the file and of its parts, and how the other side compares it. */
export const digest = messages({
  title: { en: 'Did it arrive intact?', 'zh-CN': '完好送达了吗？' },
  says: {
    en: (size: string) =>
      rich`Porthole reads the ${strong(size)} again from the file, if it still is the version that was sent, and gives you a digest and a command. Whoever downloaded it runs the command, and knows.`,
    'zh-CN': (size: string) =>
      rich`如果文件仍是当时发送的版本，Porthole 会重新读取这 ${strong(size)}，给出摘要和一条命令。下载者运行这条命令，便知分晓。`,
  },
  compute: { en: 'Compute SHA-256', 'zh-CN': '计算 SHA-256' },
  notYet: {
    en: 'Once nothing of it is on its way any more, Porthole can compute a SHA-256 for the other side to compare.',
    'zh-CN': '等它全部发完，Porthole 就能算出 SHA-256，供对方核对。',
  },
  saved: {
    en: 'A saved session has no file to compute a SHA-256 from.',
    'zh-CN': '已存会话中没有文件，无法计算 SHA-256。',
  },

  // Under way
  waiting: { en: 'Waiting for another one to be computed…', 'zh-CN': '正在等待另一个摘要算完…' },
  reading: { en: (progress: string) => `Reading ${progress}`, 'zh-CN': (progress: string) => `正在读取 ${progress}` },
  resting: { en: 'slowly: serving comes first', 'zh-CN': '放慢速度，让传输优先' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },

  // Done
  whole: { en: 'Whole file', 'zh-CN': '整个文件' },
  parts: { en: 'What each request carried', 'zh-CN': '每个请求所发送的部分' },
  requests: { en: 'Requests', 'zh-CN': '请求' },
  octets: { en: 'Bytes', 'zh-CN': '字节' },
  range: {
    en: (start: number, end: number) => `${english.count(start)}–${english.count(end - 1)}`,
    'zh-CN': (start: number, end: number) => `${chinese.count(start)}–${chinese.count(end - 1)}`,
  },
  leftOut: {
    en: (count: number) => `and ${english.count(count)} more parts`,
    'zh-CN': (count: number) => `另有 ${chinese.count(count)} 个部分`,
  },
  copyDigest: { en: 'Copy the SHA-256', 'zh-CN': '复制 SHA-256' },
  copyPart: { en: 'Copy the check of this part', 'zh-CN': '复制此部分的核对命令' },
  copyPartDigest: { en: 'Copy the SHA-256 of this part', 'zh-CN': '复制此部分的 SHA-256' },
  check: { en: 'To check it over there', 'zh-CN': '在对方那边核对' },
  checkSays: {
    en: 'To be run in the folder that it was saved in, with the name it has there. It says OK, or DIFFERENT.',
    'zh-CN': '在保存该文件的文件夹中运行；若文件已改名，请换成新名字。相同显示 OK，不同显示 DIFFERENT。',
  },
  checkPartsSays: {
    en: 'Each row copies its own command, to be run in the folder that the file was saved in. It says OK, or DIFFERENT.',
    'zh-CN': '每行可复制各自的命令，在保存该文件的文件夹中运行。相同显示 OK，不同显示 DIFFERENT。',
  },
  command: { en: 'Command', 'zh-CN': '命令' },
  copyCommand: { en: 'Copy', 'zh-CN': '复制' },
  formLinux: { en: 'Linux', 'zh-CN': 'Linux' },
  formMac: { en: 'macOS', 'zh-CN': 'macOS' },
  formPowerShell: { en: 'PowerShell', 'zh-CN': 'PowerShell' },
  formCmd: { en: 'cmd', 'zh-CN': 'cmd' },
  noForm: {
    en: 'Windows can have no file of this name; the browser over there has saved it under another one.',
    'zh-CN': 'Windows 不允许这样的文件名，对方的浏览器会以其他名字保存。',
  },
  wholeOnly: {
    en: 'This program digests whole files only. For a part, take the commands of Linux or macOS.',
    'zh-CN': '此程序只能计算整个文件。要核对一部分，请使用 Linux 或 macOS 的命令。',
  },
  proof: {
    en: (time: string) =>
      `Computed at ${time} from the file, not from the wire: before and after reading it was the version that was sent, by inode, size and modification time.`,
    'zh-CN': (time: string) =>
      `于 ${time} 根据文件算出，而非取自线路：读取前后都核对过 inode、大小和修改时间，与发送时的版本一致。`,
  },
  proofLab: {
    en: ' The lab served a request of it wrongly on purpose.',
    'zh-CN': '其中有请求被实验室故意答错。',
  },

  // Failed
  changed: {
    en: 'It cannot be computed any more: the file has changed since it was sent.',
    'zh-CN': '已无法计算：文件在发送之后发生了变化。',
  },
  gone: {
    en: 'It cannot be computed now: the file is gone, is no longer shared, or its drive does not answer.',
    'zh-CN': '现在无法计算：文件已不在、不再共享，或其所在的驱动器没有响应。',
  },
  broken: {
    en: 'It could not be computed: something went wrong within Porthole.',
    'zh-CN': '未能算出：Porthole 内部出了问题。',
  },
  refused: {
    en: 'It cannot be computed any more: the request has left memory.',
    'zh-CN': '已无法计算：该请求已不在内存中。',
  },
  tryAgain: { en: 'Try again', 'zh-CN': '再试一次' },
})
