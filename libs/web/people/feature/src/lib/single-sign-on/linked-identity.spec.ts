import { DOCUMENT } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { SIGNED_IN, openEntry, requested, verifyRequests } from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { LinkedIdentity } from './linked-identity';

const SSO = { ...SIGNED_IN, methods: ['password', 'oidc'], provider: 'Acme SSO' };
const open = (url = '/profile', session: object = SSO) =>
  openEntry([{ path: 'profile', component: LinkedIdentity }], url, session);
const IDENTITY = {
  id: 5,
  issuer: 'https://sso.example',
  email: 'priya@acme.example',
  created_at: '2026-03-01T09:30:00.000Z',
};
const linked = async (identities: object[]) => (await requested('/api/me/identities')).flush(identities);

afterEach(verifyRequests);

it('says who signs in', async () => {
  const { text } = await open();
  await linked([IDENTITY]);

  await eventually(() => expect(text()).toContain('You can sign in with Acme SSO as priya@acme.example.'));
});

it('unlinks an identity, and offers to link one', async () => {
  const { page, text } = await open();
  await linked([IDENTITY]);
  await eventually(() => expect(page.querySelector('button')?.textContent).toContain('Unlink Acme SSO'));

  page.querySelector('button')?.click();
  (await requested('/api/me/identities/5', 'DELETE')).flush(null, { status: 204, statusText: 'No Content' });
  await linked([]);

  await eventually(() => expect(text()).toContain('Link your account at Acme SSO'));
  expect(page.querySelector('button')?.getAttribute('aria-disabled')).not.toBe('true');
});

it('shows why an identity was not unlinked, and the identity as it is', async () => {
  const { page } = await open();
  await linked([IDENTITY]);
  await eventually(() => expect(page.querySelector('button')).not.toBeNull());

  page.querySelector('button')?.click();
  (await requested('/api/me/identities/5', 'DELETE')).flush(
    { detail: 'This is your only way to sign in' },
    { status: 409, statusText: 'Conflict' },
  );
  await linked([IDENTITY]);

  await eventually(() => expect(page.querySelector('docket-entry-problem')).not.toBeNull());
});

it.each([
  ['the person has no password', { ...SSO, user: { ...SIGNED_IN.user, has_password: false } }],
  ['passwords sign nobody in', { ...SSO, methods: ['oidc'] }],
])('keeps the only way to sign in: %s', async (_why, session) => {
  const { page, text } = await open('/profile', session);
  await linked([IDENTITY]);

  await eventually(() =>
    expect(text()).toContain('You sign in only with Acme SSO as priya@acme.example, so it cannot be unlinked.'),
  );
  expect(page.querySelector('button')).toBeNull();
});

it('leads to the page of the provider, and back', async () => {
  const assign = jest.fn();
  TestBed.overrideComponent(LinkedIdentity, {
    add: { providers: [{ provide: DOCUMENT, useValue: { location: { assign } } }] },
  });
  const { page } = await open('/profile?problem=cancelled');
  await linked([]);
  await eventually(() => expect(page.querySelector('button')?.textContent).toContain('Link Acme SSO'));
  expect(page.textContent).toContain('The sign-in at Acme SSO was cancelled.');

  page.querySelector('button')?.click();
  const request = await requested('/api/me/identities', 'POST');
  expect(request.request.body).toEqual({ return_to: '/profile' });
  request.flush({ url: 'https://sso.example/authorize' });

  await eventually(() => expect(assign).toHaveBeenCalledWith('https://sso.example/authorize'));
});

it('stays silent if the person does not confirm who they are', async () => {
  const { page } = await open();
  await linked([]);
  await eventually(() => expect(page.querySelector('button')).not.toBeNull());

  page.querySelector('button')?.click();
  (await requested('/api/me/identities', 'POST')).flush(
    { type: '/problems/step-up-required' },
    { status: 403, statusText: 'No' },
  );

  await eventually(() => expect(page.querySelector('button')?.getAttribute('aria-disabled')).not.toBe('true'));
  expect(page.querySelector('docket-entry-problem')).toBeNull();
});
