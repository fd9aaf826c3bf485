import { holdBackNewPeople } from '../../../testing/new-people';
import { PUBLIC_URL, aPerson, aToken, removePeople } from '../../../testing/people';
import { ProviderStandIn } from '../../../testing/provider-stand-in';
import { TestBrowser, leadsTo } from '../../../testing/sign-on';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Settings } from '../../platform/config/settings';
import type { Claims } from './provider-claims';

// Accounts and roles of the people of a provider.

let provider: ProviderStandIn;
let api: TestApp;
beforeAll(async () => {
  provider = await ProviderStandIn.start();
  api = await startTestApp({ PUBLIC_URL, ...provider.settings });
});
beforeEach(async () => {
  provider.reset();
  await removePeople(api.database);
});
afterAll(async () => {
  await api.close();
  await provider.stop();
});

const DEFAULTS = new Settings();

/** Sets how Docket treats the people of the provider. */
function configure(settings: Partial<Settings> = { OIDC_DEFAULT_ROLE: 'agent' }): void {
  const { OIDC_ROLES, OIDC_DEFAULT_ROLE, OIDC_GROUPS_CLAIM, OIDC_LINK_BY_EMAIL } = DEFAULTS;
  Object.assign(
    api.app.get(Settings),
    { OIDC_ROLES, OIDC_DEFAULT_ROLE, OIDC_GROUPS_CLAIM, OIDC_LINK_BY_EMAIL },
    settings,
  );
}

/** Goes to the provider and signs in there. Returns how to come back. */
async function leave(claims: Claims): Promise<() => Promise<string>> {
  const browser = new TestBrowser(api);
  const back = provider.signIn(await browser.start(), claims);
  return async () => leadsTo(await browser.comeBack(back));
}

const signOn = async (claims: Claims = {}): Promise<string> => (await leave(claims))();

const refused = (code: string) => `/sign-in?problem=${code}&return_to=%2Ftickets`;
const people = () =>
  api.database.query<Record<string, unknown>[]>('SELECT name, email, role, state, managed_by FROM users ORDER BY id');
const roleOf = async (email: string): Promise<string> =>
  (await api.database.query<[{ role: string }]>('SELECT role FROM users WHERE email = $1', [email]))[0].role;
const events = async (): Promise<[string, unknown][]> =>
  (
    await api.database.query<{ event: string; details: unknown }[]>(
      'SELECT event, details FROM security_events ORDER BY id',
    )
  ).map(({ event, details }) => [event, details]);

describe('a person', () => {
  beforeEach(() => configure());

  it('is made at the first sign-in, and found at the next one, whatever their address is then', async () => {
    expect(await signOn({ name: ' Sam\u202e \u0007Okafor ', email: 'Sam@Desk.example' })).toBe('/tickets');
    expect(await signOn({ name: 'Somebody', email: 'renamed@desk.example' })).toBe('/tickets');

    expect(await people()).toEqual([
      { name: 'Sam Okafor', email: 'sam@desk.example', role: 'agent', state: 'active', managed_by: 'local' },
    ]);
    expect(await events()).toEqual([
      ['user_provisioned', { issuer: provider.issuer, role: 'agent' }],
      ['sign_in', { method: 'oidc' }],
      ['sign_in', { method: 'oidc' }],
    ]);
    expect(await api.database.query('SELECT subject, email FROM identities')).toEqual([
      { subject: 'subject-1', email: 'renamed@desk.example' },
    ]);
  });

  it('is one, even if the first two sign-ins come back at the same time', async () => {
    const visits = await Promise.all([leave({}), leave({})]);
    let pages: Promise<string>[] = [];

    await holdBackNewPeople(api.database, async ({ waiting }) => {
      pages = visits.map((comeBack) => comeBack());
      await waiting(2);
    });

    expect(await Promise.all(pages)).toEqual(['/tickets', '/tickets']);
    expect(await people()).toHaveLength(1);
  });

  it('is another one under another subject', async () => {
    await signOn();

    expect(await signOn({ sub: 'subject-2', email: 'kim@desk.example' })).toBe('/tickets');
    expect(await people()).toHaveLength(2);
  });

  it('stays out when deactivated', async () => {
    await signOn();
    await api.database.query(`UPDATE users SET state = 'deactivated'`);

    expect(await signOn()).toBe(refused('deactivated'));
    expect((await events()).at(-1)).toEqual(['sign_in_failed', { method: 'oidc', problem: 'deactivated' }]);
  });

  it.each([
    ['no address', { email: undefined }, 'email-missing'],
    ['an address that is none', { email: 'sam' }, 'email-missing'],
    ['an address with a character that nobody sees', { email: 'sa\u200bm@desk.example' }, 'email-missing'],
    ['an address of 300 characters', { email: `${'x'.repeat(290)}@a.example` }, 'email-missing'],
    ['an address that is not theirs', { email_verified: false }, 'email-not-verified'],
    ['an address that is not theirs, in words', { email_verified: 'false' }, 'email-not-verified'],
    ['an address that is not theirs, as a number', { email_verified: 0 }, 'email-not-verified'],
  ])('is not made with %s', async (_what, claims, code) => {
    expect(await signOn(claims)).toBe(refused(code));
    expect(await people()).toEqual([]);
  });

  it('has a name that fits', async () => {
    await signOn({ name: 'x'.repeat(10_000) });
    await signOn({ sub: 's2', email: 'kim@desk.example', name: '\u200b', preferred_username: 7 });

    expect((await people()).map(({ name }) => name)).toEqual([`${'x'.repeat(99)}…`, 'kim']);
  });

  it('may lack an address in the ID token if UserInfo has it', async () => {
    provider.userInfo = { email: 'Kim@desk.example', email_verified: true, name: 'Kim' };

    expect(await signOn({ email: undefined, email_verified: undefined })).toBe('/tickets');
    expect(await people()).toMatchObject([{ email: 'kim@desk.example' }]);
  });
});

