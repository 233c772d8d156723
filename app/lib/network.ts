import { isIPv6 } from 'node:net'

/**
 * What counts as one computer: an IPv4 address, and of an IPv6 address the first 64 bits, because whoever has one
 * has all that begin like it. Anything else is returned as it is.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(address)) return address
  // The parser writes every address in one way; an embedded IPv4 address becomes two groups.
  const [head = '', tail] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname
    .slice(1, -1)
    .split('::')
  const groups = head.split(':').filter(Boolean)
  const end = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array<string>(8 - groups.length - end.length).fill('0')
  return [...groups, ...zeros, ...end].slice(0, 4).join(':')
}
