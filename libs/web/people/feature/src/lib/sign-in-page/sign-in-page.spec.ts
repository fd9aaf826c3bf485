import { TestBed } from '@angular/core/testing';
import {
  CLOSED,
  OPEN,
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
import { signInRoutes } from '../people.routes';

const ROUTES = [{ path: 'sign-in', children: signInRoutes }];
const open = (url = '/sign-in', session: object = CLOSED) => openEntry(ROUTES, url, session);

function signIn(email = 'priya@desk.example', password = 'green lantern over the quay'): void {
  type('E-mail', email);
  type('Password', password);
  send();
}

async function fail(status: number, body: object = {}): Promise<void> {
  const response = await requested('/api/session', 'POST');
  if (status === 0) response.error(new ProgressEvent('error'));
  else response.flush(body, { status, statusText: 'No' });
}

/** Responds to the sign-in and to the following request for the session. */
async function succeed(session: object = SIGNED_IN): Promise<void> {
  (await requested('/api/session', 'POST')).flush(null, { status: 201, statusText: 'Created' });
  (await requested('/api/session')).flush(session);
}

afterEach(verifyRequests);

describe('signing in', () => {
  it('starts in the first field, and is ready for password managers', async () => {
    await open();

    expect(document.activeElement).toBe(field('E-mail'));
    expect(field('E-mail').autocomplete).toBe('username');
    expect(field('Password').autocomplete).toBe('current-password');
  });

  it('sends the address without spaces around it, and opens the list', async () => {
    await open();

    signIn(' priya@desk.example ', ' spaces count ');
    const request = await requested('/api/session', 'POST');
    expect(request.request.body).toEqual({ email: 'priya@desk.example', password: ' spaces count ' });
    request.flush(null, { status: 201, statusText: 'Created' });
    (await requested('/api/session')).flush(SIGNED_IN);

    await eventually(() => expect(currentUrl()).toBe('/tickets'));
  });

  it('returns to the page that was asked for', async () => {
    await open('/sign-in?return_to=%2Ftickets%2F7%3Fstatus%3Dopen');

    signIn();
    await succeed();

    await eventually(() => expect(currentUrl()).toBe('/tickets/7?status=open'));
  });

  it.each(['https://evil.example/', '//evil.example', '/no-such-page'])(
    'opens the list instead of %s',
    async (path) => {
      await open(`/sign-in?return_to=${encodeURIComponent(path)}`);

      signIn();
      await succeed();

      await eventually(() => expect(currentUrl()).toBe('/tickets'));
    },
  );

  it('sends one request while one is running', async () => {
    await open();

    signIn();
    send();

    await succeed();
    await eventually(() => expect(currentUrl()).toBe('/tickets'));
  });

  it('sends nothing, and says why, while a field is empty', async () => {
    await open();

    signIn('priya@desk.example', '');

    await eventually(() => expect(descriptionOf('Password')).toBe('Enter your password.'));
    expect(descriptionOf('E-mail')).toBe('');
    await eventually(() => expect(document.activeElement).toBe(field('Password')));
    type('Password', 'x');
    await eventually(() => expect(descriptionOf('Password')).toBe(''));
  });
});

describe('a sign-in that fails', () => {
  it.each([
    ['wrong credentials', 401, 'The e-mail or the password is wrong.'],
    ['values that no account has', 400, 'The e-mail or the password is wrong.'],
    ['an unavailable database', 503, 'Docket is unavailable at the moment.'],
    ['no connection', 0, 'The server cannot be reached.'],
    ['too many attempts', 429, 'There were too many attempts.'],
  ])('says so for %s, and selects the password for the next attempt', async (_case, status, words) => {
    const { text } = await open();

    signIn();
    await fail(status);

    await eventually(() => expect(document.querySelector('[role=alert]')?.textContent).toContain(words));
    expect(text()).toContain(words);
    await eventually(() => expect(document.activeElement).toBe(field('Password')));
    const { selectionStart, selectionEnd, value } = field('Password');
    expect([selectionStart, selectionEnd]).toEqual([0, value.length]);
    expect(field('E-mail').value).toBe('priya@desk.example');
  });

  it.each([
    ['900', 'Try again in 15 minutes.'],
    ['30', 'Try again in a minute.'],
  ])('says when to try again after too many attempts: %s s', async (seconds, words) => {
    const { text } = await open();

    signIn();
    const response = await requested('/api/session', 'POST');
    response.flush({}, { status: 429, statusText: 'No', headers: { 'Retry-After': seconds } });

    await eventually(() => expect(text()).toContain(words));
  });

  it('names the address to use when the request came from another one', async () => {
    const { text } = await open();

    signIn();
    await fail(403, { detail: 'Changes are accepted from pages of https://desk.example only' });

    await eventually(() => expect(text()).toContain('Changes are accepted from pages of https://desk.example only.'));
  });

  it('says that the browser keeps no cookies when nobody is signed in afterwards', async () => {
    const { text } = await open();

    signIn();
    await succeed(CLOSED);

    await eventually(() => expect(text()).toContain('Allow cookies for this address'));
  });
});

describe('the password', () => {
  it('can be shown, and is hidden when it is sent', async () => {
    const { page } = await open();
    const button = page.querySelector<HTMLElement>('[aria-label="Show password"]');

    button?.click();
    await eventually(() => expect(field('Password').type).toBe('text'));
    expect(button?.getAttribute('aria-pressed')).toBe('true');

    signIn();
    await eventually(() => expect(field('Password').type).toBe('password'));
    await fail(401);
  });

  it('has a hint while Caps Lock is on', async () => {
    await open();
    const press = (isOn: boolean) =>
      field('Password').dispatchEvent(new KeyboardEvent('keydown', { key: 'a', modifierCapsLock: isOn }));

    press(true);
    await eventually(() => expect(descriptionOf('Password')).toBe('Caps Lock is on.'));

    press(false);
    await eventually(() => expect(descriptionOf('Password')).toBe(''));
  });
});

describe('single sign-on', () => {
  const SSO = { ...CLOSED, methods: ['password', 'oidc'], provider: 'Acme SSO' };
  const link = (page: HTMLElement) => page.querySelector('a');

  afterEach(() => localStorage.clear());

  it('is offered by the name of the provider, and returns to the page that was asked for', async () => {
    const { page, text } = await open('/sign-in?return_to=%2Ftickets%2F7%3Fstatus%3Dopen', SSO);

    expect(link(page)?.textContent).toContain('Continue with Acme SSO');
    expect(link(page)?.getAttribute('href')).toBe('/api/auth/oidc/start?return_to=%2Ftickets%2F7%3Fstatus%3Dopen');
    expect(text()).toContain('or with a password');
  });

  it('is not offered without a provider', async () => {
    const { page, text } = await open();

    expect(link(page)).toBeNull();
    expect(text()).not.toContain('or with a password');
  });

  it('is the only way if passwords are turned off', async () => {
    const { page, text } = await open('/sign-in', { ...SSO, methods: ['oidc'] });

    expect(page.querySelector('form')).toBeNull();
    expect(text()).not.toContain('or with a password');
  });

  it('is marked if it was used last', async () => {
    const { page } = await open('/sign-in', SSO);
    expect(page.textContent).not.toContain('last used');
    link(page)?.addEventListener('click', (event) => event.preventDefault());
    link(page)?.click();

    TestBed.resetTestingModule();
    expect((await open('/sign-in', SSO)).text()).toContain('last used');
  });

  it.each([
    ['no-role', 'None of your groups at Acme SSO may use Docket. Ask an administrator.'],
    ['email-taken', 'Sign in with its password, then link Acme SSO in your profile.'],
    ['attempt-unknown', 'The sign-in took longer than 10 minutes'],
    ['cancelled', 'The sign-in at Acme SSO was cancelled.'],
  ])('says why it failed: %s', async (code, words) => {
    const { text } = await open(`/sign-in?problem=${code}`, SSO);

    await eventually(() => expect(text()).toContain(words));
    await eventually(() => expect(document.activeElement?.textContent).toContain(words));
  });

  it.each(['constructor', 'Call +1 555 0100 now', ''])('writes nothing for the code %j', async (code) => {
    const { page } = await open(`/sign-in?problem=${encodeURIComponent(code)}`, SSO);

    expect(page.querySelector('docket-entry-problem')).toBeNull();
    expect(document.activeElement).toBe(field('E-mail'));
  });

  it('says on its button that the provider does not respond', async () => {
    const { page } = await open('/sign-in?problem=provider-unavailable', SSO);

    expect(link(page)?.textContent).toContain('Acme SSO does not respond. Try again');
    await eventually(() => expect(document.activeElement).toBe(link(page)));
  });

  it('gives way to the reason why a password failed', async () => {
    const { page, text } = await open('/sign-in?problem=cancelled', SSO);

    signIn();
    await fail(401);

    await eventually(() => expect(text()).toContain('The e-mail or the password is wrong.'));
    expect(page.querySelectorAll('docket-entry-problem')).toHaveLength(1);
  });
});

describe('the page', () => {
  it('offers a new password by mail, and requests without an account, if there are', async () => {
    const links = (page: HTMLElement) => [...page.querySelectorAll('a')].map(({ pathname }) => pathname);
    const { page } = await open('/sign-in', { ...CLOSED, can_reset: true, has_public_form: true });

    expect(links(page)).toEqual(['/forgot-password', '/request']);
  });

  it('offers neither otherwise', async () => {
    const { page } = await open();

    expect(page.querySelector('a')).toBeNull();
  });

  it.each([
    ['nobody needs to sign in', OPEN],
    ['somebody is signed in', SIGNED_IN],
  ])('leads on when %s', async (_case, session) => {
    await open('/sign-in?return_to=/tickets/7', session);

    await eventually(() => expect(currentUrl()).toBe('/tickets/7'));
  });

  it('says how to set up Docket when it has no administrator', async () => {
    const { page, text } = await open('/sign-in', { ...CLOSED, needs_set_up: true });

    expect(text()).toContain('Its log has a link that makes the first one');
    expect(page.querySelector('form')).toBeNull();
  });
});
