import { expect, test } from '#tests/support/e2e.ts'

test('is alive and ready', async ({ request }) => {
  expect((await request.get('/ops/health')).status()).toBe(200)
  expect((await request.get('/ops/ready')).status()).toBe(200)
})

test('a page runs only its own scripts, and no other site may frame it', async ({
  app,
  browser,
}) => {
  // A page without the watch over its console: being refused is what is wanted here.
  const page = await browser.newPage()
  const answer = await page.goto(`${app.url}/login`)
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'(;|$)/)
  expect(policy).toContain("frame-ancestors 'none'")
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    return 'injected' in window
  })
  expect(ran).toBe(false)
  await page.close()
})

test('a write that does not come from a page of ours is refused', async ({ request }) => {
  const post = (headers: Record<string, string>) =>
    request.post('/login', { headers, form: { email: 'a@example.com', password: 'x' } })
  expect((await post({})).status()).toBe(403)
  expect((await post({ origin: 'https://elsewhere.example' })).status()).toBe(403)
  expect((await post({ 'sec-fetch-site': 'cross-site' })).status()).toBe(403)
})
