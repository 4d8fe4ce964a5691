import { chinese, english } from './format'
import { messages } from './message'
import { code, rich } from './rich-text'

/** A request that broke HTTP: where the parser was, why the answer is what it is, what an attacker could make of it. */
export const autopsy = messages({
  state: { en: 'Reading', 'zh-CN': '正在读' },
  why: { en: 'Why', 'zh-CN': '缘由' },
  whyClosed: {
    en: 'Nobody can tell any more where the next request begins.',
    'zh-CN': '已无法断定下一个请求从何处开始。',
  },
  couldBeSecond: {
    en: (request: string) =>
      rich`Read that other way, what follows is a second request that nobody checked: ${code(request)}.`,
    'zh-CN': (request: string) => rich`若按另一种读法，其后就是一个未经检查的请求：${code(request)}。`,
  },
  readNoFurther: {
    en: (offset: number) => `Porthole read nothing past byte ${english.count(offset)}.`,
    'zh-CN': (offset: number) => `Porthole 在第 ${chinese.count(offset)} 字节之后什么也没读。`,
  },
  actedOnNothing: {
    en: 'Porthole acted on none of it.',
    'zh-CN': 'Porthole 对其未作任何处理。',
  },
})

/** What the parser was reading when it met each fault. */
export const parserStates = messages({
  'foreign-protocol': { en: 'the first bytes', 'zh-CN': '最初的字节' },
  'method-malformed': { en: 'the method', 'zh-CN': '方法' },
  'method-too-long': { en: 'the method', 'zh-CN': '方法' },
  'request-line-malformed': { en: 'the request line', 'zh-CN': '请求行' },
  'target-malformed': { en: 'the target', 'zh-CN': '目标' },
  'target-too-long': { en: 'the target', 'zh-CN': '目标' },
  'version-malformed': { en: 'the version', 'zh-CN': '版本' },
  'version-unsupported': { en: 'the version', 'zh-CN': '版本' },
  'bare-lf': { en: 'the end of a line', 'zh-CN': '行尾' },
  'bare-cr': { en: 'the end of a line', 'zh-CN': '行尾' },
  'space-before-first-field': { en: 'the start of the first field', 'zh-CN': '首个字段的开头' },
  'field-name-malformed': { en: 'a field name', 'zh-CN': '字段名' },
  'space-before-colon': { en: 'a field name', 'zh-CN': '字段名' },
  'colon-missing': { en: 'a field name', 'zh-CN': '字段名' },
  'obs-fold': { en: 'the start of a field', 'zh-CN': '字段的开头' },
  'control-in-value': { en: 'a field value', 'zh-CN': '字段值' },
  'head-too-large': { en: 'the fields', 'zh-CN': '各字段' },
  'too-many-fields': { en: 'the fields', 'zh-CN': '各字段' },
  'host-missing': { en: 'the whole head', 'zh-CN': '整个报文头' },
  'host-repeated': { en: 'the whole head', 'zh-CN': '整个报文头' },
  'host-malformed': { en: 'the field Host', 'zh-CN': 'Host 字段' },
  'content-length-malformed': { en: 'the field Content-Length', 'zh-CN': 'Content-Length 字段' },
  'content-length-conflict': { en: 'the field Content-Length', 'zh-CN': 'Content-Length 字段' },
  'content-too-large': { en: 'the length of the content', 'zh-CN': '内容长度' },
  'transfer-encoding-malformed': { en: 'the field Transfer-Encoding', 'zh-CN': 'Transfer-Encoding 字段' },
  'transfer-encoding-unsupported': { en: 'the field Transfer-Encoding', 'zh-CN': 'Transfer-Encoding 字段' },
  'transfer-encoding-in-1.0': { en: 'the field Transfer-Encoding', 'zh-CN': 'Transfer-Encoding 字段' },
  'length-and-transfer-encoding': { en: 'how the content ends', 'zh-CN': '内容的结尾方式' },
  'chunk-size-malformed': { en: 'the size of a chunk', 'zh-CN': '分块大小' },
  'chunk-extension-malformed': { en: 'a chunk extension', 'zh-CN': '分块扩展' },
  'chunk-extension-too-large': { en: 'a chunk extension', 'zh-CN': '分块扩展' },
  'chunk-end-missing': { en: 'the end of a chunk', 'zh-CN': '分块结尾' },
  'trailers-too-large': { en: 'the trailers', 'zh-CN': '尾部字段' },
  'head-timeout': { en: 'the head, waiting for more', 'zh-CN': '报文头（等待后续）' },
  'head-incomplete': { en: 'the head', 'zh-CN': '报文头' },
})

