import { describe, expect, it } from 'vitest'
import { detailFragment, exchangeInAddress } from '../../preload/detail-address'

describe('exchangeInAddress', () => {
  it('reads what detailFragment wrote, behind any address', () => {
    const addresses = ['', 'app://porthole/', 'http://127.0.0.1:8081/KEY/']
    expect(addresses.map((address) => exchangeInAddress(address + detailFragment(12)))).toEqual([12, 12, 12])
  })

  it.each(['', 'app://porthole/', '#', '#exchange-', '#exchange-0', '#exchange-1e3', '#exchange-12x', '#exchange--1'])(
    'finds none in %j',
    (address) => {
      expect(exchangeInAddress(address)).toBeNull()
    },
  )
})
