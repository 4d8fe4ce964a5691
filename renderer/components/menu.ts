import type { IconName } from './icons'

/** A line of a menu: something to do, or a rule between groups. */
export type MenuItem =
  | {
      readonly kind: 'act'
      readonly label: string
      readonly icon?: IconName
      /** The key that does the same. */
      readonly key?: string
      /** One of several of which one holds: whether it is this one. */
      readonly checked?: boolean
      /** One of several of which any number hold. The menu stays open, so that more can be chosen. */
      readonly several?: true
      readonly act: () => void
    }
  | { readonly kind: 'rule' }
