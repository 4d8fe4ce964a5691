import type { DeviceKind } from '../../preload/views'
import type { IconName } from './icons'

/** The class that gives a client its hue: eight that colour-blind eyes can part, in the order clients came. */
export function clientHue(id: number): string {
  return `c${String(((id - 1) % 8) + 1)}`
}

/** The class that gives a connection its hue: the same eight, so that connections that follow each other differ. */
export function connectionHue(id: number): string {
  return clientHue(id)
}

/** The icon for a kind of device. */
export function deviceIcon(device: DeviceKind): IconName {
  return device === 'unknown' ? 'device-unknown' : device
}
