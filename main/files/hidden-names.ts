/** Names that are not shown to visitors unless the user says so: dot-files and what is shared by accident. */

/** Why a name is hidden. */
export type HiddenName = 'dot-file' | 'secret'

// Exact names, in lower case. Keys and passwords first, then what systems leave in folders.
const SECRET_NAMES: ReadonlySet<string> = new Set([
  '_netrc',
  'credentials.json',
  'client_secret.json',
  'secrets.json',
  'secrets.yml',
  'secrets.yaml',
  'secrets.toml',
  'htpasswd',
  'wallet.dat',
  'key3.db',
  'key4.db',
  'logins.json',
  'login.keychain',
  'login.keychain-db',
  'ntuser.dat',
  'thumbs.db',
  'ehthumbs.db',
  'ehthumbs_vista.db',
  'desktop.ini',
  '$recycle.bin',
  'system volume information',
])

// `id_rsa` and its copies (`id_rsa.bak`, `id_ed25519_sk~`), but not the public half, which is made to be given away.
const PRIVATE_KEY = /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?(?![a-z0-9_-]).*(?<!\.pub)$/
const SECRET_EXTENSION =
  /\.(?:env|pem|key|ppk|p12|pfx|jks|keystore|kdb|kdbx|agilekeychain|1pif|opvault|keychain|keychain-db|tfstate|ovpn)$/

/**
 * Tells why a name is hidden, or undefined when it is not.
 *
 * @param name as the disk has it; case and Unicode normalisation do not matter, because they do not to every disk
 */
export function hiddenName(name: string): HiddenName | undefined {
  const canonical = name.normalize('NFC').toLowerCase()
  if (canonical.startsWith('.')) return 'dot-file'
  if (SECRET_NAMES.has(canonical)) return 'secret'
  return PRIVATE_KEY.test(canonical) || SECRET_EXTENSION.test(canonical) ? 'secret' : undefined
}

/** Tells why a path is hidden: for the first of its names that is. */
export function hiddenPath(names: readonly string[]): HiddenName | undefined {
  for (const name of names) {
    const hidden = hiddenName(name)
    if (hidden !== undefined) return hidden
  }
  return undefined
}
