import { Location } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session, sessionInterceptor } from '@docket/web/people/data';
import { CLOSED, SIGNED_IN, descriptionOf, field, send, type } from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { askToSignInAgain } from './ask-to-sign-in-again';

let http: HttpTestingController;
let session: Session;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  session = TestBed.inject(Session);
});

afterEach(() => {
  http.verify();
  sessionStorage.clear();
});

/** Ends a person's session and opens the dialog. */
async function open(person: object = SIGNED_IN): Promise<void> {
  const loaded = session.load();
  http.expectOne('/api/session').flush(person);
  await loaded;
  const ended = session.load();
  http.expectOne('/api/session').flush(CLOSED);
  (await requested('GET')).flush(CLOSED); // requested twice
  await ended;
  expect(session.hasEnded()).toBe(true);
  await askToSignInAgain(TestBed.inject(Injector));
  await eventually(() => expect(dialog()).not.toBeNull());
}

const dialog = () => document.querySelector('[role=dialog]');
const text = () => dialog()?.textContent.replace(/\s+/g, ' ') ?? '';
const requested = (method: string) => eventually(() => http.expectOne({ url: '/api/session', method }));

it('names the person, and starts in the field of the password', async () => {
  await open();

  expect(text()).toContain('Your session has ended');
  expect(text()).toContain('Priya Nair');
  await eventually(() => expect(document.activeElement).toBe(field('Password')));
  expect(field('Password').autocomplete).toBe('current-password');
  expect(dialog()?.querySelector<HTMLInputElement>('[autocomplete=username]')?.value).toBe('priya@desk.example');
});

it('signs in the same person, and closes', async () => {
  await open();

  type('Password', 'green lantern over the quay');
  send();
  const request = await requested('POST');
  expect(request.request.body).toEqual({ email: 'priya@desk.example', password: 'green lantern over the quay' });
  request.flush(null, { status: 201, statusText: 'Created' });
  (await requested('GET')).flush(SIGNED_IN);

  await eventually(() => expect(dialog()).toBeNull());
  expect(session.hasEnded()).toBe(false);
});

it.each([
  [401, 'The password is wrong.'],
  [429, 'There were too many attempts.'],
  [503, 'Docket is unavailable at the moment.'],
])('stays, and says why, after status %i', async (status, words) => {
  await open();

  type('Password', 'wrong');
  send();
  (await requested('POST')).flush({}, { status, statusText: 'No' });

  await eventually(() => expect(document.querySelector('[role=alert]')?.textContent).toContain(words));
  expect(text()).toContain(words);
  await eventually(() => expect(document.activeElement).toBe(field('Password')));
  expect([field('Password').selectionStart, field('Password').selectionEnd]).toEqual([0, 'wrong'.length]);
  expect(session.hasEnded()).toBe(true);
});

it('says that the browser keeps no cookies', async () => {
  await open();

  type('Password', 'green lantern over the quay');
  send();
  (await requested('POST')).flush(null, { status: 201, statusText: 'Created' });
  (await requested('GET')).flush(CLOSED);

  await eventually(() => expect(text()).toContain('Allow cookies for this address'));
});

it('sends nothing without a password', async () => {
  await open();

  send();

  await eventually(() => expect(descriptionOf('Password')).toBe('Enter your password.'));
});

it('is not closed by Escape, which would lose the text below', async () => {
  await open();

  field('Password').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));

  expect(session.hasEnded()).toBe(true);
  expect(dialog()).not.toBeNull();
});

it('closes when the person has signed in in another tab', async () => {
  await open();

  window.dispatchEvent(new Event('focus'));
  (await requested('GET')).flush(SIGNED_IN);

  await eventually(() => expect(dialog()).toBeNull());
});

it('leads to the sign-in page when the person leaves', async () => {
  await open();

  const leave = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === 'Leave this page',
  );
  leave?.click();

  await eventually(() => expect(dialog()).toBeNull());
  expect(session.mustSignIn()).toBe(true);
});

describe('with single sign-on', () => {
  const SSO = { ...SIGNED_IN, methods: ['password', 'oidc'], provider: 'Acme SSO' };
  const link = () => dialog()?.querySelector('a');

  it('offers it in a new tab, so that the text below stays', async () => {
    TestBed.inject(Location).go('/tickets/new?category=billing');
    await open(SSO);

    expect(link()?.textContent.replace(/\s+/g, ' ')).toContain('Continue with Acme SSO in a new tab');
    expect(link()?.getAttribute('href')).toBe('/api/auth/oidc/start?return_to=%2Ftickets%2Fnew%3Fcategory%3Dbilling');
    expect(link()?.target).toBe('_blank');
    await eventually(() => expect(document.activeElement).toBe(field('Password')));
  });

  it('asks for no password where passwords are turned off', async () => {
    await open({ ...SSO, methods: ['oidc'] });

    expect(dialog()?.querySelector('input')).toBeNull();
    expect(dialog()?.querySelector('button[type=submit]')).toBeNull();
    await eventually(() => expect(document.activeElement).toBe(link()));
  });
});

it('offers no single sign-on without a provider', async () => {
  await open();

  expect(dialog()?.querySelector('a')).toBeNull();
});
