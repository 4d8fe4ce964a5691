import type { Notes } from './note'

/** The parts that every message is made of (RFC 9112 §2 to §5), and the forms of a target. */
export const syntaxNotes = {
  'request-line': {
    at: 'RFC 9112 §3',
    en: [
      'says what is wanted',
      'A request begins with one line: a method, a target and a version, one space between each two.',
    ],
    'zh-CN': ['说明要什么', '请求以一行开始：方法、目标和版本，两两之间一个空格。'],
  },
  'status-line': {
    at: 'RFC 9112 §4',
    en: [
      'says what came of it',
      'A response begins with one line: a version, a status of three digits and a reason for people.',
    ],
    'zh-CN': ['说明结果', '响应以一行开始：版本、三位状态码和给人看的原因短语。'],
  },
  'reason-phrase': {
    at: 'RFC 9112 §4',
    en: ['is a courtesy to people', 'Programs read the number alone; these words may say anything or be left out.'],
    'zh-CN': ['给人看的说明', '程序只看数字；这些文字可以任意，也可以省略。'],
  },
  'origin-form': {
    at: 'RFC 9112 §3.2.1',
    en: [
      'names what is wanted',
      'The usual form of a target: a path on this server and perhaps a query; the host stands in the field Host.',
    ],
    'zh-CN': ['指明要什么', '最常见的目标形式：本服务器上的路径，可带查询；主机写在 Host 字段中。'],
  },
  'absolute-form': {
    at: 'RFC 9112 §3.2.2',
    en: [
      'is a whole address',
      'A target with a scheme and a host is meant for a proxy; a server takes it too, and its host counts instead of Host.',
    ],
    'zh-CN': ['完整地址', '带协议和主机的目标本是给代理的；服务器也接受，并以其中的主机代替 Host。'],
  },
  'authority-form': {
    at: 'RFC 9112 §3.2.3',
    en: ['is a host and a port', 'This form of a target belongs to CONNECT alone: it says where a tunnel shall lead.'],
    'zh-CN': ['主机与端口', '这种目标只用于 CONNECT，指明隧道通往何处。'],
  },
  'asterisk-form': {
    at: 'RFC 9112 §3.2.4',
    en: [
      'means the whole server',
      'The asterisk belongs to OPTIONS: the question is about the server, not about a file.',
    ],
    'zh-CN': ['指整个服务器', '星号只用于 OPTIONS：所问的是服务器，而不是某个文件。'],
  },
  path: {
    at: 'RFC 3986 §3.3',
    en: [
      'leads to the file',
      'Names divided by slashes, from the share down; where names begin and end is settled before any escape is read.',
    ],
    'zh-CN': ['通往文件', '以斜杠分隔的名称，从共享处向下；先分段，再解读转义。'],
  },
  query: {
    at: 'RFC 3986 §3.4',
    en: [
      'says more about what is wanted',
      'What follows the question mark is for the server to read; a file is found by its path alone.',
    ],
    'zh-CN': ['补充说明', '问号之后的内容由服务器自行解读；文件只按路径查找。'],
  },
  'percent-encoding': {
    at: 'RFC 3986 §2.1',
    en: [
      'is how people read it',
      'A byte that may not stand in an address is written as % and two hex digits; here those that spell text are read back.',
    ],
    'zh-CN': ['供人阅读的写法', '不能直接写入地址的字节写作 % 加两位十六进制数字；此处把其中的文字还原。'],
  },
  'HTTP/1.1': {
    at: 'RFC 9110 §2.5',
    en: [
      'is what the sender can do',
      'With 1.1 a connection stays open after a message, content may come in chunks, and Host is required.',
    ],
    'zh-CN': ['发送方的能力', '1.1 意味着消息之后连接保持打开，内容可以分块，且必须有 Host。'],
  },
  'HTTP/1.0': {
    at: 'RFC 9112 §9.3',
    en: [
      'is the version of 1996',
      'With 1.0 a connection closes after one answer unless keep-alive is asked for, and nothing comes in chunks.',
    ],
    'zh-CN': ['1996 年的版本', '1.0 中，除非要求 keep-alive，一次回应后连接即关闭，且没有分块。'],
  },
  'other-version': {
    at: 'RFC 9110 §2.5',
    en: ['is not served here', 'Porthole speaks HTTP/1.1 and HTTP/1.0; a version of another kind is answered 505.'],
    'zh-CN': ['此处不支持的版本', 'Porthole 支持 HTTP/1.1 和 HTTP/1.0；其他版本得到 505。'],
  },
  fields: {
    at: 'RFC 9110 §6.3',
    en: [
      'say more about the message',
      'One to a line; the order of different fields does not count, and names mean the same in any case.',
    ],
    'zh-CN': ['补充消息的信息', '一行一个；不同字段的先后无关紧要，名称不分大小写。'],
  },
  'field-name': {
    at: 'RFC 9110 §5.1',
    en: [
      'is the name of the field',
      'Letters, digits and a few signs, in upper or lower case alike; it touches its colon.',
    ],
    'zh-CN': ['字段的名称', '由字母、数字和少数符号组成，不分大小写，且紧挨冒号。'],
  },
  colon: {
    at: 'RFC 9112 §5.1',
    en: [
      'ends the name',
      'No space may stand before it: programs that disagree about such a name can be played off against each other.',
    ],
    'zh-CN': ['名称到此为止', '其前不能有空格：各程序对这种名称理解不一，可能被人利用。'],
  },
  space: {
    at: 'RFC 9110 §5.6.3',
    en: ['is not part of the value', 'White space around a value may be there or not; it means nothing.'],
    'zh-CN': ['不属于值', '值两侧的空白可有可无，没有含义。'],
  },
  'line-end': {
    at: 'RFC 9112 §2.2',
    en: [
      'ends the line',
      'A carriage return and a line feed. Porthole takes no other line end, since programs differ on what a lone one means.',
    ],
    'zh-CN': ['行尾', '回车加换行。单独一个时各程序理解不一，因此 Porthole 不接受其他行尾。'],
  },
  'blank-line': {
    at: 'RFC 9112 §2.1',
    en: ['ends the head', 'An empty line: whatever follows is content, or the next message on the connection.'],
    'zh-CN': ['报文头结束', '空行：其后是内容，或者连接上的下一条消息。'],
  },
  unread: {
    at: null,
    en: [
      'was not read',
      'These bytes came with the request; after a fault nobody can say for sure what they are, so they were left alone.',
    ],
    'zh-CN': ['未读取', '这些字节随请求而来；出错之后谁也无法断定它们是什么，因此未予读取。'],
  },
} as const satisfies Notes

