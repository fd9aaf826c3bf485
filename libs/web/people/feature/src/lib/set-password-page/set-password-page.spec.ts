import { TestBed } from '@angular/core/testing';
import { Session } from '@docket/web/people/data';
import {
  CLOSED,
  SIGNED_IN,
  currentUrl,
  descriptionOf,
  field,
  openEntry,
  requested,
  send,
  type,
  verifyRequests,
} from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { setPasswordRoutes } from '../people.routes';

const ROUTES = [{ path: 'set-password', children: setPasswordRoutes }];
const PASSWORD = 'green lantern over the quay';
const INVITATION = { kind: 'invite', email: 'jonas@desk.example' };

async function open(link: object = INVITATION, session: object = CLOSED) {
  const entry = await openEntry(ROUTES, '/set-password#k3y', session);
  const look = await requested('/api/auth/link', 'POST');
  expect(look.request.body).toEqual({ token: 'k3y' });
  look.flush(link);
  await eventually(() => expect(field('Password')).toBeTruthy());
  return entry;
}

async function answer(status: number, body: object | null = null): Promise<void> {
  (await requested('/api/auth/link', 'POST')).flush(body, { status, statusText: 'Status' });
}

function choose(password = PASSWORD): void {
  type('Password', password);
  send();
}

afterEach(verifyRequests);

it('says whose link it is, without using it, and takes the token out of the address bar', async () => {
  const { page, text } = await open();

  await eventually(() => expect(currentUrl()).toBe('/set-password'));
  expect(text()).toContain('Welcome to Docket');
  expect(text()).toContain('Choose a password for your account, jonas@desk.example.');
  expect(page.querySelector<HTMLInputElement>('[autocomplete=username]')?.value).toBe('jonas@desk.example');
  expect(field('Password').autocomplete).toBe('new-password');
  await eventually(() => expect(document.activeElement).toBe(field('Password')));
});

it('accepts an invitation, and opens the list', async () => {
  await open();

  choose();
  const request = await requested('/api/auth/link', 'POST');
  expect(request.request.body).toEqual({ token: 'k3y', password: PASSWORD });
  request.flush(null, { status: 204, statusText: 'No Content' });
  (await requested('/api/session')).flush(SIGNED_IN);

  await eventually(() => expect(currentUrl()).toBe('/tickets'));
});

it('sets a new password, with which the person signs in', async () => {
  const { text } = await open({ ...INVITATION, kind: 'reset' });
  expect(text()).toContain('It signs you out everywhere else.');

  choose();
  await answer(204);
  (await requested('/api/session')).flush(CLOSED);

  await eventually(() => expect(text()).toContain('Your password is set.'));
  expect(currentUrl()).toBe('/set-password');
});

it('signs the person out here, too', async () => {
  const { text } = await open({ ...INVITATION, kind: 'reset' }, SIGNED_IN);

  choose();
  await answer(204);
  (await requested('/api/session')).flush(CLOSED);
  (await requested('/api/session')).flush(CLOSED); // requested twice

  await eventually(() => expect(text()).toContain('Your password is set.'));
  expect(TestBed.inject(Session).mustSignIn()).toBe(true);
});

it('sends nothing for a short password', async () => {
  await open();

  choose('too short');

  await eventually(() => expect(descriptionOf('Password')).toBe('Use 15 to 128 characters.'));
});

it("shows the API's error at the field", async () => {
  await open();

  choose();
  await answer(400, { errors: [{ pointer: '/password', detail: 'is known to be easy to guess' }] });

  await eventually(() => expect(descriptionOf('Password')).toBe('Password is known to be easy to guess.'));
});

it.each([410, 400])('says how to get another link after a %s', async (status) => {
  const { text } = await openEntry(ROUTES, '/set-password#sp3nt');

  await answer(status);

  await eventually(() => expect(text()).toContain('This link no longer works.'));
  expect(text()).toContain('Ask an administrator for a new link.');
});

it('says so when the link was used in the meantime', async () => {
  const { text } = await open();

  choose();
  await answer(410);

  await eventually(() => expect(text()).toContain('This link no longer works.'));
});

it('lets the person check the link again when the server cannot be reached', async () => {
  const { page, text } = await openEntry(ROUTES, '/set-password#k3y');
  (await requested('/api/auth/link', 'POST')).error(new ProgressEvent('error'));
  await eventually(() => expect(text()).toContain('The server cannot be reached.'));

  page.querySelector<HTMLButtonElement>('button.submit')?.click();
  await answer(200, INVITATION);

  await eventually(() => expect(text()).toContain('jonas@desk.example'));
});

it('needs a link', async () => {
  const { text } = await openEntry(ROUTES, '/set-password');

  expect(text()).toContain('This page needs a link');
});
