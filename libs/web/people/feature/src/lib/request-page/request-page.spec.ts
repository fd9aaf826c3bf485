import {
  CLOSED,
  OPEN,
  descriptionOf,
  field,
  openEntry,
  requested,
  send,
  type,
  verifyRequests,
} from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { requestRoutes } from '../people.routes';

const ROUTES = [{ path: 'request', children: requestRoutes }];
const open = (session: object = { ...CLOSED, has_public_form: true }) => openEntry(ROUTES, '/request', session);

function fillIn(name = 'Jo Park'): void {
  type('Subject', ' The invoice is wrong ');
  type('Description', '  It has two lines too many.\n');
  type('Your e-mail', ' jo@example.com ');
  type('Your name (optional)', name);
}

afterEach(verifyRequests);

it('starts in the first field, is ready for what browsers fill in, and says the limits', async () => {
  const { text } = await open();

  expect(document.activeElement).toBe(field('Subject'));
  expect(field('Your e-mail').autocomplete).toBe('email');
  expect(text()).toContain('Up to 3 requests an hour for an e-mail address, and 5 from one network.');
});

it('sends the request, and shows its reference', async () => {
  const { page, text } = await open();

  fillIn();
  send();
  const request = await requested('/api/requests', 'POST');
  expect(request.request.body).toEqual({
    title: 'The invoice is wrong',
    description: '  It has two lines too many.\n',
    email: 'jo@example.com',
    name: 'Jo Park',
  });
  request.flush({ reference: '7K3M-9QXT-2MVB' }, { status: 202, statusText: 'Accepted' });

  await eventually(() => expect(text()).toContain('Its reference is 7K3M-9QXT-2MVB.'));
  await eventually(() => expect(document.activeElement?.textContent).toContain('We have received your request'));
  expect(page.querySelector('form')).toBeNull();
});

it('leaves out a name that nobody gave', async () => {
  await open({ ...OPEN, has_public_form: true });

  fillIn(' ');
  send();

  const request = await requested('/api/requests', 'POST');
  expect(request.request.body).not.toHaveProperty('name');
  request.flush({ reference: '7K3M-9QXT-2MVB' });
});

it('sends nothing, and says why, while fields are empty', async () => {
  await open();

  send();

  await eventually(() => expect(descriptionOf('Subject')).toBe('Say in a few words what it is about.'));
  expect(descriptionOf('Description')).toBe('Describe what happened.');
  expect(descriptionOf('Your e-mail')).toBe('Enter your e-mail address.');
  await eventually(() => expect(document.activeElement).toBe(field('Subject')));
});

it('shows the errors of the API at their fields', async () => {
  await open();

  fillIn();
  send();
  const errors = [{ pointer: '/email', detail: 'must be an email address' }];
  (await requested('/api/requests', 'POST')).flush({ errors }, { status: 400, statusText: 'No' });

  await eventually(() => expect(descriptionOf('Your e-mail')).toBe('E-mail must be an email address.'));
  await eventually(() => expect(document.activeElement).toBe(field('Your e-mail')));
  type('Your e-mail', 'jo@example.com');
  await eventually(() => expect(descriptionOf('Your e-mail')).toBe(''));
});

it.each([
  [0, 'The server cannot be reached.'],
  [429, 'There were too many attempts.'],
  [503, 'Docket is unavailable at the moment.'],
])('keeps the text after status %i, and says why', async (status, words) => {
  const { text } = await open();

  fillIn();
  send();
  const request = await requested('/api/requests', 'POST');
  if (status === 0) request.error(new ProgressEvent('error'));
  else request.flush({}, { status, statusText: 'No' });

  await eventually(() => expect(text()).toContain(words));
  expect(field('Subject').value).toBe(' The invoice is wrong ');
  expect(field('Your name (optional)').value).toBe('Jo Park');
});

it('says that requests need an account here', async () => {
  const { page, text } = await open({ ...CLOSED, has_public_form: false });

  expect(text()).toContain('requests of people with an account only');
  expect(page.querySelector('form')).toBeNull();
});
