import { PageBody, PageHeader } from '#app/components/ui/page.tsx'

export { RouteError as ErrorBoundary } from '#app/components/route-error.tsx'

/**
 * The page of an address that only takes posts. It is there for its error boundary: without JavaScript a refusal is a
 * page of its own.
 */
export default function PostOnly() {
  return (
    <>
      <PageHeader title="Nothing to read here" />
      <PageBody width="prose">
        <p className="text-muted">
          This address only takes what a form sends to it. Go back, look at what the form asks for,
          and send it again.
        </p>
      </PageBody>
    </>
  )
}
