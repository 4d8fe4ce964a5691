/** Who is compared with whom, by the names that the report has for them. */

/** Whose figures are judged. */
export const OURS = 'porthole'
/** The same with a line for each request and with its window open. */
export const OURS_WATCHED = 'porthole --log json --console'
/** By whom they are judged. */
export const YARDSTICK = 'nginx'
