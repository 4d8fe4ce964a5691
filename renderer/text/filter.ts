import { chinese, english } from './format'
import { messages } from './message'

/** The filter bar, its menus, and what it says when something is not right. */
export const filter = messages({
  bar: { en: 'Filter', 'zh-CN': '筛选' },
  filterBox: { en: 'Filter requests', 'zh-CN': '筛选请求' },
  highlightBox: { en: 'Highlight requests', 'zh-CN': '突出显示请求' },
  placeholder: {
    en: 'Filter: a word, status:4xx, file:*.iso, is:partial …',
    'zh-CN': '筛选：文字、status:4xx、file:*.iso、is:partial …',
  },
  highlightPlaceholder: { en: 'Highlight: what should stand out', 'zh-CN': '突出显示：要突出哪些请求' },
  clearFilter: { en: 'Clear filter', 'zh-CN': '清除筛选' },
  clearHighlight: { en: 'Clear highlight', 'zh-CN': '清除突出显示' },
  showHighlight: { en: 'Highlight', 'zh-CN': '突出显示' },
  closeHighlight: { en: 'Close highlight', 'zh-CN': '关闭突出显示' },
  suggestions: { en: 'Suggestions', 'zh-CN': '建议' },
  terms: { en: 'Filter terms', 'zh-CN': '筛选条件' },
  removeTerm: { en: (term: string) => `Remove ${term}`, 'zh-CN': (term: string) => `移除 ${term}` },
  didYouMean: { en: (word: string) => `Did you mean ${word}?`, 'zh-CN': (word: string) => `你是指 ${word} 吗？` },

  // Pills
  statusPills: { en: 'Status', 'zh-CN': '状态' },
  statePills: { en: 'State', 'zh-CN': '情形' },
  active: { en: 'Active', 'zh-CN': '进行中' },
  partial: { en: 'Partial', 'zh-CN': '部分' },
  problem: { en: 'Problems', 'zh-CN': '问题' },
  pillHint: { en: 'Alt-click shuts them out', 'zh-CN': '按住 Alt 点击则排除' },
  excluded: { en: (what: string) => `${what}: shut out`, 'zh-CN': (what: string) => `${what}：已排除` },

  // How many
  shownOf: {
    en: (shown: number, all: number) => `${english.count(shown)} of ${english.count(all)} requests shown`,
    'zh-CN': (shown: number, all: number) => `显示 ${chinese.count(all)} 个请求中的 ${chinese.count(shown)} 个`,
  },
  searching: { en: 'searching…', 'zh-CN': '正在搜索…' },
  untold: {
    en: (count: number) => `${english.count(count)} not searched: their heads left memory`,
    'zh-CN': (count: number) => `${chinese.count(count)} 个未能搜索：报文头已不在内存中`,
  },
  noMatch: { en: 'No requests match', 'zh-CN': '没有请求符合' },
  hidden: {
    en: (count: number) => `${english.count(count)} hidden`,
    'zh-CN': (count: number) => `已隐藏 ${chinese.count(count)} 个`,
  },

  // Saved filters
  save: { en: 'Save this filter', 'zh-CN': '保存此筛选' },
  saved: { en: 'Saved', 'zh-CN': '已保存' },
  savedAs: { en: (name: string) => `Saved as “${name}”`, 'zh-CN': (name: string) => `已保存为“${name}”` },
  name: { en: 'Name', 'zh-CN': '名称' },
  saveUnderName: { en: 'Save', 'zh-CN': '保存' },
  savedFull: { en: 'Fifty filters are saved already. Delete one first.', 'zh-CN': '已保存五十个筛选，请先删除一个。' },
  useSaved: { en: 'Filter by this', 'zh-CN': '按此筛选' },
  highlightSaved: { en: 'Highlight by this', 'zh-CN': '按此突出显示' },
  updateSaved: { en: 'Replace with the present filter', 'zh-CN': '替换为当前筛选' },
  deleteSaved: { en: 'Delete', 'zh-CN': '删除' },
  moreAbout: { en: (name: string) => `More about ${name}`, 'zh-CN': (name: string) => `更多操作：${name}` },

  // From a cell or a part of a head
  cellMenu: { en: 'This request', 'zh-CN': '此请求' },
  filterBy: { en: (term: string) => `Filter by ${term}`, 'zh-CN': (term: string) => `按 ${term} 筛选` },
  exclude: { en: (term: string) => `Exclude ${term}`, 'zh-CN': (term: string) => `排除 ${term}` },
  highlight: { en: (term: string) => `Highlight ${term}`, 'zh-CN': (term: string) => `突出显示 ${term}` },
  addColumn: { en: (name: string) => `Add ${name} as column`, 'zh-CN': (name: string) => `将 ${name} 加为列` },
  onlyClient: { en: (name: string) => `Show only ${name}`, 'zh-CN': (name: string) => `只显示 ${name}` },
})

