import type { Fault, FaultCode } from '../../preload/views'
import { chinese, english } from './format'
import { messages, type Spoken } from './message'

/** What went wrong, as a neighbour would say it, and what can be done. Names arrive quoted or empty. */
export const faults = messages({
  portInUse: {
    en: (port: string) => `Another program is using port ${port}.`,
    'zh-CN': (port: string) => `端口 ${port} 正被其他程序使用。`,
  },
  portForbidden: {
    en: (port: string) => `This computer does not let Porthole use port ${port}. Ports from 1024 up are open to it.`,
    'zh-CN': (port: string) => `系统不允许 Porthole 使用端口 ${port}。1024 及以上的端口可以使用。`,
  },
  hostUnavailable: {
    en: (host: string) => `The address ${host} is not available on this computer now.`,
    'zh-CN': (host: string) => `地址 ${host} 目前在这台电脑上不可用。`,
  },
  shareNotFound: {
    en: (name: string) =>
      `${name || 'What was shared'} cannot be found. It was moved or renamed, or its drive is gone.`,
    'zh-CN': (name: string) => `找不到${name || '所共享的内容'}。它可能已被移动、改名，或所在磁盘已断开。`,
  },
  shareUnreadable: {
    en: (name: string) => `Porthole may not read ${name || 'this'}. Its permissions do not allow it.`,
    'zh-CN': (name: string) => `Porthole 无权读取${name || '该项目'}，请检查其权限。`,
  },
  shareNotShareable: {
    en: (name: string) => `${name || 'This'} is neither a folder nor a regular file, so it cannot be shared.`,
    'zh-CN': (name: string) => `${name || '该项目'}既不是文件夹也不是普通文件，无法共享。`,
  },
  shareNameTaken: {
    en: (name: string) => `${name || 'Something with this name'} is already shared.`,
    'zh-CN': (name: string) => `${name || '同名项目'}已经在共享了。`,
  },
  shareWide: {
    en: (name: string) =>
      `${name || 'This folder'} holds everything of yours, and visitors can read all of it that is not hidden. A smaller folder is safer.`,
    'zh-CN': (name: string) =>
      `${name || '该文件夹'}包含你的全部文件，其中未隐藏的访客均可读取。共享更小的文件夹更安全。`,
  },
  nothingShared: {
    en: 'Nothing is shared yet. Choose a folder first.',
    'zh-CN': '还没有共享任何内容，请先选择一个文件夹。',
  },
  notServing: {
    en: 'Porthole is not serving now, so nobody would answer. Start serving first.',
    'zh-CN': 'Porthole 现在没有在共享，没有谁能应答。请先开始共享。',
  },
  requestNotKept: {
    en: 'This request has left memory, so it cannot be sent again.',
    'zh-CN': '该请求已不在内存中，无法再次发送。',
  },
  contentNotKept: {
    en: 'This request had content, and content is never kept. It can be asked differently, without it.',
    'zh-CN': '该请求带有内容，而内容从不保存。可以换种方式、不带内容再问。',
  },
  cannotVary: {
    en: 'This request cannot be asked that way.',
    'zh-CN': '该请求不能这样问。',
  },
  noAnswer: {
    en: 'Porthole asked itself and got no answer. Perhaps all connections are taken; try again in a moment.',
    'zh-CN': 'Porthole 向自己提问却没有得到应答。也许连接已占满，请稍后再试。',
  },
  nothingToExport: {
    en: 'There is no request in memory to save.',
    'zh-CN': '内存中没有可保存的请求。',
  },
  diskFull: {
    en: (name: string) => `${name || 'The file'} could not be saved: the disk is full. Nothing was left behind.`,
    'zh-CN': (name: string) => `无法保存${name || '文件'}：磁盘已满。没有留下残缺文件。`,
  },
  fileUnwritable: {
    en: (name: string) =>
      `${name || 'The file'} could not be saved there. Choose another folder, or check its permissions.`,
    'zh-CN': (name: string) => `无法将${name || '文件'}保存到该处。请选择其他文件夹，或检查其权限。`,
  },
  savedSession: {
    en: 'This is a saved session: it can be read, not changed.',
    'zh-CN': '这是已保存的会话，只能查看，不能更改。',
  },
  notASession: {
    en: (name: string) => `${name || 'This file'} is neither a session that Porthole saved nor a HAR file.`,
    'zh-CN': (name: string) => `${name || '该文件'}既不是 Porthole 保存的会话，也不是 HAR 文件。`,
  },
  harMalformed: {
    en: (place: string) => `This HAR file cannot be read: ${place}. Nothing was opened.`,
    'zh-CN': (place: string) => `无法读取此 HAR 文件：${place}。未打开任何内容。`,
  },
  harTooLarge: {
    en: (name: string) =>
      `${name || 'This HAR file'} is larger than 128 MiB. Save it without the contents, and open that.`,
    'zh-CN': (name: string) => `${name || '该 HAR 文件'}超过 128 MiB。请保存为不含内容的文件后再打开。`,
  },
  sessionNewer: {
    en: (name: string) => `${name || 'This session'} was saved by a newer Porthole. Update to open it.`,
    'zh-CN': (name: string) => `${name || '该会话'}由更新版本的 Porthole 保存，请更新后再打开。`,
  },
  sessionUnreadable: {
    en: (name: string) => `${name || 'The file'} could not be read to its end.`,
    'zh-CN': (name: string) => `无法完整读取${name || '该文件'}。`,
  },
  windowsFull: {
    en: (most: string) => `${most} windows with a request are open, which is the most there can be. Close one first.`,
    'zh-CN': (most: string) => `已打开 ${most} 个请求窗口，达到上限。请先关闭一个。`,
  },
  windowBlocked: {
    en: 'The browser did not let a window open. Allow pop-up windows for this page, and try again.',
    'zh-CN': '浏览器没有允许打开窗口。请允许此页面弹出窗口，然后重试。',
  },
  unknownId: {
    en: 'This is not there any more.',
    'zh-CN': '该项目已不存在。',
  },
  keptFull: {
    en: (most: string) => `Porthole keeps ${most} requests at most. Take a mark, a pin or a comment off others first.`,
    'zh-CN': (most: string) => `最多可保留 ${most} 条请求。请先取消其他请求的标记、固定或备注。`,
  },
  settingsCorrupt: {
    en: (file: string) =>
      `The settings could not be read, so Porthole started with its defaults.${file && ` The old file was kept as ${file}.`}`,
    'zh-CN': (file: string) => `无法读取设置，Porthole 已使用默认设置。${file && `原文件保留为${file}。`}`,
  },
  settingsUnwritable: {
    en: 'The settings could not be saved. They hold until you quit.',
    'zh-CN': '无法保存设置，当前更改在退出前有效。',
  },
  unexpectedError: {
    en: 'Something went wrong inside Porthole. Serving goes on.',
    'zh-CN': 'Porthole 内部出了点问题，共享仍在继续。',
  },

  usePort: {
    en: (port: number) => `Use port ${String(port)}`,
    'zh-CN': (port: number) => `改用端口 ${String(port)}`,
  },
  changePort: { en: 'Change port…', 'zh-CN': '更改端口…' },
  tryAgain: { en: 'Try again', 'zh-CN': '重试' },
  chooseFolder: { en: 'Choose folder…', 'zh-CN': '选择文件夹…' },
  copyReport: { en: 'Copy report', 'zh-CN': '复制报告' },
  several: {
    en: (count: number) => `${english.count(count)} times`,
    'zh-CN': (count: number) => `共 ${chinese.count(count)} 次`,
  },
})

