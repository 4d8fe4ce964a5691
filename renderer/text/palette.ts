import { messages } from './message'

/** The palette: everything that can be done or gone to, by typing. */
export const palette = messages({
  title: { en: 'Commands', 'zh-CN': '命令面板' },
  placeholder: {
    en: 'Type a command, a request number, a file or a client',
    'zh-CN': '输入命令、请求编号、文件或客户端',
  },
  results: { en: 'Results', 'zh-CN': '结果' },
  commands: { en: 'Commands', 'zh-CN': '命令' },
  settings: { en: 'Settings', 'zh-CN': '设置' },
  requests: { en: 'Requests', 'zh-CN': '请求' },
  files: { en: 'Files asked for', 'zh-CN': '被请求的文件' },
  clients: { en: 'Clients', 'zh-CN': '客户端' },
  filters: { en: 'Saved filters', 'zh-CN': '已保存的筛选' },
  chapters: { en: 'How HTTP works', 'zh-CN': 'HTTP 的工作原理' },
  nothing: { en: 'Nothing here goes by that name.', 'zh-CN': '没有找到相符的内容。' },
  settingsOf: { en: (section: string) => `Settings: ${section}`, 'zh-CN': (section: string) => `设置：${section}` },
  found: {
    en: (count: number) => (count === 1 ? '1 result' : `${String(count)} results`),
    'zh-CN': (count: number) => `${String(count)} 条结果`,
  },
  choose: { en: 'choose', 'zh-CN': '选择' },
  run: { en: 'go', 'zh-CN': '执行' },
  away: { en: 'close', 'zh-CN': '关闭' },
})
