import { currentUrl, field, openEntry, requested, type, verifyRequests } from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { settingsRoutes } from '../people.routes';

const ADMIN = {
  mode: 'closed',
  user: { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'admin' },
  permissions: ['tickets:read', 'services'],
  needs_set_up: false,
};
const SERVICE = { id: 12, name: 'Mail import', role: 'agent', created_at: '2026-03-02T09:30:00.000Z' };
const TOKEN = {
  id: 7,
  name: 'Nightly export',
  start: 'dkp_Ab3x',
  scopes: ['tickets:read'],
  owner: { id: 4, name: 'Ben Okafor', kind: 'person' },
  created_at: '2026-03-02T09:30:00.000Z',
};

async function openTokens(services: object[] = [], tokens: object[] = [], headers = {}) {
  const opened = await openEntry([{ path: 'settings', children: settingsRoutes }], '/settings/tokens', ADMIN);
  (await requested('/api/services')).flush(services);
  (await requested('/api/tokens')).flush(tokens, { headers });
  return opened;
}

function press(name: string): void {
  const found = [...document.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === name,
  );
  if (!found) throw new Error(`There is no button "${name}"`);
  found.click();
}

afterEach(() => {
  document.querySelector('.cdk-overlay-container')?.replaceChildren();
  verifyRequests();
});

it('lists services, and tokens with their owners', async () => {
  const { text } = await openTokens([SERVICE], [TOKEN]);

  await eventually(() => expect(text()).toContain('Mail import'));
  expect(text()).toContain('At most what an agent may do');
  expect(text()).toContain('Nightly export');
  expect(text()).toContain('Ben Okafor');
});

it('leads to older tokens', async () => {
  const { page } = await openTokens([], [TOKEN], { Link: '</api/tokens?all=true&before=7>; rel="next"' });

  await eventually(() => {
    const link = [...page.querySelectorAll('a')].find(({ textContent }) => textContent === 'Older tokens');
    expect(link?.getAttribute('href')).toBe('/settings/tokens?before=7');
  });
});

it('makes a service, and offers its first token', async () => {
  await openTokens();

  await eventually(() => press('New service'));
  await eventually(() => type('Name', 'Mail import'));
  document.querySelector('form')?.requestSubmit();
  const request = await requested('/api/services', 'POST');
  expect(request.request.body).toEqual({ name: 'Mail import', role: 'agent' });
  request.flush(SERVICE, { status: 201, statusText: 'Created' });

  (await requested('/api/services')).flush([SERVICE]);
  await eventually(() => field('What it is for'));
  expect(document.body.textContent).toContain('New token for Mail import');
  expect(document.body.textContent).not.toContain('Import tickets'); // not a permission of the role agent
});

it('deactivates a service after a question', async () => {
  const { text } = await openTokens([SERVICE]);

  await eventually(() => press('Deactivate Mail import'));
  await eventually(() => press('Deactivate'));
  (await requested('/api/services/12', 'DELETE')).flush(null, { status: 204, statusText: 'x' });

  (await requested('/api/services')).flush([]);
  (await requested('/api/tokens')).flush([]);
  await eventually(() => expect(text()).not.toContain('Mail import'));
});

it('is for those only who manage services', async () => {
  await openEntry(
    [
      { path: 'settings', children: settingsRoutes },
      { path: 'not-allowed', children: [] },
    ],
    '/settings/tokens',
    { ...ADMIN, permissions: ['tickets:read'] },
  );

  expect(currentUrl()).toBe('/not-allowed');
});
