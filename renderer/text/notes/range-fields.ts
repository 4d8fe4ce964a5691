import type { Notes } from './note'

/** Fields of parts and conditions (RFC 9110 §8.8, §13.1, §14): what downloads are resumed and copies are kept with. */
export const rangeFieldNotes = {
  range: {
    at: 'RFC 9110 §14.2',
    en: [
      'asks for part of the file',
      'The client wants only these bytes. A server that honours it answers 206; one that does not may send everything with 200.',
    ],
    'zh-CN': ['只要文件的一部分', '客户端只要这些字节。支持的服务器回应 206；不支持的可以用 200 发送全部。'],
  },
  'if-range': {
    at: 'RFC 9110 §13.1.5',
    en: [
      'a part only of the same version',
      'If the file is still this version the client gets the part; if not it gets the whole new file, so two versions are never glued together.',
    ],
    'zh-CN': ['仅限同一版本的一部分', '文件仍是此版本时只发所要部分，否则发送整个新文件，两个版本绝不会拼在一起。'],
  },
  'accept-ranges': {
    at: 'RFC 9110 §14.3',
    en: [
      'says that parts can be had',
      'With bytes a client knows that it may resume a download; none tells it not to try.',
    ],
    'zh-CN': ['可以只取一部分', '值为 bytes 时客户端知道可以续传；none 则表示不必尝试。'],
  },
  'content-range': {
    at: 'RFC 9110 §14.4',
    en: [
      'says which part this is',
      'The first and last byte of this part and the length of the whole file; with 416 the length alone.',
    ],
    'zh-CN': ['说明这是哪一部分', '本部分的首末字节与文件全长；在 416 中只有全长。'],
  },
  etag: {
    at: 'RFC 9110 §8.8.3',
    en: [
      'names this version',
      'A label that changes whenever the file does. The client gives it back to ask whether its copy is still good.',
    ],
    'zh-CN': ['标识此版本', '文件一变标签就变。客户端带着它再来，即可询问副本是否仍然有效。'],
  },
  'last-modified': {
    at: 'RFC 9110 §8.8.2',
    en: ['when the file last changed', 'To the second only, so an entity tag tells versions apart more surely.'],
    'zh-CN': ['文件最后修改时间', '只精确到秒，因此实体标签更能可靠地区分版本。'],
  },
  'if-match': {
    at: 'RFC 9110 §13.1.1',
    en: [
      'only if it is this version',
      'The request counts only while the file has one of these entity tags; else the answer is 412.',
    ],
    'zh-CN': ['仅当是此版本', '文件具有所列实体标签之一时请求才有效，否则回应 412。'],
  },
  'if-none-match': {
    at: 'RFC 9110 §13.1.2',
    en: [
      'only if it is another version',
      'The client holds the versions with these tags. If the file is one of them, 304 saves sending it again.',
    ],
    'zh-CN': ['仅当是其他版本', '客户端持有这些标签对应的版本。文件若是其一，回应 304，不必重发。'],
  },
  'if-modified-since': {
    at: 'RFC 9110 §13.1.3',
    en: [
      'only if it changed since',
      'The client holds a copy from then. It does not count where If-None-Match is there too.',
    ],
    'zh-CN': ['仅当此后有修改', '客户端持有当时的副本。若同时有 If-None-Match，则以后者为准。'],
  },
  'if-unmodified-since': {
    at: 'RFC 9110 §13.1.4',
    en: [
      'only if it has not changed since',
      'The request counts only for a file no newer than this; else the answer is 412.',
    ],
    'zh-CN': ['仅当此后无修改', '仅对不晚于此时间的文件有效，否则回应 412。'],
  },
} as const satisfies Notes
