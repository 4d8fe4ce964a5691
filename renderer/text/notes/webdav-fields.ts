import type { Notes } from './note'

/** Fields of WebDAV (RFC 4918 §10), which file managers send when they mount a server. */
export const webdavFieldNotes = {
  dav: {
    at: 'RFC 4918 §10.1',
    en: ['speaks WebDAV', 'Which parts of WebDAV the sender can do.'],
    'zh-CN': ['支持 WebDAV', '发送方支持 WebDAV 的哪些部分。'],
  },
  depth: {
    at: 'RFC 4918 §10.2',
    en: ['how far down', '0 for the folder itself, 1 with what is in it, infinity for all below.'],
    'zh-CN': ['深入几层', '0 为文件夹本身，1 含其中内容，infinity 为其下全部。'],
  },
  destination: {
    at: 'RFC 4918 §10.3',
    en: ['where to', 'The address that COPY or MOVE shall lead to.'],
    'zh-CN': ['去往何处', 'COPY 或 MOVE 的去处。'],
  },
  if: {
    at: 'RFC 4918 §10.4',
    en: ['only under these conditions', 'Locks and entity tags that must hold for a WebDAV request.'],
    'zh-CN': ['须满足条件', 'WebDAV 请求须满足的锁与实体标签。'],
  },
  'lock-token': {
    at: 'RFC 4918 §10.5',
    en: ['which lock', 'The name of the lock that LOCK gave and UNLOCK gives back.'],
    'zh-CN': ['哪把锁', 'LOCK 给出、UNLOCK 归还的锁的名称。'],
  },
  overwrite: {
    at: 'RFC 4918 §10.6',
    en: ['whether to replace', 'T lets COPY and MOVE replace what is at the destination, F does not.'],
    'zh-CN': ['可否覆盖', 'T 允许 COPY 与 MOVE 覆盖去处原有的内容，F 不允许。'],
  },
  timeout: {
    at: 'RFC 4918 §10.7',
    en: ['how long to lock', 'The time for which LOCK asks.'],
    'zh-CN': ['锁定多久', 'LOCK 请求的时长。'],
  },
  translate: {
    at: null,
    en: [
      'the file itself',
      'No standard: with f, Windows asks for the file as stored, not for what a program makes of it.',
    ],
    'zh-CN': ['文件本身', '没有标准：值为 f 时，Windows 要的是存储的文件，而非程序处理的结果。'],
  },
} as const satisfies Notes
