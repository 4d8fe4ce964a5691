import { curlForCmd, curlForPowerShell, curlForShell } from './curl-command'
import type { CopiedCommand } from './copied-command'
import { fetchCall } from './fetch-call'
import type { KnownRequest } from './known-request'
import { wgetCommand } from './wget-command'

/** The forms in which a request can be copied, in the order in which they are offered. */
export const copyForms = ['curl-sh', 'curl-cmd', 'curl-powershell', 'wget', 'fetch'] as const
export type CopyForm = (typeof copyForms)[number]

/** Gives the request in a form, or undefined where that form cannot say it. */
export function copyAs(form: CopyForm, request: KnownRequest): CopiedCommand | undefined {
  switch (form) {
    case 'curl-sh':
      return curlForShell(request)
    case 'curl-cmd':
      return curlForCmd(request)
    case 'curl-powershell':
      return curlForPowerShell(request)
    case 'wget':
      return wgetCommand(request)
    case 'fetch':
      return fetchCall(request)
  }
}

/**
 * Gives the form that most people on a system can paste.
 *
 * @param platform as `navigator.platform` has it: `Win32`, `MacIntel`, `Linux x86_64`
 */
export function usualForm(platform: string): CopyForm {
  return platform.startsWith('Win') ? 'curl-powershell' : 'curl-sh'
}
