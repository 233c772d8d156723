import { createContext, useContext } from 'react'

const NonceContext = createContext('')

export const NonceProvider = NonceContext.Provider

/** For the `nonce` of an inline script. Empty in the browser, which hides a nonce once it is used. */
export function useNonce(): string {
  return useContext(NonceContext)
}