/** The name of each shape that request smuggling takes (RFC 9112 §11.2), with the short form that its finders use. */
export const smugglingNames = messages({
  'two-lengths': { en: 'Two lengths (CL.CL)', 'zh-CN': '两个长度（CL.CL）' },
  'length-and-coding': { en: 'A length and a coding (CL.TE)', 'zh-CN': '长度与编码并存（CL.TE）' },
  'disguised-coding': { en: 'A disguised coding (TE.TE)', 'zh-CN': '伪装的编码（TE.TE）' },
  'disguised-length': { en: 'A disguised length', 'zh-CN': '伪装的长度' },
  'coding-in-1.0': { en: 'A coding that HTTP/1.0 does not have', 'zh-CN': 'HTTP/1.0 所没有的编码' },
  'line-feed-alone': { en: 'A line feed alone', 'zh-CN': '单独的换行' },
  'carriage-return-alone': { en: 'A carriage return alone', 'zh-CN': '单独的回车' },
  'folded-line': { en: 'A folded line', 'zh-CN': '折行' },
  'chunk-size': { en: 'A chunk size that can be read two ways', 'zh-CN': '有两种读法的分块大小' },
  'chunk-extension': { en: 'Something hidden behind a chunk size', 'zh-CN': '藏在分块大小之后的内容' },
  'two-hosts': { en: 'Two hosts', 'zh-CN': '两个主机' },
})

/** What makes each shape dangerous, in one sentence. */
export const smugglingSays = messages({
  'two-lengths': {
    en: 'One program counts by the first length and another by the last, and between the two a request can hide.',
    'zh-CN': '有的软件按第一个长度计算，有的按最后一个，两者之间可以藏下一个请求。',
  },
  'length-and-coding': {
    en: 'One program counts bytes and another reads chunks, so they part ways on where this request ends.',
    'zh-CN': '有的软件按字节数计，有的按分块读，因此对请求在何处结束各执一词。',
  },
  'disguised-coding': {
    en: 'Spelled so that one program sees Transfer-Encoding and reads chunks while another overlooks it.',
    'zh-CN': '这种写法使有的软件认出 Transfer-Encoding 而按分块读，有的则视而不见。',
  },
  'disguised-length': {
    en: 'Spelled so that one program sees a Content-Length while another overlooks it or reads another number.',
    'zh-CN': '这种写法使有的软件认出 Content-Length，有的则视而不见或读成另一个数。',
  },
  'coding-in-1.0': {
    en: 'A program that knows HTTP/1.0 only ends the request at the blank line; a newer one reads on.',
    'zh-CN': '只懂 HTTP/1.0 的软件在空行处结束请求，较新的则继续往下读。',
  },
  'line-feed-alone': {
    en: 'Some programs take it for the end of the line and others for a part of it, so they see different fields.',
    'zh-CN': '有的软件把它当作行尾，有的当作行内字符，因此看到的字段不同。',
  },
  'carriage-return-alone': {
    en: 'Some programs take it for the end of the line and others for a part of the value, so they see different fields.',
    'zh-CN': '有的软件把它当作行尾，有的当作值的一部分，因此看到的字段不同。',
  },
  'folded-line': {
    en: 'Some programs join this line to the one before, others read a field of its own.',
    'zh-CN': '有的软件把此行并入上一行，有的把它当作独立的字段。',
  },
  'chunk-size': {
    en: 'Programs that make different numbers of it disagree about where the chunk and the request end.',
    'zh-CN': '各软件读出的数字不同，对分块和请求在何处结束就会各执一词。',
  },
  'chunk-extension': {
    en: 'Some programs skip to the end of the line, others stop earlier, and what lies between is content to one only.',
    'zh-CN': '有的软件跳到行尾，有的更早停下，两者之间的内容只对其中一方有效。',
  },
  'two-hosts': {
    en: 'One program may check the first host and another serve the second.',
    'zh-CN': '有的软件检查第一个主机，有的却按第二个提供内容。',
  },
})