/** Why a text is no filter, in a few words. */
export const filterFaults = messages({
  valueMissing: { en: (about: string) => `${about} needs a value`, 'zh-CN': (about: string) => `${about} 需要一个值` },
  operandMissing: { en: 'something is missing here', 'zh-CN': '此处缺少内容' },
  quoteOpen: { en: 'the quotation does not end', 'zh-CN': '引号没有结束' },
  groupOpen: { en: 'the parenthesis is not closed', 'zh-CN': '括号没有闭合' },
  groupNotOpen: { en: 'this parenthesis was not opened', 'zh-CN': '此括号没有开头' },
  groupEmpty: { en: 'the parentheses are empty', 'zh-CN': '括号内为空' },
  fieldMissing: {
    en: (about: string) => `${about} needs a field’s name: ${about}[range]`,
    'zh-CN': (about: string) => `${about} 需要字段名：${about}[range]`,
  },
  flagUnknown: { en: (about: string) => `there is no is:${about}`, 'zh-CN': (about: string) => `没有 is:${about}` },
  noteUnknown: { en: (about: string) => `there is no note:${about}`, 'zh-CN': (about: string) => `没有 note:${about}` },
  keyUnknown: { en: (about: string) => `there is no ${about}`, 'zh-CN': (about: string) => `没有 ${about}` },
  comparisonUnfit: {
    en: (about: string) => `${about} cannot be compared like this`,
    'zh-CN': (about: string) => `${about} 不能这样比较`,
  },
  notANumber: { en: (about: string) => `${about} is no number`, 'zh-CN': (about: string) => `${about} 不是数字` },
  notAStatus: {
    en: (about: string) => `${about} is no status: 404, or 4xx`,
    'zh-CN': (about: string) => `${about} 不是状态：写 404 或 4xx`,
  },
  notAnAddress: {
    en: (about: string) => `${about} is no address: 192.168.1.9, or 192.168.1.0/24`,
    'zh-CN': (about: string) => `${about} 不是地址：写 192.168.1.9 或 192.168.1.0/24`,
  },
  notAConnection: {
    en: (about: string) => `${about} is no connection: 7, or 7.3`,
    'zh-CN': (about: string) => `${about} 不是连接：写 7 或 7.3`,
  },
  notATime: {
    en: (about: string) => `${about} is no time: 14:05, or 14:05..14:10`,
    'zh-CN': (about: string) => `${about} 不是时间：写 14:05 或 14:05..14:10`,
  },
  notAMark: {
    en: (about: string) => `${about} is no mark: 1 to 7`,
    'zh-CN': (about: string) => `${about} 不是标记：1 到 7`,
  },
  unitMissing: {
    en: (about: string) => `${about} needs a unit: ${about}ms, ${about}s, ${about}m`,
    'zh-CN': (about: string) => `${about} 需要单位：${about}ms、${about}s、${about}m`,
  },
  unitUnknown: {
    en: (about: string) => `${about} has an unknown unit`,
    'zh-CN': (about: string) => `${about} 的单位未知`,
  },
  rangeReversed: { en: 'the larger end stands first', 'zh-CN': '较大的一端写在了前面' },
  patternInvalid: { en: 'the regular expression is not valid', 'zh-CN': '正则表达式无效' },
  patternUnsafe: {
    en: 'this regular expression could run for ever; nest fewer repeats',
    'zh-CN': '此正则表达式可能永不结束；请减少嵌套的重复',
  },
  textTooLong: { en: 'a filter has at most 2,000 characters', 'zh-CN': '筛选最多 2,000 个字符' },
  tooManyTerms: { en: 'a filter has at most 64 terms', 'zh-CN': '筛选最多 64 个条件' },
  nestedTooDeep: { en: 'parentheses go at most 16 deep', 'zh-CN': '括号最多嵌套 16 层' },
})
