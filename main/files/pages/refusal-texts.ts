import type { PageLanguage } from './language'

/** What a visitor reads of a refusal: what is the case, and what can be done. */
export interface RefusalText {
  readonly title: string
  readonly advice: string
}

type Catalogue = Readonly<Record<string, RefusalText>>

const ENGLISH: Catalogue = {
  '400': { title: 'This address cannot be read', advice: 'Something in it is misspelt. Try the link again.' },
  '403': {
    title: 'Not allowed',
    advice: 'This computer may not read that file itself. Whoever shares it can change that.',
  },
  '404': {
    title: 'File not found',
    advice: 'There is nothing at this address. It may have been moved, or is no longer shared.',
  },
  '405': { title: 'Files can only be read here', advice: 'This share takes downloads and nothing else.' },
  '412': {
    title: 'The file is not the expected one',
    advice: 'It has changed since it was last looked at. Load it afresh.',
  },
  '413': { title: 'That is too much', advice: 'The request carried more than is taken here.' },
  '414': { title: 'The address is too long', advice: 'Nothing here has an address of that length.' },
  '416': {
    title: 'The file does not reach that far',
    advice: 'It is shorter than the part that was asked for. Start the download anew.',
  },
  '417': { title: 'An expectation cannot be met', advice: 'Send the request again without the Expect field.' },
  '421': {
    title: 'Not the right name',
    advice:
      'This computer does not answer to the name in the address. Use its numeric address, or ask whoever shares to allow this name.',
  },
  '431': { title: 'The request is too large', advice: 'Its head is longer than is taken here.' },
  '500': { title: 'The file cannot be read', advice: 'Something went wrong on the sharing computer. Try again later.' },
  '501': { title: 'Unknown method', advice: 'This kind of request means nothing here.' },
  '503': { title: 'Too busy just now', advice: 'Try again in a few seconds.' },
  '503 share-vanished': {
    title: 'The shared folder is gone',
    advice: 'It was moved, deleted or unplugged. Whoever shares it can bring it back.',
  },
  '503 drive-does-not-answer': {
    title: 'The drive does not answer',
    advice: 'It may be asleep or disconnected. Try again in a few seconds.',
  },
  '505': { title: 'Unknown version of HTTP', advice: 'HTTP/1.1 and HTTP/1.0 are spoken here.' },
}

const CHINESE: Catalogue = {
  '400': { title: '无法识别此地址', advice: '地址中有书写错误，请重新打开链接。' },
  '403': { title: '没有权限', advice: '共享方的电脑自身无权读取此文件，请联系共享者。' },
  '404': { title: '文件不存在', advice: '此地址下没有内容，可能已被移走，或不再共享。' },
  '405': { title: '此处只能读取文件', advice: '此共享只提供下载，不接受其他操作。' },
  '412': { title: '文件与预期不符', advice: '它在上次查看后已经改变，请重新加载。' },
  '413': { title: '内容过大', advice: '请求携带的内容超出了此处的限度。' },
  '414': { title: '地址过长', advice: '此处没有这么长的地址。' },
  '416': { title: '文件没有这么长', advice: '文件比所请求的部分短，请重新开始下载。' },
  '417': { title: '无法满足预期条件', advice: '请去掉 Expect 字段后重新发送请求。' },
  '421': { title: '名称不符', advice: '这台电脑不使用地址中的名称。请改用数字地址，或请共享者允许此名称。' },
  '431': { title: '请求过大', advice: '请求头超出了此处的限度。' },
  '500': { title: '无法读取文件', advice: '共享方的电脑出现问题，请稍后再试。' },
  '501': { title: '未知的请求方法', advice: '此处不理解这种请求。' },
  '503': { title: '暂时繁忙', advice: '请几秒后再试。' },
  '503 share-vanished': { title: '共享的文件夹已不在', advice: '它已被移动、删除或拔出，请联系共享者。' },
  '503 drive-does-not-answer': { title: '磁盘没有响应', advice: '它可能处于休眠或已断开，请几秒后再试。' },
  '505': { title: '未知的 HTTP 版本', advice: '此处使用 HTTP/1.1 和 HTTP/1.0。' },
}

const OTHERS: Readonly<Record<PageLanguage, RefusalText>> = {
  en: { title: 'This cannot be done', advice: 'The request was refused.' },
  'zh-CN': { title: '无法完成', advice: '请求被拒绝。' },
}

/** Gives the words for a status; a reason changes them only where it tells the visitor nothing about other files. */
export function refusalText(language: PageLanguage, refusal: { status: number; reason?: string }): RefusalText {
  const catalogue = language === 'en' ? ENGLISH : CHINESE
  const status = String(refusal.status)
  return catalogue[`${status} ${refusal.reason ?? ''}`] ?? catalogue[status] ?? OTHERS[language]
}

/** The link to what there is. */
export function homeLinkText(language: PageLanguage): string {
  return language === 'en' ? 'See what is shared' : '查看共享内容'
}
