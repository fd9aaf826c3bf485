import {
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
import { setUpRoutes } from '../people.routes';

const ROUTES = [{ path: 'set-up', children: setUpRoutes }];
const PASSWORD = 'green lantern over the quay';

const open = (url = '/set-up#k3y') => openEntry(ROUTES, url);

function create(name = 'Priya Nair', email = 'priya@desk.example', password = PASSWORD): void {
  type('Name', name);
  type('E-mail', email);
  type('Password', password);
  send();
}

async function fail(status: number, body: object = {}): Promise<void> {
  (await requested('/api/auth/set-up', 'POST')).flush(body, { status, statusText: 'No' });
}

afterEach(verifyRequests);

it('takes the token out of the address bar, and starts in the first field', async () => {
  await open();

  await eventually(() => expect(currentUrl()).toBe('/set-up'));
  await eventually(() => expect(document.activeElement).toBe(field('Name')));
  expect(field('E-mail').autocomplete).toBe('username');
  expect(field('Password').autocomplete).toBe('new-password');
});

it('makes the administrator with the token, and opens the list', async () => {
  await open();
  await eventually(() => expect(currentUrl()).toBe('/set-up'));

  create(' Priya Nair ', ' priya@desk.example ');
  const request = await requested('/api/auth/set-up', 'POST');
  expect(request.request.body).toEqual({
    token: 'k3y',
    name: 'Priya Nair',
    email: 'priya@desk.example',
    password: PASSWORD,
  });
  request.flush(null, { status: 201, statusText: 'Created' });
  (await requested('/api/session')).flush(SIGNED_IN);

  await eventually(() => expect(currentUrl()).toBe('/tickets'));
});

it('counts the characters of the password as the API does', async () => {
  const { text } = await open();
  expect(text()).toContain('0 characters');

  type('Password', '🔑'.repeat(14));
  await eventually(() => expect(text()).toContain('14 characters'));
  expect(document.querySelector('.rule')?.classList).not.toContain('kept');

  type('Password', '🔑'.repeat(15));
  await eventually(() => expect(document.querySelector('.rule')?.classList).toContain('kept'));
});

it('sends nothing, and says what is missing, in the first field with an error', async () => {
  await open();

  create(' ', 'priya', 'too short');

  await eventually(() => expect(descriptionOf('Name')).toBe('Enter your name.'));
  expect(descriptionOf('E-mail')).toBe('Enter your e-mail address.');
  expect(descriptionOf('Password')).toBe('Use 15 to 128 characters.');
  await eventually(() => expect(document.activeElement).toBe(field('Name')));
});

it("shows the API's errors at their fields, until they change", async () => {
  await open();

  create();
  await fail(400, { errors: [{ pointer: '/email', detail: 'must be an email address' }] });

  await eventually(() => expect(descriptionOf('E-mail')).toBe('E-mail must be an email address.'));
  await eventually(() => expect(document.activeElement).toBe(field('E-mail')));
  expect(descriptionOf('Name')).toBe('');
  type('E-mail', 'priya@desk.example');
  await eventually(() => expect(descriptionOf('E-mail')).toBe(''));
});

it.each([
  ['was used', 410, {}],
  ['is not a token', 400, { errors: [{ pointer: '/token', detail: 'must be at most 100 characters' }] }],
])('says how to get another link when the link %s', async (_case, status, body) => {
  const { text } = await open();

  create();
  await fail(status, body);

  await eventually(() => expect(text()).toContain('This link no longer works'));
  expect(text()).toContain('start it again: its log then shows a new link');
  await eventually(() => expect(document.activeElement?.textContent).toContain('It was used'));
});

it('takes another link in the same tab', async () => {
  const { harness, text } = await open('/set-up');
  expect(text()).toContain('This page needs the link from the log');

  await harness.navigateByUrl('/set-up#an0ther');

  await eventually(() => expect(text()).toContain('First administrator'));
});

it('keeps what was typed when the server cannot be reached', async () => {
  const { text } = await open();

  create();
  (await requested('/api/auth/set-up', 'POST')).error(new ProgressEvent('error'));

  await eventually(() => expect(text()).toContain('The server cannot be reached.'));
  await eventually(() => expect(document.activeElement?.textContent).toContain('The server cannot be reached.'));
  expect(field('Password').value).toBe(PASSWORD);
});
