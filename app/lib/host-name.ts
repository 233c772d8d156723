const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?'
const HOST = new RegExp(`^(?:${LABEL}\\.)+${LABEL}$`, 'u')

/** The host of a web address or an e-mail address: `https://www.Acme.com/de` is `acme.com`. Null when there is none. */
export function readHostName(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^[^/@]*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '')
  return host.length <= 253 && HOST.test(host) ? host : null
}