/** What a person can do about a fault, in the one button beside its sentence. */
export type FaultAction =
  | { readonly kind: 'use-port'; readonly port: number }
  | { readonly kind: 'change-port' | 'start-again' | 'choose-folder' | 'copy-report' }

/** A fault in words: what is the matter, and what its button says and does. */
export interface FaultSentence {
  readonly sentence: string
  readonly label: string | null
  readonly action: FaultAction | null
}

/** Says a fault in the language of `spoken`. */
export function sayFault(fault: Fault, spoken: Spoken<typeof faults>, quote: (name: string) => string): FaultSentence {
  const action = actionOf(fault)
  return { sentence: sentenceOf(fault, spoken, quote), label: action && labelOf(action, spoken), action }
}

function sentenceOf({ code, about }: Fault, spoken: Spoken<typeof faults>, quote: (name: string) => string): string {
  const bare = about ?? ''
  const name = about === undefined ? '' : quote(about)
  const sentences: { readonly [C in FaultCode]: () => string } = {
    'port-in-use': () => spoken.portInUse(bare),
    'port-forbidden': () => spoken.portForbidden(bare),
    'host-unavailable': () => spoken.hostUnavailable(bare),
    'share-not-found': () => spoken.shareNotFound(name),
    'share-unreadable': () => spoken.shareUnreadable(name),
    'share-not-shareable': () => spoken.shareNotShareable(name),
    'share-name-taken': () => spoken.shareNameTaken(name),
    'share-wide': () => spoken.shareWide(name),
    'nothing-shared': () => spoken.nothingShared,
    'not-serving': () => spoken.notServing,
    'request-not-kept': () => spoken.requestNotKept,
    'content-not-kept': () => spoken.contentNotKept,
    'cannot-vary': () => spoken.cannotVary,
    'no-answer': () => spoken.noAnswer,
    'nothing-to-export': () => spoken.nothingToExport,
    'saved-session': () => spoken.savedSession,
    'not-a-session': () => spoken.notASession(name),
    'har-malformed': () => spoken.harMalformed(name),
    'har-too-large': () => spoken.harTooLarge(name),
    'session-newer': () => spoken.sessionNewer(name),
    'session-unreadable': () => spoken.sessionUnreadable(name),
    'windows-full': () => spoken.windowsFull(bare),
    'window-blocked': () => spoken.windowBlocked,
    'disk-full': () => spoken.diskFull(name),
    'file-unwritable': () => spoken.fileUnwritable(name),
    'unknown-id': () => spoken.unknownId,
    'kept-full': () => spoken.keptFull(bare),
    'settings-corrupt': () => spoken.settingsCorrupt(name),
    'settings-unwritable': () => spoken.settingsUnwritable,
    'unexpected-error': () => spoken.unexpectedError,
  }
  return sentences[code]()
}

function actionOf({ code, alternative }: Fault): FaultAction | null {
  switch (code) {
    case 'port-in-use':
    case 'port-forbidden':
      return alternative === undefined ? { kind: 'change-port' } : { kind: 'use-port', port: alternative }
    case 'host-unavailable':
      return { kind: 'start-again' }
    case 'nothing-shared':
      return { kind: 'choose-folder' }
    case 'unexpected-error':
      return { kind: 'copy-report' }
    default:
      return null
  }
}

function labelOf(action: FaultAction, spoken: Spoken<typeof faults>): string {
  switch (action.kind) {
    case 'use-port':
      return spoken.usePort(action.port)
    case 'change-port':
      return spoken.changePort
    case 'start-again':
      return spoken.tryAgain
    case 'choose-folder':
      return spoken.chooseFolder
    case 'copy-report':
      return spoken.copyReport
  }
}
