import { messages } from './message'

/** Both heads of an exchange, to be taken elsewhere. */
export const raw = messages({
  form: { en: 'Written as', 'zh-CN': '写法' },
  text: { en: 'Text', 'zh-CN': '文本' },
  hex: { en: 'Hex', 'zh-CN': '十六进制' },
  c: { en: 'C array', 'zh-CN': 'C 数组' },
  base64: { en: 'Base64', 'zh-CN': 'Base64' },
  copyRequest: { en: 'Copy the request', 'zh-CN': '复制请求' },
  copyResponse: { en: 'Copy the response', 'zh-CN': '复制响应' },
  saveRequest: { en: 'Save the bytes of the request', 'zh-CN': '保存请求的字节' },
  saveResponse: { en: 'Save the bytes of the response', 'zh-CN': '保存响应的字节' },
  saved: { en: 'Saved', 'zh-CN': '已保存' },
  failed: { en: 'Could not be saved', 'zh-CN': '无法保存' },
})