describe('an address that another account has', () => {
  it('is refused', async () => {
    configure();
    const { email } = await aPerson(api.database);

    expect(await signOn({ email: email.toUpperCase() })).toBe(refused('email-taken'));
    expect(await api.database.query('SELECT FROM identities')).toEqual([]);
  });

  describe('with OIDC_LINK_BY_EMAIL', () => {
    beforeEach(() => configure({ OIDC_LINK_BY_EMAIL: true, OIDC_DEFAULT_ROLE: 'agent' }));

    it('gets the account', async () => {
      const { id, email } = await aPerson(api.database, { role: 'viewer' });

      expect(await signOn({ email })).toBe('/tickets');
      expect(await api.database.query('SELECT user_id FROM identities')).toEqual([{ user_id: id }]);
      expect(await roleOf(email)).toBe('viewer');
    });

    it('accepts an invitation', async () => {
      const { email } = await aPerson(api.database, { state: 'invited' });

      expect(await signOn({ email })).toBe('/tickets');
      expect(await people()).toMatchObject([{ state: 'active' }]);
    });

    it.each([
      ['an administrator', { role: 'admin' } as const, {}],
      ['somebody who is deactivated', { state: 'deactivated' } as const, {}],
      ['anybody, if the provider does not say that it is verified', {}, { email_verified: undefined }],
      ['anybody, if the provider says so in words', {}, { email_verified: 'true' }],
    ])('does not get the account of %s', async (_whose, person, claims) => {
      const { email } = await aPerson(api.database, person);

      expect(await signOn({ email, ...claims })).toBe(refused('email-taken'));
      expect(await api.database.query('SELECT FROM identities')).toEqual([]);
    });

    it('does not get the account if the provider has verified another address than that of UserInfo', async () => {
      const { email } = await aPerson(api.database);
      provider.userInfo = { email, email_verified: false };

      expect(await signOn({ email: undefined, email_verified: true })).toBe(refused('email-not-verified'));
      expect(await api.database.query('SELECT FROM identities')).toEqual([]);
    });

    it('does not get the account of somebody who has an identity: the address has changed hands', async () => {
      const { email } = await aPerson(api.database);
      await signOn({ email });

      expect(await signOn({ email, sub: 'the-next-one' })).toBe(refused('already-linked'));
    });
  });
});

