import type { ClientView, ExchangeRow } from '../../../preload/views'
import { escapeForLog } from '../../../preload/inert-text'

/** What the table and the detail call a client: its name where one is known, else its address. Inert text. */
export function clientName(client: ClientView): string {
  return escapeForLog(client.name ?? client.address)
}

/** Where a request came from, `192.168.1.31:50412`, with an IPv6 address in brackets; the address alone without a port. */
export function clientSocket({ port }: ExchangeRow, client: ClientView | undefined): string | undefined {
  if (client === undefined || port === undefined) return client?.address
  return `${client.address.includes(':') ? `[${client.address}]` : client.address}:${String(port)}`
}
