import { negotiateLanguage } from '../../http/accept'

/** The languages our pages are written in; the first is for readers of neither. */
export const PAGE_LANGUAGES = ['en', 'zh-CN'] as const

export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

/** Chooses the reader's language by the Accept-Language field. */
export function choosePageLanguage(acceptLanguage: string | undefined): PageLanguage {
  return negotiateLanguage(acceptLanguage, PAGE_LANGUAGES)
}
