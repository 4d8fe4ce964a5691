/** The commands by which a person keeps an exchange: marks, pins, comments. */
import { MOST_KEPT } from '../../preload/exchange-notes'
import type { Answer, Commands } from '../../preload/contract'
import type { NotesChange } from './exchange-notes'
import type { ExchangeLog } from './exchange-log'

export type NotingCommand = 'markExchanges' | 'pinExchanges' | 'commentExchange'

export function noting(log: ExchangeLog): Pick<Commands, NotingCommand> {
  const annotate = (ids: readonly number[], change: NotesChange): Answer<null> =>
    log.annotate(ids, change)
      ? { ok: true, value: null }
      : { ok: false, fault: { code: 'kept-full', about: String(MOST_KEPT) } }
  return {
    markExchanges: async ({ ids, mark }) => annotate(ids, { mark }),
    pinExchanges: async ({ ids, pinned }) => annotate(ids, { pinned }),
    commentExchange: async ({ id, text }) => annotate([id], { comment: text.trim() }),
  }
}
