import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { Session, sessionInterceptor } from '@docket/web/people/data';
import { firstValueFrom } from 'rxjs';
import { SIGNED_IN, descriptionOf, field, send, type } from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { stepUpInterceptor } from './step-up-interceptor';

const PASSWORD = 'green lantern over the quay';
const PERSON = { name: 'Jonas' };

let http: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor, stepUpInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
    ],
  });
  http = TestBed.inject(HttpTestingController);
});

afterEach(() => http.verify());

const dialog = () => document.querySelector('[role=dialog]');
const text = () => dialog()?.textContent.replace(/\s+/g, ' ') ?? '';
const requested = (url: string, method = 'POST') => eventually(() => http.expectOne({ url, method }));
const invite = () => firstValueFrom(TestBed.inject(HttpClient).post('/api/users', PERSON));

function press(name: string): void {
  const buttons = [...(dialog()?.querySelectorAll('button') ?? [])];
  const found = buttons.find(({ textContent }) => textContent.trim() === name);
  if (!found) throw new Error(`There is no button "${name}"`);
  found.click();
}

async function refuse(url: string, problem: string, status = 403): Promise<void> {
  (await requested(url)).flush({ type: `/problems/${problem}` }, { status, statusText: 'No' });
}

async function load(info: object): Promise<void> {
  const loaded = TestBed.inject(Session).load();
  http.expectOne('/api/session').flush(info);
  await loaded;
}

async function openDialog(): Promise<void> {
  await refuse('/api/users', 'step-up-required');
  await eventually(() => expect(text()).toContain('Confirm that it is you'));
}

it('asks for the password, and sends the request again', async () => {
  await load(SIGNED_IN);
  const invited = invite();
  await openDialog();
  expect(text()).toContain('priya@desk.example');
  await eventually(() => expect(document.activeElement).toBe(field('Password')));
  expect(field('Password').autocomplete).toBe('current-password');

  type('Password', PASSWORD);
  send();
  const confirmation = await requested('/api/session/step-up');
  expect(confirmation.request.body).toEqual({ password: PASSWORD });
  confirmation.flush(null, { status: 204, statusText: 'No Content' });
  const again = await requested('/api/users');
  expect(again.request.body).toEqual(PERSON);
  again.flush({ id: 7 }, { status: 201, statusText: 'Created' });

  expect(await invited).toEqual({ id: 7 });
});

it('asks once for several requests', async () => {
  await load(SIGNED_IN);
  const both = Promise.all([invite(), invite()]);
  for (const request of await eventually(() => http.match('/api/users'))) {
    request.flush({ type: '/problems/step-up-required' }, { status: 403, statusText: 'No' });
  }
  await eventually(() => expect(document.querySelectorAll('[role=dialog]')).toHaveLength(1));

  type('Password', PASSWORD);
  send();
  (await requested('/api/session/step-up')).flush(null, { status: 204, statusText: 'No Content' });
  await eventually(() => {
    const again = http.match('/api/users');
    expect(again).toHaveLength(2);
    for (const request of again) request.flush({ id: 7 });
  });

  expect(await both).toHaveLength(2);
});

it('passes the refusal on when the person does not confirm', async () => {
  await load(SIGNED_IN);
  const invited = invite();
  const refused = expect(invited).rejects.toMatchObject({ status: 403 });
  await openDialog();

  dialog()?.querySelector<HTMLButtonElement>('[mat-dialog-close]')?.click();

  (await requested('/api/session', 'GET')).flush(SIGNED_IN);
  await refused;
});

it.each([
  ['a missing password', '', 'Enter your password.'],
  ['a wrong password', 'wrong', 'The password is wrong.'],
])('stays open for %s', async (_what, password, description) => {
  await load(SIGNED_IN);
  const refused = expect(invite()).rejects.toMatchObject({ status: 403 });
  await openDialog();

  type('Password', password);
  send();
  if (password) await refuse('/api/session/step-up', 'wrong-credentials');

  await eventually(() => expect(descriptionOf('Password')).toBe(description));
  await eventually(() => expect(document.activeElement).toBe(field('Password')));
  TestBed.inject(MatDialog).closeAll();
  (await requested('/api/session', 'GET')).flush(SIGNED_IN);
  await refused;
});

it('leaves other refusals to the page', async () => {
  await load(SIGNED_IN);
  const refused = expect(invite()).rejects.toMatchObject({ status: 403 });

  await refuse('/api/users', 'forbidden');

  (await requested('/api/session', 'GET')).flush(SIGNED_IN);
  await refused;
  expect(dialog()).toBeNull();
});

it.each([
  ['where passwords are turned off', { methods: ['oidc'] }],
  ['if the person has none', { methods: ['password', 'oidc'], user: { ...SIGNED_IN.user, has_password: false } }],
])('asks for no password %s', async (_when, session) => {
  await load({ ...SIGNED_IN, ...session, provider: 'Acme SSO' });
  const invited = invite();
  await openDialog();
  expect(dialog()?.querySelector('input')).toBeNull();
  const link = dialog()?.querySelector('a');
  expect(link?.getAttribute('href')).toBe('/api/auth/oidc/start?step_up=true&return_to=%2Fsettings%2Fprofile');
  await eventually(() => expect(document.activeElement).toBe(link));

  link?.addEventListener('click', (event) => event.preventDefault());
  link?.click();
  await eventually(() => press('I have confirmed there'));

  (await requested('/api/users')).flush({ id: 7 });
  expect(await invited).toEqual({ id: 7 });
});
