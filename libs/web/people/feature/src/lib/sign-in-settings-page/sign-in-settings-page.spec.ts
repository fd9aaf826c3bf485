import {
  OPEN,
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
import { settingsRoutes } from '../people.routes';

const ROUTES = [{ path: 'settings', children: settingsRoutes }];
const ADMIN = { name: 'Priya Nair', email: 'priya@desk.example', password: 'green lantern over the quay' };
const URL = '/api/auth/require-sign-in';
const OPEN_SETTINGS = { ...OPEN, permissions: [...OPEN.permissions, 'settings'] };

const open = (session: object = OPEN_SETTINGS) => openEntry(ROUTES, '/settings/sign-in', session);

function requireSignIn({ name, email, password } = ADMIN): void {
  type('Name', name);
  type('E-mail', email);
  type('Password', password);
  send();
}

afterEach(verifyRequests);

it('closes Docket with the first administrator, and says who is signed in', async () => {
  const { text } = await open();
  expect(text()).toContain('Nobody signs in at the moment.');

  requireSignIn();
  const request = await requested(URL, 'POST');
  expect(request.request.body).toEqual(ADMIN);
  request.flush(null, { status: 201, statusText: 'Created' });
  (await requested('/api/session')).flush(SIGNED_IN);

  await eventually(() => expect(text()).toContain('You are signed in as Priya Nair (priya@desk.example).'));
  await eventually(() => expect(document.activeElement?.tagName).toBe('H1'));
});

it('asks who is signed in when somebody else was first', async () => {
  const { text } = await open();

  requireSignIn();
  (await requested(URL, 'POST')).flush({}, { status: 409, statusText: 'Conflict' });
  (await requested('/api/session')).flush({ ...OPEN, mode: 'closed', permissions: [] });

  await eventually(() => expect(text()).toContain('Everybody signs in'));
});

it("shows the API's errors at their fields, and keeps what was typed", async () => {
  await open();

  requireSignIn();
  const errors = [{ pointer: '/password', detail: 'is a known password' }];
  (await requested(URL, 'POST')).flush({ errors }, { status: 400, statusText: 'No' });

  await eventually(() => expect(descriptionOf('Password')).toBe('Password is a known password.'));
  expect(field('Password').value).toBe(ADMIN.password);
});

it('offers nothing when people sign in already', async () => {
  const { text, page } = await open({ ...SIGNED_IN, permissions: ['settings'] });

  expect(text()).toContain('Everybody signs in');
  expect(text()).toContain('Ways to sign in: Password.');
  expect(page.querySelector('form')).toBeNull();
});
