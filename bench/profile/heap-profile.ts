/** Who allocated what is still there: a `.heapprofile` as V8 writes it, folded by function. */
import { keyOf } from './cpu-profile'
import type { CallFrame } from './cpu-profile'

/** The fields of the format that are read here. */
export interface HeapNode {
  readonly callFrame: CallFrame
  /** Octets that it allocated itself. */
  readonly selfSize: number
  readonly children: readonly HeapNode[]
}

export interface FunctionAllocation {
  readonly frame: CallFrame
  readonly selfBytes: number
}

/** Gives what every function has allocated, the ones with the most first. */
export function foldHeapProfile(head: HeapNode): readonly FunctionAllocation[] {
  const allocations = new Map<string, { frame: CallFrame; selfBytes: number }>()
  const visit = ({ callFrame, selfSize, children }: HeapNode): void => {
    const key = keyOf(callFrame)
    const allocation = allocations.get(key) ?? { frame: callFrame, selfBytes: 0 }
    allocations.set(key, allocation)
    allocation.selfBytes += selfSize
    children.forEach(visit)
  }
  visit(head)
  return [...allocations.values()].toSorted((one, other) => other.selfBytes - one.selfBytes)
}
