import { describe, expect, it } from 'vitest'
import { hiddenName, hiddenPath } from '../../main/files/hidden-names'

describe('hiddenName', () => {
  it.each<[string, string | undefined]>([
    ...['.env', '.git', '.ENV', '.DS_Store', '...', '..hidden'].map((name): [string, string | undefined] => [
      name,
      'dot-file',
    ]),
    ...['id_rsa', 'ID_RSA', 'id_ed25519', 'id_ecdsa_sk', 'id_rsa.bak', 'id_rsa~', 'id_dsa (copy)'].map(
      (name): [string, string | undefined] => [name, 'secret'],
    ),
    ...['Passwords.kdbx', 'server.key', 'cert.PEM', 'prod.env', 'terraform.tfstate', 'a.p12', 'putty.ppk'].map(
      (name): [string, string | undefined] => [name, 'secret'],
    ),
    ...['Thumbs.db', 'THUMBS.DB', 'desktop.ini', 'NTUSER.DAT', '$RECYCLE.BIN', 'wallet.dat', '_netrc'].map(
      (name): [string, string | undefined] => [name, 'secret'],
    ),
    ...['a.txt', 'id_rsa.pub', 'id_rsa_notes.txt', 'environment', 'env', 'key', 'monkey.jpg', 'Sam', '中文'].map(
      (name): [string, string | undefined] => [name, undefined],
    ),
  ])('%s: %s', (name, hidden) => {
    expect(hiddenName(name)).toBe(hidden)
  })

  it('does not mind the normalisation', () => {
    expect(hiddenName('ke\u0301y.kdbx'.normalize('NFD'))).toBe('secret')
  })
})

describe('hiddenPath', () => {
  it('hides everything below what is hidden', () => {
    expect([hiddenPath(['a', '.git', 'config']), hiddenPath(['a', 'b']), hiddenPath([])]).toEqual([
      'dot-file',
      undefined,
      undefined,
    ])
  })
})
