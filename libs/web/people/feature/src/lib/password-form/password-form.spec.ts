import { Component } from '@angular/core';
import {
  SIGNED_IN,
  descriptionOf,
  field,
  openEntry,
  requested,
  send,
  type,
  verifyRequests,
} from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { PasswordForm } from './password-form';

@Component({ imports: [PasswordForm], template: `<docket-password-form (changed)="changes = changes + 1" />` })
class Host {
  changes = 0;
}

const CURRENT = 'green lantern over the quay';
const NEXT = 'blue lantern under the bridge';

const open = () => openEntry([{ path: 'profile', component: Host }], '/profile', SIGNED_IN);

function change(current = CURRENT, next = NEXT): void {
  type('Current password', current);
  type('New password', next);
  send();
}

async function respond(status: number, body: object | null = null, headers = {}): Promise<void> {
  (await requested('/api/me/password', 'PUT')).flush(body, { status, statusText: 'x', headers });
}

afterEach(verifyRequests);

it('is ready for password managers', async () => {
  const { page } = await open();

  expect(field('Current password').autocomplete).toBe('current-password');
  expect(field('New password').autocomplete).toBe('new-password');
  expect(page.querySelector<HTMLInputElement>('[autocomplete="username"]')?.value).toBe('priya@desk.example');
});

it('sends both passwords, says so, and forgets them', async () => {
  const { harness, text } = await open();

  change();
  const request = await requested('/api/me/password', 'PUT');
  expect(request.request.body).toEqual({ current: CURRENT, new: NEXT });
  request.flush(null, { status: 204, statusText: 'No Content' });

  await eventually(() => expect(text()).toContain('The password is changed.'));
  expect([field('Current password').value, field('New password').value]).toEqual(['', '']);
  expect((harness.routeDebugElement?.componentInstance as Host).changes).toBe(1);
});

it.each([
  ['', NEXT, 'Current password', 'Enter your current password.'],
  [CURRENT, 'fourteen chars', 'New password', 'Use 15 to 128 characters.'],
])('sends nothing for %j and %j', async (current, next, label, words) => {
  await open();

  change(current, next);

  await eventually(() => expect(descriptionOf(label)).toContain(words));
  await eventually(() => expect(document.activeElement).toBe(field(label)));
});

it('says that the current password is wrong, and keeps what was typed', async () => {
  await open();

  change();
  await respond(403, { type: '/problems/wrong-credentials', detail: 'The current password is wrong' });

  await eventually(() => expect(descriptionOf('Current password')).toContain('The current password is wrong.'));
  expect(field('New password').value).toBe(NEXT);
});

it('says why the API rejects the new password', async () => {
  await open();

  change();
  await respond(400, { errors: [{ pointer: '/new', detail: 'must not be a common password' }] });

  await eventually(() => expect(descriptionOf('New password')).toContain('must not be a common password.'));
});

it('says when to try again after too many guesses', async () => {
  const { text } = await open();

  change();
  await respond(429, {}, { 'Retry-After': '900' });

  await eventually(() => expect(text()).toContain('Try again in 15 minutes.'));
});
