import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatDialog, MatDialogState } from '@angular/material/dialog';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@docket/web/people/data';
import type { User } from '@docket/web/people/data/users';
import { SIGNED_IN, descriptionOf, field, type } from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { settingsRoutes } from '../settings/settings.routes';
import { stepUpInterceptor } from '../step-up/step-up-interceptor';

const ADMIN: User = {
  id: 3,
  kind: 'person',
  name: 'Priya Nair',
  email: 'priya@desk.example',
  role: 'admin',
  state: 'active',
  methods: ['password'],
  last_seen_at: new Date().toISOString(),
  is_last_admin: true,
  role_is_managed: false,
  created_at: '2026-10-01T08:00:00.000Z',
  version: 4,
};
const AGENT: User = {
  ...ADMIN,
  id: 5,
  name: 'Ana Ruiz',
  email: 'ana@desk.example',
  role: 'agent',
  is_last_admin: false,
};
const INVITED: User = { ...AGENT, id: 6, name: 'Ellen Park', state: 'invited', methods: [], last_seen_at: undefined };
const LINK = { url: 'http://desk.lan/set-password#k3y', is_mailed: false, expires_at: '2026-11-28T10:00:00.000Z' };

let http: HttpTestingController;
let page: HTMLElement;

const PERMISSIONS = ['tickets:read', 'users'];

async function open(
  users: readonly User[] = [ADMIN, AGENT],
  url = '/settings/people',
  session: object = {},
): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([stepUpInterceptor])),
      provideHttpClientTesting(),
      provideRouter([{ path: 'settings', children: settingsRoutes }], withComponentInputBinding()),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  const loaded = TestBed.inject(Session).load();
  http.expectOne('/api/session').flush({ ...SIGNED_IN, permissions: PERMISSIONS, ...session });
  await loaded;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  page = harness.fixture.nativeElement as HTMLElement;
  await list(users);
}

/** Responds to the request for the list. Returns its parameters. */
async function list(users: readonly User[]): Promise<string> {
  const request = await requested('/api/users', 'GET');
  request.flush(users);
  return request.request.params.toString();
}

const requested = (url: string, method: string) =>
  eventually(() => http.expectOne((request) => request.url === url && request.method === method));
const textOf = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const rows = () => [...page.querySelectorAll('tbody tr')].map(textOf);
const dialogText = () => textOf(document.querySelector('[role=dialog]'));
const press = (name: string, root: ParentNode = document) => {
  const button = [...root.querySelectorAll('button')].find((one) => textOf(one) === name);
  if (!button) throw new Error(`There is no button "${name}"`);
  button.click();
};

async function openMenu({ name }: User): Promise<void> {
  const button = await eventually(() => {
    const found = page.querySelector<HTMLElement>(`[aria-label="Actions for ${name}"]`);
    if (!found) throw new Error(`The list does not show ${name}`);
    return found;
  });
  button.click();
  await eventually(() => expect(document.querySelector('[role=menu]')).not.toBeNull());
}

/** Chooses an item in the menu of a user. */
async function choose(user: User, item: string): Promise<void> {
  await openMenu(user);
  await eventually(() => press(item));
  await eventually(() => expect(document.querySelector('[role=dialog]')).not.toBeNull());
}

afterEach(() => http.verify());

it('lists people with role, state and sign-in, and marks who looks', async () => {
  await open([ADMIN, INVITED]);

  await eventually(() => expect(rows()).toHaveLength(2));
  expect(rows()[0]).toMatch(/Priya Nair ?you ?priya@desk.example .*Administrator Active Password Now/);
  expect(rows()[1]).toMatch(/Ellen Park.*Agent Invited, no link ?— ?None ?— ?Never/);
});

it.each([
  ['Password.', {}],
  ['Acme SSO and password.', { provider: 'Acme SSO', methods: ['password', 'oidc'] }],
  ['Acme SSO.', { provider: 'Acme SSO', methods: ['oidc'] }],
])('says that people sign in, and how: %s', async (ways, session) => {
  await open([ADMIN], '/settings/people', { ...session, permissions: [...PERMISSIONS, 'settings'] });

  expect(textOf(page.querySelector('.ways'))).toBe(`Everybody signs in. ${ways} Change`);
  expect(page.querySelector('.ways a')?.getAttribute('href')).toBe('/settings/sign-in');
});

