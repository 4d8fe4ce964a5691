import type { Notes } from './note'

/** The registered statuses (RFC 9110 §15 and the RFCs that added to it). */
export const statusNotes = {
  100: {
    at: 'RFC 9110 §15.2.1',
    en: ['go on', 'The head is fine so far, and the client may send its content.'],
    'zh-CN': ['请继续', '报文头暂无问题，客户端可以发送内容。'],
  },
  101: {
    at: 'RFC 9110 §15.2.2',
    en: [
      'another protocol from here on',
      'The server agreed to what Upgrade asked for; the next bytes are no longer HTTP/1.1.',
    ],
    'zh-CN': ['此后改用其他协议', '服务器同意了 Upgrade 的请求，其后的字节不再是 HTTP/1.1。'],
  },
  102: {
    at: 'RFC 2518 §10.1',
    en: ['still working', 'An early sign of WebDAV that the answer will take a while; hardly used today.'],
    'zh-CN': ['仍在处理', 'WebDAV 的早期信号，表示回应还需时间；如今很少使用。'],
  },
  103: {
    at: 'RFC 8297 §2',
    en: [
      'hints before the answer',
      'Fields that the client can act on, such as files to fetch, while the answer is made.',
    ],
    'zh-CN': ['先行提示', '在回应准备好之前，先告知客户端可用的字段，例如可预先获取的文件。'],
  },
  200: {
    at: 'RFC 9110 §15.3.1',
    en: ['it worked', 'The request succeeded, and what it asked for follows.'],
    'zh-CN': ['成功', '请求成功，所要的内容随后。'],
  },
  201: {
    at: 'RFC 9110 §15.3.2',
    en: ['something new was made', 'The request succeeded and made one or more new resources.'],
    'zh-CN': ['已新建', '请求成功，并新建了一个或多个资源。'],
  },
  202: {
    at: 'RFC 9110 §15.3.3',
    en: ['taken, not yet done', 'The request will be dealt with later, and may still fail then.'],
    'zh-CN': ['已接受，尚未完成', '请求将在稍后处理，届时仍可能失败。'],
  },
  203: {
    at: 'RFC 9110 §15.3.4',
    en: ['changed on the way', 'A proxy between has altered what the server sent.'],
    'zh-CN': ['途中有改动', '中间的代理改动了服务器所发的内容。'],
  },
  204: {
    at: 'RFC 9110 §15.3.5',
    en: ['done, nothing to send', 'The request succeeded and there is no content; a browser stays on its page.'],
    'zh-CN': ['已完成，无内容', '请求成功，没有内容；浏览器停留在原页面。'],
  },
  205: {
    at: 'RFC 9110 §15.3.6',
    en: ['done, start the form anew', 'The request succeeded, and the client shall reset what it was sent from.'],
    'zh-CN': ['已完成，请重置', '请求成功，客户端应重置发出请求的界面。'],
  },
  206: {
    at: 'RFC 9110 §15.3.7',
    en: ['a part, as asked', 'Only the bytes that Range asked for follow; Content-Range says which they are.'],
    'zh-CN': ['按要求只发一部分', '随后只有 Range 所要的字节；Content-Range 说明是哪些。'],
  },
  207: {
    at: 'RFC 4918 §11.1',
    en: ['several answers in one', 'A status of WebDAV: the content holds one status for each of many things.'],
    'zh-CN': ['多个结果', 'WebDAV 的状态码：内容中为多项事物各列一个状态。'],
  },
  208: {
    at: 'RFC 5842 §7.1',
    en: ['told before', 'A status of WebDAV inside 207: this entry has been listed already.'],
    'zh-CN': ['前文已述', '用于 207 之内的 WebDAV 状态码：此项已列出过。'],
  },
  226: {
    at: 'RFC 3229 §10.4.1',
    en: ['a difference', 'The content is the change since a version that the client holds.'],
    'zh-CN': ['只发差异', '内容是相对于客户端所持版本的差异。'],
  },
  300: {
    at: 'RFC 9110 §15.4.1',
    en: ['there is a choice', 'The target stands for several things, and the client may pick one.'],
    'zh-CN': ['有多种选择', '目标对应多个内容，客户端可任选其一。'],
  },
  301: {
    at: 'RFC 9110 §15.4.2',
    en: ['moved for good', 'The target has a new address, in Location, and links should be changed to it.'],
    'zh-CN': ['永久迁移', '目标有了新地址（见 Location），链接应改为新地址。'],
  },
  302: {
    at: 'RFC 9110 §15.4.3',
    en: ['elsewhere for now', 'The target is at another address for the time being; links stay as they are.'],
    'zh-CN': ['暂在别处', '目标暂时位于另一地址，链接保持不变。'],
  },
  303: {
    at: 'RFC 9110 §15.4.4',
    en: ['look there', 'The answer to this request is at another address, to be fetched with GET.'],
    'zh-CN': ['请看别处', '此请求的结果在另一地址，用 GET 获取。'],
  },
  304: {
    at: 'RFC 9110 §15.4.5',
    en: [
      'what you hold is still good',
      'A condition of the client says that its copy is current, so no content is sent.',
    ],
    'zh-CN': ['手中副本仍然有效', '客户端的条件表明其副本是最新的，因此不发送内容。'],
  },
  305: {
    at: 'RFC 9110 §15.4.6',
    en: ['given up', 'It told clients to use a proxy, and was given up because anybody could send it.'],
    'zh-CN': ['已废弃', '曾要求客户端使用代理；因谁都可以发出而被废弃。'],
  },
  306: {
    at: 'RFC 9110 §15.4.7',
    en: ['not used', 'A number kept free from an early draft.'],
    'zh-CN': ['不再使用', '早期草案中的编号，现予保留。'],
  },
  307: {
    at: 'RFC 9110 §15.4.8',
    en: ['elsewhere for now, same method', 'Like 302, and the client must not turn POST into GET.'],
    'zh-CN': ['暂在别处，方法不变', '与 302 相同，但客户端不得把 POST 改成 GET。'],
  },
  308: {
    at: 'RFC 9110 §15.4.9',
    en: ['moved for good, same method', 'Like 301, and the client must not turn POST into GET.'],
    'zh-CN': ['永久迁移，方法不变', '与 301 相同，但客户端不得把 POST 改成 GET。'],
  },
  400: {
    at: 'RFC 9110 §15.5.1',
    en: ['the request is broken', 'The server cannot or will not read it, because it breaks a rule of HTTP.'],
    'zh-CN': ['请求有误', '请求违反 HTTP 规则，服务器无法或不愿处理。'],
  },
  401: {
    at: 'RFC 9110 §15.5.2',
    en: ['who are you?', 'The client must prove who it is; WWW-Authenticate says how.'],
    'zh-CN': ['请表明身份', '客户端须证明身份；WWW-Authenticate 说明方式。'],
  },
  402: {
    at: 'RFC 9110 §15.5.3',
    en: ['kept for payment', 'Set aside in 1997 for paying, and never given a meaning.'],
    'zh-CN': ['为付费保留', '1997 年为付费预留，至今没有含义。'],
  },
  403: {
    at: 'RFC 9110 §15.5.4',
    en: ['not for you', 'The server understood the request and refuses it; asking again will not help.'],
    'zh-CN': ['拒绝提供', '服务器明白请求但予以拒绝，重试无益。'],
  },
  404: {
    at: 'RFC 9110 §15.5.5',
    en: ['nothing there', 'There is nothing at this address, or the server does not want to say that there is.'],
    'zh-CN': ['此处没有', '该地址没有内容，或服务器不愿透露其存在。'],
  },
  405: {
    at: 'RFC 9110 §15.5.6',
    en: ['not with this method', 'The target is known, and this method is not among those that Allow lists.'],
    'zh-CN': ['不能用此方法', '目标存在，但此方法不在 Allow 所列之中。'],
  },
  406: {
    at: 'RFC 9110 §15.5.7',
    en: ['not in a form you accept', 'Nothing here fits what the Accept fields ask for.'],
    'zh-CN': ['没有可接受的形式', '这里没有符合各 Accept 字段要求的内容。'],
  },
  407: {
    at: 'RFC 9110 §15.5.8',
    en: ['who are you? asks the proxy', 'Like 401, for a proxy on the way.'],
    'zh-CN': ['代理要求身份', '与 401 相同，由途中的代理提出。'],
  },
  408: {
    at: 'RFC 9110 §15.5.9',
    en: ['too slow', 'The request did not arrive whole in the time the server gives for it.'],
    'zh-CN': ['太慢', '请求未能在服务器给出的时间内完整到达。'],
  },
  409: {
    at: 'RFC 9110 §15.5.10',
    en: ['in conflict', 'The request does not fit the state of the target, such as an edit of another version.'],
    'zh-CN': ['有冲突', '请求与目标的现状不符，例如改的是另一版本。'],
  },
  410: {
    at: 'RFC 9110 §15.5.11',
    en: ['gone for good', 'There was something here, and it will not come back.'],
    'zh-CN': ['已不复存在', '这里曾有内容，今后不会再有。'],
  },
  411: {
    at: 'RFC 9110 §15.5.12',
    en: ['say how long it is', 'The server takes this content only with a Content-Length.'],
    'zh-CN': ['请说明长度', '服务器只接受带 Content-Length 的内容。'],
  },
  412: {
    at: 'RFC 9110 §15.5.13',
    en: [
      'your condition does not hold',
      'The client made its request depend on the state of the file, and the file is in another state.',
    ],
    'zh-CN': ['条件不成立', '客户端让请求取决于文件的状态，而文件并非该状态。'],
  },
  413: {
    at: 'RFC 9110 §15.5.14',
    en: ['too much content', 'The client sends more than the server takes.'],
    'zh-CN': ['内容过大', '客户端所发超出服务器的上限。'],
  },
  414: {
    at: 'RFC 9110 §15.5.15',
    en: ['target too long', 'The server reads no target as long as this one.'],
    'zh-CN': ['目标过长', '服务器不接受如此长的目标。'],
  },
  415: {
    at: 'RFC 9110 §15.5.16',
    en: ['not this kind of content', 'The server does not take content of this type or coding for this target.'],
    'zh-CN': ['不支持此类内容', '对此目标，服务器不接受这种类型或编码的内容。'],
  },
  416: {
    at: 'RFC 9110 §15.5.17',
    en: ['no such part', 'None of the ranges asked for lies within the file; Content-Range says how long it is.'],
    'zh-CN': ['没有这一部分', '所要的范围都不在文件之内；Content-Range 说明文件长度。'],
  },
  417: {
    at: 'RFC 9110 §15.5.18',
    en: ['cannot do what you expect', 'The field Expect asks for something the server does not do.'],
    'zh-CN': ['无法满足期望', 'Expect 字段要求了服务器做不到的事。'],
  },
  418: {
    at: 'RFC 9110 §15.5.19',
    en: ['not used', 'A number kept free for the sake of a joke of 1998 about teapots.'],
    'zh-CN': ['不使用', '因 1998 年一则关于茶壶的玩笑而保留的编号。'],
  },
  421: {
    at: 'RFC 9110 §15.5.20',
    en: ['wrong door', 'The request names a host that this server does not answer for.'],
    'zh-CN': ['找错了地方', '请求所指的主机不归此服务器负责。'],
  },
  422: {
    at: 'RFC 9110 §15.5.21',
    en: ['well formed, yet meaningless', 'The content can be read and its instructions cannot be followed.'],
    'zh-CN': ['格式正确但无法执行', '内容可以读懂，但其指示无法执行。'],
  },
  423: {
    at: 'RFC 4918 §11.3',
    en: ['locked', 'A status of WebDAV: somebody holds a lock on the target.'],
    'zh-CN': ['已锁定', 'WebDAV 的状态码：目标已被他人锁定。'],
  },
  424: {
    at: 'RFC 4918 §11.4',
    en: ['another step failed', 'A status of WebDAV: this was not done because something it needs failed.'],
    'zh-CN': ['前提失败', 'WebDAV 的状态码：所依赖的操作失败，因此未执行。'],
  },
  425: {
    at: 'RFC 8470 §5.2',
    en: ['too early', 'The request came in the first flight of TLS, where it could be a replay.'],
    'zh-CN': ['为时过早', '请求在 TLS 首批数据中到达，可能是重放。'],
  },
  426: {
    at: 'RFC 9110 §15.5.22',
    en: ['use another protocol', 'The server answers only in a protocol that Upgrade names.'],
    'zh-CN': ['请改用其他协议', '服务器只以 Upgrade 所列协议作答。'],
  },
  428: {
    at: 'RFC 6585 §3',
    en: ['set a condition', 'The server changes nothing unless the client says which version it means.'],
    'zh-CN': ['须附条件', '除非客户端说明针对哪个版本，否则服务器不作更改。'],
  },
  429: {
    at: 'RFC 6585 §4',
    en: ['too many requests', 'The client asked too often in a short time; Retry-After may say when to come back.'],
    'zh-CN': ['请求过多', '客户端短时间内请求过于频繁；Retry-After 可说明何时再来。'],
  },
  431: {
    at: 'RFC 6585 §5',
    en: ['fields too large', 'One field, or all of them together, is larger than the server takes.'],
    'zh-CN': ['字段过大', '某个字段或全部字段合计超出服务器上限。'],
  },
  451: {
    at: 'RFC 7725 §3',
    en: ['withheld by law', 'A legal demand keeps the server from giving this out.'],
    'zh-CN': ['因法律原因不提供', '法律要求服务器不得提供此内容。'],
  },
  500: {
    at: 'RFC 9110 §15.6.1',
    en: ['a fault in the server', 'Something unexpected went wrong; the request itself may be fine.'],
    'zh-CN': ['服务器出错', '发生了意外错误，请求本身可能没有问题。'],
  },
  501: {
    at: 'RFC 9110 §15.6.2',
    en: ['not something it can do', 'The server does not know this method or transfer coding at all.'],
    'zh-CN': ['不具备此功能', '服务器完全不认识此方法或传输编码。'],
  },
  502: {
    at: 'RFC 9110 §15.6.3',
    en: ['a bad answer from behind', 'A gateway got an answer it could not use from the server behind it.'],
    'zh-CN': ['上游回应无效', '网关从后方服务器得到了无法使用的回应。'],
  },
  503: {
    at: 'RFC 9110 §15.6.4',
    en: ['not now', 'The server cannot answer for the moment; Retry-After says when to come back.'],
    'zh-CN': ['暂不可用', '服务器暂时无法回应；Retry-After 说明何时再来。'],
  },
  504: {
    at: 'RFC 9110 §15.6.5',
    en: ['no answer from behind', 'A gateway waited for the server behind it in vain.'],
    'zh-CN': ['上游超时', '网关未等到后方服务器的回应。'],
  },
  505: {
    at: 'RFC 9110 §15.6.6',
    en: ['not this version', 'The server does not speak the major version of HTTP that the request is in.'],
    'zh-CN': ['不支持此版本', '服务器不支持请求所用的 HTTP 主版本。'],
  },
  506: {
    at: 'RFC 2295 §8.1',
    en: ['a loop of choices', 'The server is set up so that choosing a variant leads to another choice.'],
    'zh-CN': ['选择成环', '服务器配置有误，选择一个变体又引出新的选择。'],
  },
  507: {
    at: 'RFC 4918 §11.5',
    en: ['no room left', 'A status of WebDAV: the server cannot store what it would have to.'],
    'zh-CN': ['空间不足', 'WebDAV 的状态码：服务器无法存储所需的内容。'],
  },
  508: {
    at: 'RFC 5842 §7.2',
    en: ['a loop', 'A status of WebDAV: the folders lead in a circle.'],
    'zh-CN': ['循环', 'WebDAV 的状态码：文件夹互相成环。'],
  },
  510: {
    at: 'RFC 2774 §7',
    en: ['given up', 'It asked for an extension of HTTP that nobody uses.'],
    'zh-CN': ['已废弃', '曾要求一种无人使用的 HTTP 扩展。'],
  },
  511: {
    at: 'RFC 6585 §6',
    en: [
      'sign in to the network',
      'Sent by the network itself, such as the sign-in page of a hotel, not by the server.',
    ],
    'zh-CN': ['须登录网络', '由网络本身（例如酒店的登录页）发出，而非服务器。'],
  },
} as const satisfies Notes

