/** Nothing in a part of the page yet, and what would be there. */
export function None({ children }: { children: string }) {
  return <p className="border-y py-2 text-faint">{children}</p>
}
