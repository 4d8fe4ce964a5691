import { describe, expect, it } from 'vitest'
import { refusalFromError } from '../../main/files/disk-refusal'
import { DriveTimeoutError, TooManyOpenFilesError } from '../../main/files/open-file-limit'

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: /secret/path`), { code, errno: -1, syscall: 'open' })
}

describe('refusalFromError', () => {
  it.each([
    ['ENOENT', { kind: 'not-found' }],
    ['ENOTDIR', { kind: 'not-found' }],
    ['ENAMETOOLONG', { kind: 'not-found' }],
    ['ELOOP', { kind: 'not-found' }],
    ['EILSEQ', { kind: 'not-found' }],
    ['ENXIO', { kind: 'not-found', hidden: 'not-a-regular-file' }],
    ['EACCES', { kind: 'forbidden' }],
    ['EPERM', { kind: 'forbidden' }],
    ['EMFILE', { kind: 'unavailable', reason: 'too-many-open-files' }],
    ['ENFILE', { kind: 'unavailable', reason: 'too-many-open-files' }],
    ['EBUSY', { kind: 'unavailable', reason: 'read-error' }],
    ['ESTALE', { kind: 'unavailable', reason: 'drive-does-not-answer' }],
    ['EIO', { kind: 'read-error' }],
    ['EWHATEVER', { kind: 'read-error' }],
  ])('reads %s', (code, refusal) => {
    expect(refusalFromError(systemError(code))).toEqual(refusal)
  })

  it('reads the limits of a share', () => {
    expect([refusalFromError(new DriveTimeoutError('')), refusalFromError(new TooManyOpenFilesError(''))]).toEqual([
      { kind: 'unavailable', reason: 'drive-does-not-answer' },
      { kind: 'unavailable', reason: 'too-many-open-files' },
    ])
  })

  it('throws what is a bug of ours', () => {
    const bug = new TypeError('undefined is not a function')
    const misuse = Object.assign(new TypeError('bad argument'), { code: 'ERR_INVALID_ARG_TYPE' })
    expect(() => refusalFromError(bug)).toThrow(bug)
    expect(() => refusalFromError(misuse)).toThrow(misuse)
    expect(() => refusalFromError('text')).toThrow('text')
  })
})