it('names a service once', async () => {
  const service: User = { ...AGENT, kind: 'service', name: 'Mail import', email: undefined, methods: [] };
  await open([service]);

  await eventually(() => expect(rows()[0]?.match(/service/gi)).toHaveLength(2)); // one for each screen width
});

it('says how long an invitation works', async () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000 + 30_000).toISOString();
  await open([
    { ...INVITED, invitation_expires_at: inHours(24) },
    { ...INVITED, id: 7, invitation_expires_at: inHours(-1) },
  ]);

  await eventually(() => expect(rows()[0]).toContain('Invited, 24 h left'));
  expect(rows()[1]).toContain('Invitation expired');
});

it('keeps the filter in the URL', async () => {
  await open([AGENT], '/settings/people?role=agent');

  const search = page.querySelector<HTMLInputElement>('input[type=search]');
  if (search) search.value = 'ana';
  search?.dispatchEvent(new Event('input'));

  await eventually(() => expect(TestBed.inject(Router).url).toBe('/settings/people?search=ana&role=agent'));
  expect(await list([])).toBe('search=ana&role=agent');
  await eventually(() => expect(textOf(page)).toContain('Nobody matches'));
});

it('says why the last administrator stays', async () => {
  await open();

  await openMenu(ADMIN);

  const disabled = () => [...document.querySelectorAll('[role=menuitem][aria-disabled=true]')].map(textOf);
  await eventually(() =>
    expect(disabled()).toEqual([
      'Change role… The last administrator keeps this role.',
      'Deactivate… Make another person an administrator first.',
    ]),
  );
});

it('invites a person, and shows the link once', async () => {
  await open();
  press('Invite a person', page);
  await eventually(() => expect(dialogText()).toContain('Invite a person'));

  type('E-mail', ' jonas@desk.example ');
  type('Name', 'Jonas Brandt');
  document.querySelector<HTMLInputElement>('input[value=viewer]')?.click();
  sendDialog();
  const invitation = await requested('/api/users', 'POST');
  expect(invitation.request.body).toEqual({ name: 'Jonas Brandt', email: 'jonas@desk.example', role: 'viewer' });
  invitation.flush({ ...INVITED, name: 'Jonas Brandt' }, { status: 201, statusText: 'Created' });
  (await requested('/api/users/6/link', 'POST')).flush(LINK, { status: 201, statusText: 'Created' });

  await eventually(() => expect(field('Link for Jonas Brandt').value).toBe(LINK.url));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27 }));
  expect(TestBed.inject(MatDialog).openDialogs.map((each) => each.getState())).toEqual([MatDialogState.OPEN]);
  press('Done');
  expect(await list([ADMIN])).toBe('');
});

describe('with a mail server', () => {
  const inviteJonas = async () => {
    await open([ADMIN], '/settings/people', { can_reset: true });
    press('Invite a person', page);
    await eventually(() => expect(dialogText()).toContain('Docket mails a link'));
    type('E-mail', 'jonas@desk.example');
    type('Name', 'Jonas Brandt');
  };
  const flushInvitation = async () => {
    const invited = { ...INVITED, name: 'Jonas Brandt' };
    (await requested('/api/users', 'POST')).flush(invited, { status: 201, statusText: 'Created' });
  };

  it('mails the invitation', async () => {
    await inviteJonas();
    sendDialog();
    await flushInvitation();
    const link = await requested('/api/users/6/link', 'POST');
    expect(link.request.params.toString()).toBe('mail=true');
    link.flush({ is_mailed: true, expires_at: LINK.expires_at }, { status: 201, statusText: 'Created' });

    await eventually(() => expect(dialogText()).toContain('The link is in the mail to Jonas Brandt.'));
  });

  it('shows the link if the mail could not be sent', async () => {
    await inviteJonas();
    sendDialog();
    await flushInvitation();
    (await requested('/api/users/6/link', 'POST')).flush(LINK, { status: 201, statusText: 'Created' });

    await eventually(() => expect(dialogText()).toContain('The mail to Jonas Brandt could not be sent.'));
    expect(field('Link for Jonas Brandt').value).toBe(LINK.url);
  });

  it('shows the link instead, if the administrator wants to pass it on', async () => {
    await inviteJonas();
    press('Copy the link instead');
    await flushInvitation();
    const link = await requested('/api/users/6/link', 'POST');
    expect(link.request.params.toString()).toBe('');
    link.flush(LINK, { status: 201, statusText: 'Created' });

    await eventually(() => expect(field('Link for Jonas Brandt').value).toBe(LINK.url));
    expect(dialogText()).not.toContain('could not be sent');
  });
});

