import { OPEN, SIGNED_IN, openEntry, requested, verifyRequests } from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { settingsRoutes } from '../people.routes';

const ROUTES = [{ path: 'settings', children: settingsRoutes }];
const SESSION = {
  id: 1,
  current: true,
  ip: '203.0.113.7',
  user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
  created_at: '2026-03-02T09:30:00.000Z',
  seen_at: '2026-03-02T10:00:00.000Z',
};
const OTHER = { ...SESSION, id: 2, current: false, user_agent: 'curl/8', ip: '198.51.100.4' };
const TOKEN = {
  id: 7,
  name: 'Nightly export',
  start: 'dkp_Ab3x',
  scopes: ['tickets:read', 'stats:read'],
  owner: { id: 3, name: 'Priya Nair', kind: 'person' },
  created_at: '2026-03-02T09:30:00.000Z',
  expires_at: '2126-05-31T09:30:00.000Z',
};

async function openProfile(sessions: object[] = [SESSION], tokens: object[] = []) {
  const opened = await openEntry(ROUTES, '/settings/profile', SIGNED_IN);
  (await requested('/api/me/sessions')).flush(sessions);
  (await requested('/api/tokens')).flush(tokens);
  return opened;
}

/** Finds a button by name, in the page or in a dialog. */
function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === name,
  );
  if (!found) throw new Error(`There is no button "${name}"`);
  return found;
}

afterEach(() => {
  document.querySelector('.cdk-overlay-container')?.replaceChildren();
  verifyRequests();
});

it('shows who is signed in', async () => {
  const { text } = await openProfile();

  expect(text()).toContain('Priya Nair');
  expect(text()).toContain('priya@desk.example');
  expect(text()).toContain('Agent');
});

it('says that there is no profile in the open mode', async () => {
  const { text } = await openEntry(ROUTES, '/settings/profile', OPEN);

  expect(text()).toContain('Nobody signs in here');
});

it('has no password where passwords are turned off', async () => {
  const session = { ...SIGNED_IN, methods: ['oidc'], provider: 'Acme SSO' };
  const { page } = await openEntry(ROUTES, '/settings/profile', session);
  (await requested('/api/me/sessions')).flush([SESSION]);
  (await requested('/api/tokens')).flush([]);
  (await requested('/api/me/identities')).flush([]);

  const headings = [...page.querySelectorAll('section h2')].map(({ textContent }) => textContent);
  expect(headings).toEqual(['You', 'Single sign-on', 'Sessions', 'Tokens']);
});

describe('the sessions', () => {
  it('name their browser and address, and mark this browser', async () => {
    const { page, text } = await openProfile([SESSION, OTHER]);

    await eventually(() => expect(text()).toContain('Firefox on Linux'));
    const [first, second] = page.querySelectorAll('docket-own-sessions li');
    expect(first?.textContent).toContain('this browser');
    expect(first?.querySelector('button')).toBeNull();
    expect(second?.textContent).toContain('Unknown browser');
    expect(second?.textContent).toContain('198.51.100.4');
  });

  it('end one by one', async () => {
    const { page } = await openProfile([SESSION, OTHER]);

    await eventually(() => button('Sign out unknown browser').click());
    (await requested('/api/me/sessions/2', 'DELETE')).flush(null, { status: 204, statusText: 'x' });
    (await requested('/api/me/sessions')).flush([SESSION]);

    await eventually(() => expect(page.querySelectorAll('docket-own-sessions li')).toHaveLength(1));
  });

  it('end everywhere else, and say if that failed', async () => {
    const { text } = await openProfile([SESSION, OTHER]);

    await eventually(() => button('Sign out everywhere else').click());
    (await requested('/api/me/sessions', 'DELETE')).flush({}, { status: 503, statusText: 'x' });
    (await requested('/api/me/sessions')).flush([SESSION, OTHER]);

    await eventually(() => expect(text()).toContain('The sign-out failed. The server is not available at the moment.'));
  });

  it('have no button for others if there is only this one', async () => {
    const { text } = await openProfile();

    await eventually(() => expect(text()).toContain('this browser'));
    expect(text()).not.toContain('everywhere else');
  });

  it('can be loaded again', async () => {
    const { text } = await openEntry(ROUTES, '/settings/profile', SIGNED_IN);
    (await requested('/api/me/sessions')).flush({}, { status: 503, statusText: 'x' });
    (await requested('/api/tokens')).flush([]);

    await eventually(() => expect(text()).toContain('The sessions could not be loaded'));
    button('Try again').click();
    (await requested('/api/me/sessions')).flush([SESSION]);

    await eventually(() => expect(text()).toContain('Firefox on Linux'));
  });
});

describe('the tokens', () => {
  it('show what they may do, and never the token', async () => {
    const { page } = await openProfile([SESSION], [TOKEN, { ...TOKEN, id: 8, expires_at: '2026-01-01T00:00:00.000Z' }]);

    await eventually(() => expect(page.querySelectorAll('docket-token-list li')).toHaveLength(2));
    const [first, second] = [...page.querySelectorAll('docket-token-list li')].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' '),
    );
    expect(first).toContain('Nightly export');
    expect(first).toContain('dkp_Ab3x…');
    expect(first).toContain('Read tickets, Read statistics');
    expect(first).toContain('Never used');
    expect(second).toContain('Expired');
  });

  it('are revoked after a question', async () => {
    await openProfile([SESSION], [TOKEN]);

    await eventually(() => button('Revoke Nightly export').click());
    await eventually(() => expect(document.body.textContent).toContain('Revoke “Nightly export”?'));
    button('Revoke').click();
    (await requested('/api/tokens/7', 'DELETE')).flush(null, { status: 204, statusText: 'x' });

    (await requested('/api/tokens')).flush([]);
  });
});
