import { nameStatus } from '../../text/requests'
import type { WireNode } from '../detail/wire-tree'

/** Names a part of a head: by what it says where that is a name, else by what it is. */
export function titleOf({ about, label }: WireNode): string {
  switch (about.area) {
    case 'method':
    case 'version':
    case 'field':
      return about.name
    case 'status':
      return /^\d+$/.test(about.name) ? nameStatus(Number(about.name)) : about.name
    case 'syntax':
    case 'framing':
      return label
  }
}