describe('groups', () => {
  const ROLES = { OIDC_ROLES: 'staff=viewer, support=agent, cn=admins=admin' };

  it.each([
    [['support'], 'agent'],
    [['staff', 'support', 'other'], 'agent'],
    [['support', 'cn=admins', 'staff'], 'admin'],
    ['staff', 'viewer'],
  ])('%j give the role %s', async (groups, role) => {
    configure(ROLES);

    expect(await signOn({ groups })).toBe('/tickets');
    expect(await people()).toMatchObject([{ role, managed_by: 'oidc' }]);
  });

  it('without a role keep people out', async () => {
    configure(ROLES);

    expect(await signOn({ groups: ['other'] })).toBe(refused('no-role'));
    expect(await signOn({ groups: [] })).toBe(refused('no-role'));
    expect(await people()).toEqual([]);
  });

  it('that give no role any more take the role, and end the sessions, the tokens and the known browsers of the person', async () => {
    configure(ROLES);
    await signOn({ groups: ['support'] });
    const [{ id }] = await api.database.query<[{ id: number }]>('SELECT id FROM users');
    const token = await aToken(api.database, { id }, ['tickets:read']);

    expect(await signOn({ groups: ['other'] })).toBe(refused('no-role'));

    const headers = { host: 'desk.lan:3000', ...token };
    expect((await api.inject({ method: 'GET', url: '/api/tickets', headers })).statusCode).toBe(401);
    expect(await api.database.query('SELECT user_id FROM sessions UNION SELECT user_id FROM devices')).toEqual([]);
    expect((await events()).slice(-3)).toEqual([
      ['role_changed', { from: 'agent', to: 'viewer', by: 'groups' }],
      ['sessions_ended', { sessions: 1, tokens: 1, by: 'groups' }],
      ['sign_in_failed', { method: 'oidc', problem: 'no-role' }],
    ]);
    expect(await signOn({ groups: ['staff'] })).toBe('/tickets');
  });

  it('that give no role leave people alone whom administrators manage', async () => {
    configure();
    await signOn();
    configure(ROLES);

    expect(await signOn({ groups: ['other'] })).toBe('/tickets');
    expect(await api.database.query('SELECT FROM sessions')).toHaveLength(2);
  });

  it('without a role give the default one', async () => {
    configure({ ...ROLES, OIDC_DEFAULT_ROLE: 'viewer' });

    expect(await signOn({ groups: ['other'] })).toBe('/tickets');
    expect(await people()).toMatchObject([{ role: 'viewer' }]);
  });

  it('come from another claim, and from UserInfo', async () => {
    configure({ ...ROLES, OIDC_GROUPS_CLAIM: 'https://sso.example/roles' });
    provider.userInfo = { 'https://sso.example/roles': ['support'] };

    expect(await signOn({ groups: ['cn=admins'] })).toBe('/tickets');
    expect(await people()).toMatchObject([{ role: 'agent' }]);
  });

  it('change the role at the next sign-in, for open sessions too', async () => {
    configure(ROLES);
    await aPerson(api.database, { role: 'admin' });
    await signOn({ groups: ['cn=admins'] });

    expect(await signOn({ groups: ['staff'] })).toBe('/tickets');

    expect(await roleOf('sam@desk.example')).toBe('viewer');
    expect(await events()).toContainEqual(['role_changed', { from: 'admin', to: 'viewer', by: 'groups' }]);
  });

  it.each([
    ['are missing', { groups: undefined }],
    ['are somewhere else, as at Entra ID', { _claim_names: { groups: 'src1' }, _claim_sources: {} }],
    ['are too many for the token', { hasgroups: true }],
    ['are cut off', { groups: ['staff'], hasgroups: true }],
    ['are no list', { groups: { staff: true } }],
  ])('that %s refuse the sign-in, and demote nobody', async (_how, claims) => {
    configure({ ...ROLES, OIDC_DEFAULT_ROLE: 'viewer' });
    await aPerson(api.database, { role: 'admin' });
    await signOn({ groups: ['cn=admins'] });

    expect(await signOn(claims)).toBe(refused('groups-missing'));
    expect(await roleOf('sam@desk.example')).toBe('admin');
  });

  it.each([[['staff']], [[]]])('leave the last administrator as they are: %j', async (groups) => {
    configure(ROLES);
    await signOn({ groups: ['cn=admins'] });

    expect(await signOn({ groups })).toBe('/tickets');

    expect(await roleOf('sam@desk.example')).toBe('admin');
    expect(await events()).toContainEqual(['last_admin_kept', { from: 'admin', to: 'viewer', by: 'groups' }]);
  });

  it('leave the last administrator as they are if the only other one has lost all groups', async () => {
    configure(ROLES);
    const as = (sub: string, groups: string[]) => ({ sub, email: `${sub}@desk.example`, groups });
    for (const sub of ['one', 'two']) await signOn(as(sub, ['cn=admins']));

    expect(await signOn(as('one', []))).toBe(refused('no-role'));
    expect(await signOn(as('two', ['staff']))).toBe('/tickets');

    expect(await roleOf('two@desk.example')).toBe('admin');
  });

  it('demote one of two administrators only, at the same time', async () => {
    configure(ROLES);
    const as = (sub: string, groups: string[]) => ({ sub, email: `${sub}@desk.example`, groups });
    for (const sub of ['one', 'two']) await signOn(as(sub, ['cn=admins']));
    const visits = await Promise.all(['one', 'two'].map((sub) => leave(as(sub, ['staff']))));

    await Promise.all(visits.map((comeBack) => comeBack()));

    expect((await people()).map(({ role }) => role).sort()).toEqual(['admin', 'viewer']);
  });

  it('do not matter to a person whose role an administrator gave', async () => {
    configure({ ...ROLES, OIDC_LINK_BY_EMAIL: true });
    const { email } = await aPerson(api.database, { role: 'agent' });

    expect(await signOn({ email, groups: ['cn=admins'] })).toBe('/tickets');
    expect(await signOn({ email })).toBe('/tickets');
    expect(await roleOf(email)).toBe('agent');
  });

  it('are stored only if they gave a role', async () => {
    configure(ROLES);
    await signOn({ groups: ['support', 'chess club'] });

    expect(await api.database.query('SELECT groups FROM identities')).toEqual([{ groups: ['support'] }]);
  });
});
