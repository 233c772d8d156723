import { useFetcher, useNavigate } from '@remix-run/react'
import { Command } from 'cmdk'
import { Building2, CircleDot, MessageSquareText, Plus, UserRound } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { SearchAnswer, SearchResult } from '#app/domain/search/answer.ts'
import { fold } from '#app/lib/fold.ts'
import { Dialog } from '#app/components/ui/dialog.tsx'
import type { KeyboardProps } from './keyboard.tsx'
import { ADDRESSES, sectionHref, SECTIONS } from './sections.ts'

/** Rest after the last key before the server is asked, in ms. */
const REST = 120

const ICONS = {
  account: Building2,
  request: MessageSquareText,
  item: CircleDot,
  person: UserRound,
} as const satisfies Record<SearchResult['kind'], unknown>

/** Go to anything: sections by name, and accounts, requests, items and people as the search finds them. */
export function Palette({
  sections,
  line,
  maySubmit,
  onClose,
}: KeyboardProps & { onClose: () => void }) {
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const { found, searching } = useSearch(words)
  const go = (href: string) => {
    onClose()
    navigate(href)
  }
  const matches = (label: string) => fold(label).includes(fold(words.trim()))
  const places = SECTIONS.filter(({ name, label }) => sections.includes(name) && matches(label))

  return (
    <Dialog open onClose={onClose} title="Go to anything" hideTitle>
      <Command shouldFilter={false} label="Go to anything">
        <Command.Input
          data-autofocus=""
          value={words}
          onValueChange={setWords}
          placeholder="Go to an account, a request, an item, a page"
          className="h-11 w-full border-b bg-transparent px-4 text-body outline-none touch:text-field"
        />
        <Command.List className="max-h-[50vh] overflow-y-auto p-1">
          <Command.Empty className="px-3 py-6 text-center text-muted">
            {searching ? 'Searching' : 'Nothing is called that.'}
          </Command.Empty>
          {found.map((result) => {
            const Icon = ICONS[result.kind]
            return (
              <Row
                key={result.href}
                value={result.href}
                icon={<Icon aria-hidden className="size-4 shrink-0 text-muted" />}
                aside={result.detail}
                onSelect={go}
              >
                {result.id ? <span className="text-faint">{result.id} </span> : null}
                {result.title}
              </Row>
            )
          })}
          {maySubmit && matches('New request') ? (
            <Row
              value={ADDRESSES.submit}
              icon={<Plus aria-hidden className="size-4 shrink-0 text-muted" />}
              onSelect={go}
            >
              New request
            </Row>
          ) : null}
          {places.map((section) => (
            <Row
              key={section.name}
              value={sectionHref(section, line)}
              icon={<section.Icon aria-hidden className="size-4 shrink-0 text-muted" />}
              onSelect={go}
            >
              {section.label}
            </Row>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  )
}

function Row({
  value,
  icon,
  aside,
  onSelect,
  children,
}: {
  value: string
  icon: ReactNode
  aside?: string
  onSelect: (href: string) => void
  children: ReactNode
}) {
  return (
    <Command.Item
      value={value}
      onSelect={() => onSelect(value)}
      className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-3 data-[selected=true]:bg-hover touch:min-h-touch"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {aside ? <span className="max-w-[40%] truncate text-small text-muted">{aside}</span> : null}
    </Command.Item>
  )
}

function useSearch(words: string): { found: readonly SearchResult[]; searching: boolean } {
  const { load, data, state } = useFetcher<SearchAnswer>({ key: 'palette' })
  const query = words.trim()
  useEffect(() => {
    if (query === '') return
    const timer = setTimeout(() => load(`${ADDRESSES.search}?q=${encodeURIComponent(query)}`), REST)
    return () => clearTimeout(timer)
  }, [query, load])
  const found = query === '' ? [] : (data?.results ?? [])
  return { found, searching: state !== 'idle' || (query !== '' && data?.query !== query) }
}
