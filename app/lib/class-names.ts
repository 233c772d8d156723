import { clsx, type ClassValue } from 'clsx'

/**
 * Joins class names and leaves out false, null and undefined.
 * Utilities that contradict each other are not resolved: a caller adds layout to a primitive, not another look.
 */
export function cx(...parts: ClassValue[]): string {
  return clsx(parts)
}
