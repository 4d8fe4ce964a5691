import type { PortholeApi } from '../../../preload/contract'
import type { ClearLog } from '../../state/clear-log.svelte'
import type { Session } from '../../state/session.svelte'
import type { View } from '../../state/view.svelte'
import type { Grouping } from '../requests/row-groups'
import type { ActionOffer, ActionOffers } from './action-registry.svelte'

/** What the actions of the whole window work on. */
export interface WindowParts {
  readonly api: PortholeApi
  readonly session: Session
  readonly view: View
  readonly clearing: ClearLog
  /** Whether the requests are what the window shows. */
  readonly showsLog: () => boolean
  /** Whether the requests are those of the live log, or of a saved session. */
  readonly source: 'log' | 'file'
  /** Brings the focus to the requests. */
  readonly focusRequests: () => void
}

/** Gives the offers of everything that is done to the window as a whole. */
export function windowActions(parts: WindowParts): ActionOffers {
  const live = parts.source === 'log' ? { ...servingActions(parts), ...recordingActions(parts) } : {}
  return { ...live, ...logActions(parts), ...viewActions(parts) }
}

function servingActions({ api, session, view }: WindowParts): ActionOffers {
  const { serving, shares } = session
  const sharing = (): boolean => shares.all.length > 0
  return {
    shareFolder: {
      run: () => {
        if (api.shell === 'console') view.sheet = 'path'
        else void shares.chooseFolder()
      },
    },
    shareEcho: {
      enabled: () => !shares.all.some(({ kind }) => kind === 'echo'),
      run: () => void shares.shareEcho(),
    },
    startServing: { enabled: () => sharing() && !serving.on, run: () => void serving.start(null) },
    stopServing: { enabled: () => sharing() && serving.on, run: () => void serving.stop() },
    openHere: { enabled: () => sharing() && serving.on, run: () => void serving.open() },
    copyAddress: {
      enabled: () => serving.on && serving.address !== null,
      run: () => {
        if (serving.address !== null) void session.copy(`${serving.address.origin}/`)
      },
    },
  }
}

/** What is done to a log that goes on. */
function recordingActions({ api, session: { log, notices }, view, clearing, showsLog }: WindowParts): ActionOffers {
  return {
    openDetailWindow: {
      enabled: () => showsLog() && view.selectedId !== null && !view.selection.isSeveral,
      run: () => {
        if (view.selectedId !== null) void notices.settle(api.openDetailWindow(view.selectedId))
      },
    },
    pause: {
      enabled: showsLog,
      run: () => {
        log.togglePause()
      },
    },
    follow: {
      enabled: () => showsLog() && !log.paused,
      run: () => {
        view.following = !view.following
      },
    },
    clear: {
      enabled: showsLog,
      run: () => {
        view.select(null)
        void clearing.clear()
      },
    },
  }
}

function logActions({ view, showsLog }: WindowParts): ActionOffers {
  const groupBy = (grouping: Grouping): ActionOffer => ({
    enabled: () => showsLog() && view.grouping !== grouping,
    run: () => {
      view.grouping = grouping
    },
  })
  return {
    groupByNone: groupBy('none'),
    groupByClient: groupBy('client'),
    groupByConnection: groupBy('connection'),
    groupByFile: groupBy('file'),
    groupByTransfer: groupBy('transfer'),
  }
}

function viewActions({ view, showsLog, focusRequests, source }: WindowParts): ActionOffers {
  const live = (): boolean => source === 'log'
  return {
    settings: {
      enabled: live,
      run: () => {
        view.openSettings()
      },
    },
    showPalette: {
      run: () => {
        view.sheet = 'palette'
      },
    },
    showKeys: {
      run: () => {
        view.sheet = 'keys'
      },
    },
    dock: {
      enabled: showsLog,
      run: () => {
        view.cycleDock()
      },
    },
    lesson: {
      enabled: live,
      run: () => {
        view.lesson.open()
      },
    },
    // Out of the lesson; else from the detail to the requests, then to no request.
    back: {
      run: () => {
        if (view.lesson.at !== null) view.lesson.close()
        else if (document.activeElement?.closest('.detail') == null) view.select(null)
        else focusRequests()
      },
    },
  }
}
