/** Who took the processor's time: a `.cpuprofile` as V8 writes it, folded by function. */

/** Where a function stands; lines and columns count from 0. */
export interface CallFrame {
  readonly functionName: string
  readonly url: string
  readonly lineNumber: number
  readonly columnNumber: number
}

/** The fields of the format that are read here. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: CallFrame
    readonly children?: readonly number[]
  }[]
  /** The node that ran, sample by sample. */
  readonly samples: readonly number[]
  /** Microseconds from the sample before, for each. */
  readonly timeDeltas: readonly number[]
}

/** One function with all of its calls. */
export interface FunctionTime {
  readonly frame: CallFrame
  /** Microseconds in itself. */
  readonly selfUs: number
  /** Microseconds in itself and in what it called; a call within a call of the same function counts once. */
  readonly totalUs: number
}

/** Gives the time of every function, the ones with the most in themselves first. */
export function foldCpuProfile({ nodes, samples, timeDeltas }: CpuProfile): readonly FunctionTime[] {
  const selfOfNode = new Map<number, number>()
  for (const [index, id] of samples.entries()) {
    selfOfNode.set(id, (selfOfNode.get(id) ?? 0) + Math.max(0, timeDeltas[index] ?? 0))
  }
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const times = new Map<string, { frame: CallFrame; selfUs: number; totalUs: number }>()
  const visit = (id: number, callers: readonly string[]): number => {
    const node = byId.get(id)
    if (node === undefined) return 0
    const key = keyOf(node.callFrame)
    const time = times.get(key) ?? { frame: node.callFrame, selfUs: 0, totalUs: 0 }
    times.set(key, time)
    const selfUs = selfOfNode.get(id) ?? 0
    const below = (node.children ?? []).reduce((sum, child) => sum + visit(child, [...callers, key]), 0)
    time.selfUs += selfUs
    if (!callers.includes(key)) time.totalUs += selfUs + below
    return selfUs + below
  }
  const [root] = nodes
  if (root !== undefined) visit(root.id, [])
  return [...times.values()].toSorted((one, other) => other.selfUs - one.selfUs)
}

export function keyOf({ functionName, url, lineNumber, columnNumber }: CallFrame): string {
  return [functionName, url, lineNumber, columnNumber].join('\n')
}
