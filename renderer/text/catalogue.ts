/** Everything the window says, in every language, by area. A new area is one import and one line here. */
import { autopsy, parserStates, smugglingNames, smugglingSays } from './autopsy'
import { closeReasons, closeSentences, connections } from './connections'
import { content } from './content'
import { digest } from './digest'
import { detail, expectations, explanations, protocols } from './detail'
import { detailWindow } from './detail-window'
import { exchange } from './exchange'
import { faults } from './faults'
import { filter, filterFaults } from './filter'
import {
  filterFlagHints,
  filterFlags,
  filterFlagsNot,
  filterKeys,
  filterPhrases,
  filterPossessions,
} from './filter-phrases'
import { har } from './har'
import { groups } from './groups'
import { keeping } from './keeping'
import { keys } from './keys'
import { lab, labPredictions } from './lab'
import { lintNames, lintSays, lints } from './lints'
import { lesson } from './lesson/lesson'
import { speak, type Language, type Spoken } from './message'
import { palette } from './palette'
import { here, inferred } from './notes/here'
import { raw } from './raw'
import { savings } from './savings'
import { methods, reasons, requests, statuses } from './requests'
import { settings } from './settings'
import { shell } from './shell'
import { states } from './states'
import { story } from './story'
import { strip } from './strip'
import { timing } from './timing'
import { statistics } from './statistics'
import { transfers } from './transfers'

export const catalogue = {
  shell,
  settings,
  keys,
  palette,
  lesson,
  states,
  transfers,
  digest,
  savings,
  faults,
  filter,
  filterFaults,
  filterFlagHints,
  filterFlags,
  filterFlagsNot,
  filterKeys,
  filterPhrases,
  filterPossessions,
  requests,
  lab,
  labPredictions,
  groups,
  har,
  keeping,
  statistics,
  reasons,
  methods,
  statuses,
  detail,
  detailWindow,
  connections,
  closeSentences,
  closeReasons,
  timing,
  strip,
  protocols,
  explanations,
  expectations,
  content,
  raw,
  story,
  autopsy,
  parserStates,
  smugglingNames,
  smugglingSays,
  inferred,
  here,
  lints,
  lintNames,
  lintSays,
  exchange,
}

type Areas = typeof catalogue
/** All areas in one language. */
export type Catalogue = { readonly [A in keyof Areas]: Spoken<Areas[A]> }

/** Gives all areas in one language: `speakAll('en').shell.copy` is `Copy`. */
export function speakAll(language: Language): Catalogue {
  const spoken = Object.entries(catalogue).map(([area, texts]) => [area, speak(texts, language)])
  return Object.fromEntries(spoken) as Catalogue
}

/**
 * Chooses the language of the window: the one that was set, else the nearest to the system's.
 *
 * @param system a BCP 47 tag; every kind of Chinese is nearer to Simplified Chinese than to English
 */
export function chooseLanguage(setting: Language | 'system', system: string): Language {
  if (setting !== 'system') return setting
  return /^zh\b/i.test(system) ? 'zh-CN' : 'en'
}
