/** What the system tells of a process (proc(5)); only Linux does. */
import { readdir, readFile } from 'node:fs/promises'

/** How many descriptors the process has open. */
export async function openDescriptors(pid: number): Promise<number> {
  return (await readdir(`/proc/${String(pid)}/fd`)).length
}

/** How much memory the process has in use, in octets. */
export async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024
}
