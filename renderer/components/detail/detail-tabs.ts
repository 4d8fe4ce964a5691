/** The tabs of the detail that have something to show, in the order they stand and are numbered from 1. */
export const tabs = ['story', 'request', 'response', 'timing', 'notes'] as const

export type TabKey = (typeof tabs)[number]
