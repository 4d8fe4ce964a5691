/** What a process and its descendants have taken of the machine (proc(5)); only Linux says. */
import { readFile, readdir } from 'node:fs/promises'

/** `sysconf(_SC_CLK_TCK)`: 100 on every Linux there is today. */
const TICKS_PER_SECOND = 100

/** Gives the process and all that it has started, directly or not. */
export async function processTree(pid: number): Promise<readonly number[]> {
  const tasks = await readdir(`/proc/${String(pid)}/task`).catch(() => [])
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${String(pid)}/task/${task}/children`, 'latin1').catch(() => '')),
  )
  const children = lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
  return [pid, ...(await Promise.all(children.map(processTree))).flat()]
}

/** Processor time of the whole tree so far, of user and system, in milliseconds. */
export async function processorMs(pid: number): Promise<number> {
  const pids = await processTree(pid)
  const times = await Promise.all(
    pids.map(async (each) =>
      parseProcessorTicks(await readFile(`/proc/${String(each)}/stat`, 'latin1').catch(() => '')),
    ),
  )
  return (times.reduce((sum, ticks) => sum + ticks, 0) * 1000) / TICKS_PER_SECOND
}

/** Memory of the whole tree, in octets; what several of them share is counted once for all (`Pss`). */
export async function memoryBytes(pid: number): Promise<number> {
  const pids = await processTree(pid)
  const sizes = await Promise.all(
    pids.map(async (each) => {
      const text = await readFile(`/proc/${String(each)}/smaps_rollup`, 'latin1').catch(() => '')
      return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Reads user and system time out of `/proc/PID/stat`, in clock ticks; 0 for a process that has gone. */
export function parseProcessorTicks(stat: string): number {
  // The name may contain anything, so that fields are counted from its closing parenthesis.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}
