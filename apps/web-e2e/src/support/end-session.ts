import { type Page, expect } from '@playwright/test';

/** Ends the session of a page on the server. The browser keeps its cookie, as with an expired session. */
export async function endSession(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(`${origin}/api/session`, { method: 'DELETE', headers: { Cookie, Origin: origin } });
  expect(response.status).toBe(204);
}