/** Any other status, by its first digit (RFC 9110 §15). */
export const statusClassNotes = {
  1: {
    at: 'RFC 9110 §15.2',
    en: ['on the way', 'No registered status; 1xx tells how things go before the real answer.'],
    'zh-CN': ['进行中', '未注册的状态码；1xx 表示正式回应之前的进展。'],
  },
  2: {
    at: 'RFC 9110 §15.3',
    en: ['success of some kind', 'No registered status; a client takes any 2xx it does not know for 200.'],
    'zh-CN': ['某种成功', '未注册的状态码；客户端把不认识的 2xx 当作 200。'],
  },
  3: {
    at: 'RFC 9110 §15.4',
    en: ['more is to be done', 'No registered status; a client takes any 3xx it does not know for 300.'],
    'zh-CN': ['尚需进一步操作', '未注册的状态码；客户端把不认识的 3xx 当作 300。'],
  },
  4: {
    at: 'RFC 9110 §15.5',
    en: ['the client erred', 'No registered status; a client takes any 4xx it does not know for 400.'],
    'zh-CN': ['客户端有误', '未注册的状态码；客户端把不认识的 4xx 当作 400。'],
  },
  5: {
    at: 'RFC 9110 §15.6',
    en: ['the server erred', 'No registered status; a client takes any 5xx it does not know for 500.'],
    'zh-CN': ['服务器有误', '未注册的状态码；客户端把不认识的 5xx 当作 500。'],
  },
} as const satisfies Notes
