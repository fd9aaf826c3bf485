import {
  CLOSED,
  descriptionOf,
  field,
  openEntry,
  requested,
  send,
  type,
  verifyRequests,
} from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { forgotPasswordRoutes } from '../people.routes';

const ROUTES = [{ path: 'forgot-password', children: forgotPasswordRoutes }];
const open = (session: object = { ...CLOSED, can_reset: true }) => openEntry(ROUTES, '/forgot-password', session);

afterEach(verifyRequests);

it('starts in the field, sends the address, and says the same for every address', async () => {
  const { page, text } = await open();
  expect(document.activeElement).toBe(field('E-mail'));

  type('E-mail', ' priya@desk.example ');
  send();
  const request = await requested('/api/auth/reset', 'POST');
  expect(request.request.body).toEqual({ email: 'priya@desk.example' });
  request.flush(null, { status: 202, statusText: 'Accepted' });

  await eventually(() => expect(text()).toContain('If priya@desk.example has an account with a password here'));
  expect(page.querySelector('form')).toBeNull();
});

it('sends one request while one is running', async () => {
  await open();
  type('E-mail', 'priya@desk.example');

  send();
  send();

  (await requested('/api/auth/reset', 'POST')).flush(null, { status: 202, statusText: 'Accepted' });
});

it('sends nothing without an address', async () => {
  await open();

  send();

  await eventually(() => expect(descriptionOf('E-mail')).toBe('Enter the e-mail address of your account.'));
});

it('says that a text is no address', async () => {
  await open();
  type('E-mail', 'priya');

  send();
  (await requested('/api/auth/reset', 'POST')).flush({}, { status: 400, statusText: 'No' });

  await eventually(() => expect(descriptionOf('E-mail')).toBe('Enter the e-mail address of your account.'));
  await eventually(() => expect(document.activeElement).toBe(field('E-mail')));
});

it.each([
  [429, 'There were too many attempts.'],
  [503, 'Docket is unavailable at the moment.'],
])('says why after status %i, and keeps the address', async (status, words) => {
  const { text } = await open();
  type('E-mail', 'priya@desk.example');

  send();
  (await requested('/api/auth/reset', 'POST')).flush({}, { status, statusText: 'No' });

  await eventually(() => expect(text()).toContain(words));
  expect(field('E-mail').value).toBe('priya@desk.example');
});

it('says whom to ask if this Docket sends no mail', async () => {
  const { page, text } = await open(CLOSED);

  expect(text()).toContain('Ask an administrator for a link');
  expect(page.querySelector('form')).toBeNull();
});
