import { type APIRequestContext, expect } from '@playwright/test';
import type { Stack } from './stack';

export const ADMINISTRATOR = {
  name: 'Priya Nair',
  email: 'priya.nair@desk.example',
  password: 'green lantern over the quay',
};

/** The set-up link, which creates the first administrator. */
export function setUpLink({ log }: Stack): string {
  const link = /http:\/\/localhost:\d+\/set-up#[\w-]+/.exec(log)?.[0];
  if (!link) throw new Error('The log has no set-up link');
  return link;
}

/** Stacks with an administrator, because each attempt counts against the rate limit of links. */
const done = new WeakSet<Stack>();

/** Creates the administrator, unless an earlier journey on this stack has. */
export async function makeAdministrator(request: APIRequestContext, stack: Stack): Promise<void> {
  if (done.has(stack)) return;
  const token = new URL(setUpLink(stack)).hash.slice(1);
  const headers = { Origin: stack.url };
  const response = await request.post('/api/auth/set-up', { data: { token, ...ADMINISTRATOR }, headers });
  expect([201, 410], await response.text()).toContain(response.status());
  done.add(stack);
}
