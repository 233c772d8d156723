/** Bytes of the largest file that is taken in. */
export const LARGEST_FILE = 100 * 1024 * 1024
export const TOO_LARGE = 'The file has more than 100 MB. Split it, or leave out columns.'

/** Days after which a file that nobody went on with is forgotten. */
export const DAYS_KEPT = 14
