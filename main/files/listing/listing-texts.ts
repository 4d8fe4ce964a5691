import type { PageLanguage } from '../pages/language'
import type { SortKey, SortOrder } from './listing-view'

/** The words of the listing in one language. Names that are put in come escaped, or are escaped afterwards. */
export interface ListingTexts {
  readonly sharedFrom: readonly [before: string, after: string]
  readonly searchPlaceholder: string
  readonly search: string
  readonly folder: string
  readonly columns: Readonly<Record<SortKey, string>>
  readonly orders: Readonly<Record<SortOrder, string>>
  readonly empty: string
  readonly nothingFound: string
  readonly searchCrumb: (search: string) => string
  readonly servedBy: string
  readonly asText: string
  readonly otherLanguage: { readonly label: string; readonly tag: string; readonly wish: string }
  readonly echo: string
  readonly sharedWith: string
  readonly shares: string
  readonly download: (name: string) => string
  readonly items: (count: number) => string
  readonly results: (count: number) => string
  readonly stoppedEarly: (count: number) => string
}

const english: ListingTexts = {
  sharedFrom: ['shared from ', ''],
  searchPlaceholder: 'Search in this folder and below',
  search: 'Search',
  folder: 'Folder',
  columns: { name: 'Name', size: 'Size', modified: 'Changed' },
  orders: { asc: 'ascending', desc: 'descending' },
  empty: 'Nothing in this folder yet',
  nothingFound: 'Nothing here has that in its name',
  searchCrumb: (search) => `Search: ${search}`,
  servedBy: 'Served by Porthole over your own network',
  asText: 'Text',
  otherLanguage: { label: '中文', tag: 'zh-CN', wish: 'zh' },
  echo: 'Echoes your request',
  sharedWith: 'shared with Porthole',
  shares: 'Shared folders and files',
  download: (name) => `Download ${name}`,
  items: (count) => (count === 1 ? '1 item' : `${count.toLocaleString('en')} items`),
  results: (count) => (count === 1 ? '1 result' : `${count.toLocaleString('en')} results`),
  stoppedEarly: (count) => `The first ${count.toLocaleString('en')} results; there may be more`,
}

const chinese: ListingTexts = {
  sharedFrom: ['来自 ', ' 的共享'],
  searchPlaceholder: '在此文件夹及其子文件夹中搜索',
  search: '搜索',
  folder: '文件夹',
  columns: { name: '名称', size: '大小', modified: '修改时间' },
  orders: { asc: '升序', desc: '降序' },
  empty: '此文件夹中还没有文件',
  nothingFound: '没有找到名称相符的文件',
  searchCrumb: (search) => `搜索：${search}`,
  servedBy: '由 Porthole 在你的网络内提供',
  asText: '纯文本',
  otherLanguage: { label: 'English', tag: 'en', wish: 'en' },
  echo: '回显你的请求',
  sharedWith: '通过 Porthole 共享',
  shares: '共享的文件夹与文件',
  download: (name) => `下载 ${name}`,
  items: (count) => `${count.toLocaleString('zh-CN')} 项`,
  results: (count) => `${count.toLocaleString('zh-CN')} 个结果`,
  stoppedEarly: (count) => `仅显示前 ${count.toLocaleString('zh-CN')} 个结果`,
}

/** Gives the words of a language. */
export function listingTexts(language: PageLanguage): ListingTexts {
  return language === 'en' ? english : chinese
}
