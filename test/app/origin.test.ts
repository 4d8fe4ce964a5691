import { describe, expect, it } from 'vitest'
import { isOwnPage } from '../../main/app/origin'

describe('isOwnPage', () => {
  it.each(['app://porthole/', 'app://porthole/index.html?x#y'])('knows %s', (url) => {
    expect(isOwnPage(url)).toBe(true)
  })

  it.each([
    '',
    'about:blank',
    'app://porthole.evil/',
    'app://evil/porthole',
    'app://porthole:81/',
    'https://porthole/',
    'data:text/html,app://porthole/',
    'app:porthole',
  ])('does not take %j for ours', (url) => {
    expect(isOwnPage(url)).toBe(false)
  })
})