/** How the end of a message's content is known (RFC 9112 §6.3). */
export const framingNotes = {
  'no-content-request': {
    at: 'RFC 9112 §6.3',
    en: ['nothing follows', 'Neither Content-Length nor Transfer-Encoding: the request ends at the blank line.'],
    'zh-CN': ['其后无内容', '既无 Content-Length 也无 Transfer-Encoding：请求在空行处结束。'],
  },
  'by-length': {
    at: 'RFC 9112 §6.2',
    en: [
      'content of a known length',
      'Content-Length says how many bytes follow the blank line; the next message begins right after them.',
    ],
    'zh-CN': ['长度已知的内容', 'Content-Length 说明空行之后有多少字节；下一条消息紧接其后。'],
  },
  'by-chunks': {
    at: 'RFC 9112 §7.1',
    en: ['content in chunks', 'Each chunk begins with its size in hex digits, and one of size 0 ends the content.'],
    'zh-CN': ['分块的内容', '每块以十六进制的大小开头，大小为 0 的一块表示结束。'],
  },
  'by-close': {
    at: 'RFC 9112 §6.3',
    en: [
      'content until the connection closes',
      'No length was known and HTTP/1.0 has no chunks: the end of the connection ends the content, so a client cannot tell a cut from an end.',
    ],
    'zh-CN': ['内容直到连接关闭', '长度未知而 HTTP/1.0 没有分块：连接关闭即内容结束，客户端无从分辨是中断还是结束。'],
  },
  'none-to-head': {
    at: 'RFC 9110 §9.3.2',
    en: ['nothing follows, as HEAD asked', 'The fields are those of GET, Content-Length too, yet no content is sent.'],
    'zh-CN': ['应 HEAD 要求，其后无内容', '字段与 GET 的相同，包括 Content-Length，但不发送内容。'],
  },
  'none-by-status': {
    at: 'RFC 9112 §6.3',
    en: [
      'nothing follows by its status',
      'A response of 1xx, 204 or 304 ends at the blank line, whatever its fields say.',
    ],
    'zh-CN': ['此状态码没有内容', '1xx、204 或 304 的响应在空行处结束，不论字段怎么写。'],
  },
} as const satisfies Notes
