/** A request as a call of curl. Checked against curl 8; every option used is in curl 7.55 of 2017, or older. */
import { cmdQuote, powerShellQuote, shellQuoteOctets } from '../../preload/inert-text'
import type { CopiedCommand, CopyNote } from './copied-command'
import {
  addressOf,
  contentNotes,
  encodeOctets,
  hostOf,
  isOriginForm,
  isTypeable,
  materialFields,
} from './copied-command'
import type { KnownRequest, RequestField } from './known-request'

/** One option, and its argument as latin1 text where it has one. */
interface CurlOption {
  readonly name: string
  readonly argument?: string
}

/** For a POSIX shell. Every octet of a field goes through. */
export function curlForShell(request: KnownRequest): CopiedCommand {
  const words = optionsOf(request).map((option) => said(option, shellQuoteOctets))
  return { text: ['curl', ...words].join(' \\\n  '), notes: notesOf(request, []) }
}

/** For the prompt of cmd.exe. */
export function curlForCmd(request: KnownRequest): CopiedCommand {
  const { kept, leftOut } = typeable(request)
  const words = optionsOf(kept).map((option) => said(option, cmdQuote))
  return { text: ['curl', ...words].join(' '), notes: notesOf(request, leftOut) }
}

/**
 * For PowerShell, old and new. They differ in how they hand a double quote to a program, so where there is one the
 * options go to curl's standard input, as a configuration file.
 */
export function curlForPowerShell(request: KnownRequest): CopiedCommand {
  const { kept, leftOut } = typeable(request)
  const options = optionsOf(kept)
  const notes = notesOf(request, leftOut)
  // A backslash at the end would stand before the quote that Windows PowerShell puts around an argument with spaces.
  if (options.some(({ argument }) => argument !== undefined && /"|\\$/.test(argument))) {
    const lines = options.map((option) => said(option, quoteInConfig, ' = ').slice(2))
    return { text: [`@'`, ...lines, `'@ | curl.exe --config -`].join('\n'), notes }
  }
  // Its own `curl` is another program (Windows PowerShell 5.1).
  const words = options.map((option) => said(option, powerShellQuote))
  return { text: ['curl.exe', ...words].join(' '), notes }
}

function said({ name, argument }: CurlOption, quote: (text: string) => string, between = ' '): string {
  return argument === undefined ? `--${name}` : `--${name}${between}${quote(argument)}`
}

/** Inside double quotes curl's own files know escapes (curl's manual, `--config`). */
function quoteInConfig(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function optionsOf(request: KnownRequest): readonly CurlOption[] {
  const { method, target, version } = request
  return [
    ...methodOptions(method),
    ...(version === 'HTTP/1.0' ? [{ name: 'http1.0' }] : []),
    ...hostOptions(request),
    ...materialFields(request).map(fieldOption),
    // A target is sent as it stands: no braces taken for a pattern, no dots resolved.
    ...(/[[\]{}]/.test(addressOf(request)) ? [{ name: 'globoff' }] : []),
    ...(/\/(?:\.|%2e){1,2}(?:[/?]|$)/i.test(target) ? [{ name: 'path-as-is' }] : []),
    ...(isOriginForm(target) ? [] : [{ name: 'request-target', argument: encodeOctets(target) }]),
    { name: 'url', argument: addressOf(request) },
  ]
}

function methodOptions(method: string): readonly CurlOption[] {
  if (method === 'GET') return []
  // With `--request HEAD` curl would wait for content that never comes.
  return method === 'HEAD' ? [{ name: 'head' }] : [{ name: 'request', argument: method }]
}

function hostOptions(request: KnownRequest): readonly CurlOption[] {
  const host = hostOf(request)
  if (host === request.authority) return []
  // A name without a value takes the field away; one that is empty on purpose ends in a semicolon.
  if (host === undefined) return [{ name: 'header', argument: 'Host:' }]
  return [fieldOption({ name: 'Host', value: host })]
}

function fieldOption({ name, value }: RequestField): CurlOption {
  return { name: 'header', argument: value === '' ? `${name};` : `${name}: ${value}` }
}

/** At the prompts of Windows what is beyond US-ASCII depends on code pages, and a tab completes file names. */
function typeable(request: KnownRequest): { readonly kept: KnownRequest; readonly leftOut: readonly string[] } {
  const kept = request.fields.filter(({ value }) => isTypeable(value))
  const leftOut = materialFields(request).filter(({ value }) => !isTypeable(value))
  return { kept: { ...request, fields: kept }, leftOut: leftOut.map(({ name }) => name) }
}

function notesOf(request: KnownRequest, leftOut: readonly string[]): readonly CopyNote[] {
  const isChanged = isOriginForm(request.target) && !/^[!-~]*$/.test(request.target)
  return [
    ...contentNotes(request),
    ...(leftOut.length > 0 ? [{ kind: 'fields-left-out', names: leftOut } as const] : []),
    ...(isChanged ? [{ kind: 'target-changed' } as const] : []),
  ]
}
