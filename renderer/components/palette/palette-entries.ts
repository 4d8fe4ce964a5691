/** What there is to list in the palette, made of the state of the window at the moment it opens. */
import { escapeForLog, decodeTarget } from '../../../preload/inert-text'
import type { SavedFilter } from '../../../preload/settings'
import type { ClientView, ExchangeRow } from '../../../preload/views'
import { catalogue } from '../../text/catalogue'
import type { Catalogue } from '../../text/catalogue'
import { fileKind } from '../../text/file-kind'
import { deviceIcon } from '../client-look'
import { factsOf, shortcutFor, type ActionId } from '../keys/actions'
import { clientName } from '../requests/client-name'
import { lookIcon, lookOf } from '../requests/row-look'
import type { PaletteEntry } from './entry'

/** The newest so many requests are searched by their path; any other is found by its number. */
const SEARCHED_REQUESTS = 5000
const MOST_FILES = 1000
/** A longer target is cut: nobody types so much, and each costs its length at every key. */
const LONGEST_TARGET = 200

interface Source {
  readonly t: Catalogue
  readonly run: (id: ActionId) => void
  /** `⌘` or `Ctrl+`. */
  readonly command: string
}

/** Gives the commands that can be done now. */
export function commandEntries(possible: readonly ActionId[], { t, run, command }: Source): PaletteEntry[] {
  return possible
    .filter((id) => factsOf(id).unlisted !== true)
    .map((id) => {
      const shortcut = shortcutFor(id, command)
      return {
        id: `command-${id}`,
        group: 'commands',
        icon: factsOf(id).icon ?? 'terminal',
        label: t.keys[id],
        // Whoever knows the command by its name in the other language finds it too.
        keywords: `${catalogue.keys[id].en} ${catalogue.keys[id]['zh-CN']}`,
        ...(shortcut !== undefined && { shortcut }),
        run: () => {
          run(id)
        },
      }
    })
}

/** Gives the saved filters; each is applied. */
export function filterEntries(saved: readonly SavedFilter[], apply: (query: string) => void): PaletteEntry[] {
  return saved.map(({ name, query }) => ({
    id: `filter-${name}`,
    group: 'filters',
    icon: 'star',
    label: escapeForLog(name),
    aside: escapeForLog(query),
    keywords: escapeForLog(query),
    run: () => {
      apply(query)
    },
  }))
}

/** Gives the newest requests, the newest first. */
export function requestEntries(
  rows: readonly ExchangeRow[],
  { t, open, now }: { readonly t: Catalogue; readonly open: (id: number) => void; readonly now: number },
): PaletteEntry[] {
  const newest = rows.slice(-SEARCHED_REQUESTS).reverse()
  return newest.map((row) => requestEntry(row, { t, open, now }))
}

function requestEntry(
  row: ExchangeRow,
  { t, open, now }: { readonly t: Catalogue; readonly open: (id: number) => void; readonly now: number },
): PaletteEntry {
  const target = decodeTarget((row.target ?? '').slice(0, LONGEST_TARGET))
  const said = row.target === null ? t.requests.unreadRequest : `${escapeForLog(row.method ?? '')} ${target}`
  return {
    id: `request-${String(row.id)}`,
    group: 'requests',
    icon: lookIcon(lookOf(row, now)),
    label: `#${String(row.id)} ${said}`,
    ...(row.status !== null && { aside: String(row.status) }),
    run: () => {
      open(row.id)
    },
  }
}

/** Gives the request that was asked for by its number, `9301` or `#9301`, when it is not among the others. */
export function numberedEntry(
  typed: string,
  find: (id: number) => ExchangeRow | undefined,
  how: { readonly t: Catalogue; readonly open: (id: number) => void; readonly now: number },
): PaletteEntry | undefined {
  const digits = /^\s*#?(\d{1,15})\s*$/.exec(typed)?.[1]
  const row = digits === undefined ? undefined : find(Number(digits))
  return row === undefined ? undefined : requestEntry(row, how)
}

/** Gives the files that were asked for, the newest first; each leads to its newest request. */
export function fileEntries(rows: readonly ExchangeRow[], open: (id: number) => void): PaletteEntry[] {
  const seen = new Map<string, PaletteEntry>()
  for (let at = rows.length - 1; at >= 0 && seen.size < MOST_FILES; at -= 1) {
    const row = rows[at]
    if (row?.file == null) continue
    const { file, id } = row
    const key = `${String(file.shareId)} ${file.path}`
    if (seen.has(key) || file.path === '') continue
    seen.set(key, {
      id: `file-${key}`,
      group: 'files',
      icon: fileKind(file.path),
      label: escapeForLog(file.path),
      aside: `#${String(id)}`,
      run: () => {
        open(id)
      },
    })
  }
  return [...seen.values()]
}

/** Gives the clients in the order of the sidebar; each leads to its newest request. */
export function clientEntries(
  clients: readonly ClientView[],
  openNewestOf: (clientId: number) => void,
): PaletteEntry[] {
  return clients.map((client) => ({
    id: `client-${String(client.id)}`,
    group: 'clients',
    icon: deviceIcon(client.device),
    label: clientName(client),
    aside: escapeForLog(client.name === null ? (client.agent ?? '') : client.address),
    keywords: escapeForLog(`${client.address} ${client.agent ?? ''}`),
    run: () => {
      openNewestOf(client.id)
    },
  }))
}
