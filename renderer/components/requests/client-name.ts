import type { ClientView } from '../../../preload/views'
import { escapeForLog } from '../../../preload/inert-text'

/** What the table and the detail call a client: its name where one is known, else its address. Inert text. */
export function clientName(client: ClientView): string {
  return escapeForLog(client.name ?? client.address)
}