it('says at the field that the address is taken, and keeps what was typed', async () => {
  await open();
  press('Invite a person', page);
  await eventually(() => expect(dialogText()).toContain('Invite a person'));

  sendDialog();
  await eventually(() => expect(descriptionOf('E-mail')).toBe('Enter an e-mail address.'));
  type('E-mail', 'ana@desk.example');
  type('Name', 'Ana');
  sendDialog();
  (await requested('/api/users', 'POST')).flush(
    { type: '/problems/email-taken' },
    { status: 409, statusText: 'Conflict' },
  );

  await eventually(() => expect(descriptionOf('E-mail')).toBe('This address belongs to another user already.'));
  expect(field('Name').value).toBe('Ana');
});

it('changes the role of the version that the list shows', async () => {
  await open();
  await choose(AGENT, 'Change role…');

  document.querySelector<HTMLInputElement>('input[value=admin]')?.click();
  press('Change role');
  const change = await requested('/api/users/5', 'PATCH');
  expect([change.request.headers.get('If-Match'), change.request.body]).toEqual(['"5-4"', { role: 'admin' }]);
  change.flush({ ...AGENT, role: 'admin' });

  await list([ADMIN, { ...AGENT, role: 'admin' }]);
  await eventually(() => expect(rows()[1]).toContain('Administrator'));
});

it('renames a person, and says at the field what is wrong with the name', async () => {
  await open();
  await choose(AGENT, 'Rename…');
  expect(field('Name').value).toBe('Ana Ruiz');

  type('Name', ' ');
  sendDialog();
  await eventually(() => expect(descriptionOf('Name')).toBe('Enter the name.'));
  type('Name', 'Ana Ruiz '.repeat(20));
  sendDialog();
  const errors = [{ pointer: '/name', detail: 'must have 1 to 120 characters' }];
  (await requested('/api/users/5', 'PATCH')).flush({ errors }, { status: 400, statusText: 'Bad Request' });
  await eventually(() => expect(descriptionOf('Name')).toBe('Name must have 1 to 120 characters.'));
  type('Name', ' Ana Sol ');
  sendDialog();
  const change = await requested('/api/users/5', 'PATCH');
  expect([change.request.headers.get('If-Match'), change.request.body]).toEqual(['"5-4"', { name: 'Ana Sol' }]);
  change.flush({ ...AGENT, name: 'Ana Sol' });

  await list([ADMIN, { ...AGENT, name: 'Ana Sol' }]);
  await eventually(() => expect(rows()[1]).toContain('Ana Sol'));
});

it.each([
  ['Deactivate…', 'Deactivate', 'PATCH', '/api/users/5', { state: 'deactivated' }],
  ['Sign out everywhere…', 'Sign out everywhere', 'DELETE', '/api/users/5/sessions', null],
])('takes the step %s after a yes', async (item, button, method, url, body) => {
  await open();
  await choose(AGENT, item);

  press(button, document.querySelector('[role=dialog]') ?? document);
  const request = await requested(url, method);
  expect(request.request.body).toEqual(body);
  request.flush(null, { status: 204, statusText: 'No Content' });

  await list([ADMIN]);
});

it('keeps the dialog and says why a change failed', async () => {
  await open();
  await choose(AGENT, 'Deactivate…');

  press('Deactivate', document.querySelector('[role=dialog]') ?? document);
  (await requested('/api/users/5', 'PATCH')).flush(
    { type: '/problems/precondition-failed' },
    { status: 412, statusText: 'Precondition Failed' },
  );

  await eventually(() => expect(dialogText()).toContain('Somebody else has changed this person in the meantime.'));
});

it('creates a link for a new password', async () => {
  await open();
  await choose(AGENT, 'Create link for a new password…');

  press('Create link');
  (await requested('/api/users/5/link', 'POST')).flush(LINK, { status: 201, statusText: 'Created' });

  await eventually(() => expect(field('Link for Ana Ruiz').value).toBe(LINK.url));
});

/** Submits the form of the dialog. The page has another form. */
function sendDialog(): void {
  document.querySelector<HTMLFormElement>('[role=dialog] form')?.requestSubmit();
}
