/** One socket of the console: calls in, answers and batches out. The WebSocket twin of the desktop's IPC. */
import type { RawData, WebSocket } from 'ws'
import { ContractError } from '../../preload/arguments'
import { commandArguments } from '../../preload/contract'
import type { Command } from '../../preload/contract'
import type { CallMessage, ToPage } from '../../preload/console-wire'
import type { Session } from '../share/porthole'

/** A page that lets so much pile up has stopped reading; it will take a snapshot when it comes back. */
const MOST_BUFFERED = 16 * 1024 * 1024

export interface CarrierOptions {
  readonly socket: WebSocket
  readonly session: Session
  /** Called with what was a bug of ours, not a breach by the page. */
  readonly onUnexpected: (error: unknown) => void
}

/** Serves the socket until it closes, then ends its session. */
export function carryContract({ socket, session, onUnexpected }: CarrierOptions): void {
  const send = (message: ToPage): void => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate()
    else socket.send(JSON.stringify(message))
  }
  session.subscribe((batch) => {
    send({ type: 'batch', batch })
  })
  socket.on('message', (raw, isBinary) => {
    const call = isBinary ? undefined : readCall(raw)
    if (call === undefined) {
      // What does not even look like a call has no id to answer to.
      socket.close(1008, 'not a call')
      return
    }
    void answer(session, call, onUnexpected).then(send)
  })
  // The close that follows says all that there is to do.
  socket.on('error', () => undefined)
  socket.on('close', () => {
    session.close()
  })
}

async function answer(session: Session, call: CallMessage, onUnexpected: (error: unknown) => void): Promise<ToPage> {
  const { id } = call
  try {
    const command = parseCommand(call.command)
    const argument: unknown = commandArguments[command](call.argument)
    // Each handler takes what its own parser gives; TypeScript cannot see that both come from one name.
    const handler = session.commands[command] as (argument: unknown) => Promise<unknown>
    return { type: 'answer', id, value: await handler(argument) }
  } catch (error) {
    if (error instanceof ContractError) return { type: 'failure', id, message: error.message }
    onUnexpected(error)
    return { type: 'failure', id, message: 'Cannot carry out the command: an unexpected error' }
  }
}

function parseCommand(name: string): Command {
  if (Object.hasOwn(commandArguments, name)) return name as Command
  throw new ContractError(`Cannot carry out ${JSON.stringify(name)}: there is no such command`)
}

function readCall(raw: RawData): CallMessage | undefined {
  // With one listener of one kind, ws gives each text as one Buffer.
  if (!(raw instanceof Buffer)) return undefined
  let value: unknown
  try {
    value = JSON.parse(raw.toString('utf8'))
  } catch {
    return undefined
  }
  return isCall(value) ? value : undefined
}

function isCall(value: unknown): value is CallMessage {
  if (typeof value !== 'object' || value === null) return false
  const { type, id, command } = value as Partial<Record<keyof CallMessage, unknown>>
  return type === 'call' && Number.isSafeInteger(id) && typeof command === 'string'
}
