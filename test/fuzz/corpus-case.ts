const NAMED: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', '\t': '\\t', '\0': '\\0', '\\': '\\\\' }

/** A run of one octet that is longer is written as a repetition. */
const LONGEST_RUN = 40

/**
 * Writes octets as a request of test/corpus, ready to be put under a heading; `readVisible` reads it back.
 *
 * @param octets latin1 text
 */
export function asCorpusCase(octets: string): string {
  const visible = octets.replace(/([^])\1*/g, (run, octet: string) => {
    const written = visibleOctet(octet)
    // The braces of a repetition cannot hold their own end.
    return run.length > LONGEST_RUN && octet !== '}'
      ? `\\{${String(run.length)}:${written}}`
      : written.repeat(run.length)
  })
  // A line for each line: breaks of the text itself mean nothing there.
  return visible.replaceAll(/((?:\\r)?\\n)(?!$)/g, '$1\n')
}

function visibleOctet(octet: string): string {
  const named = NAMED[octet]
  if (named !== undefined) return named
  return /[\x20-\x7e]/.test(octet) ? octet : `\\x${octet.charCodeAt(0).toString(16).padStart(2, '0')}`
}
