import type { Socket } from 'node:net'
import type { ConnectionFacts } from './handler'

/** An IPv4 client on a socket that takes both (RFC 4291 §2.5.5.2). */
const IPV4_MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** Gives the address as people write it: an IPv4-mapped IPv6 address becomes the IPv4 one, any other stays. */
export function plainAddress(address: string): string {
  return IPV4_MAPPED.exec(address)?.[1] ?? address
}

/** Reads both ends of a socket, or gives undefined when the client has already gone. */
export function readConnectionFacts(socket: Socket, connectionId: number): ConnectionFacts | undefined {
  const { remoteAddress, remotePort, localAddress, localPort } = socket
  if (remoteAddress === undefined || remotePort === undefined) return undefined
  if (localAddress === undefined || localPort === undefined) return undefined
  return {
    connectionId,
    remoteAddress: plainAddress(remoteAddress),
    remotePort,
    localAddress: plainAddress(localAddress),
    localPort,
  }
}
