/** What a fault is in a terminal: one sentence that says the act and the state. */
import type { Fault } from '../../preload/views'
import { escapeForLog } from '../../preload/inert-text'

/** @param path as it was typed */
export function shareSentence({ code }: Fault, path: string): string {
  const act = `Cannot share "${escapeForLog(path)}"`
  switch (code) {
    case 'share-not-found':
      return `${act}: there is no such folder or file`
    case 'share-not-shareable':
      return `${act}: expected a folder or a file, and it is something else`
    default:
      return `${act}: it cannot be read`
  }
}

/** What should be known of a share that was made all the same; undefined for what is told in another way. */
export function noticeSentence({ code, about = '' }: Fault): string | undefined {
  if (code !== 'share-wide') return undefined
  return `Note: "${escapeForLog(about)}" is a whole drive or a home folder: visitors can read all of it that is not hidden`
}

export function servingSentence({ code, about = '', alternative }: Fault): string {
  switch (code) {
    case 'port-in-use': {
      const free = alternative === undefined ? '' : `; ${String(alternative)} is free`
      return `Cannot serve on port ${about}: another program uses it${free}`
    }
    case 'port-forbidden':
      return `Cannot serve on port ${about}: this system does not let us`
    case 'host-unavailable':
      return `Cannot listen on ${about}: it is no address of this machine`
    default:
      return `Cannot serve: ${code}`
  }
}

export function consoleSentence(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Cannot open the console on port ${String(port)}: another program uses it`
  if (code === 'EACCES') return `Cannot open the console on port ${String(port)}: this system does not let us`
  if (code === 'ENOENT') return 'Cannot open the console: its page has not been built'
  return error instanceof Error ? error.message : 'Cannot open the console'
}
