import { Logger } from '@nestjs/common';
import { PASSWORD, PUBLIC_URL, SAME_SITE, aPerson, aToken } from '../../../testing/people';
import { startTestApp } from '../../../testing/test-app';
import type { Settings } from '../../platform/config/settings';
import { StartupError } from '../../platform/startup/startup-error';
import { FirstStart } from './first-start';

const ADMIN = { ADMIN_EMAIL: 'priya.nair@desk.example', ADMIN_PASSWORD: PASSWORD };

/** Starts the API, runs a check, and stops it. */
async function started(
  settings: Partial<Settings>,
  check: (api: Awaited<ReturnType<typeof startTestApp>>) => Promise<void>,
  prepare?: Parameters<typeof startTestApp>[1],
): Promise<void> {
  const api = await startTestApp(settings, prepare);
  try {
    await check(api);
  } finally {
    await api.close();
  }
}

describe('a start with ADMIN_EMAIL and ADMIN_PASSWORD', () => {
  it('makes the first administrator, who can sign in, and no link', () =>
    started({ PUBLIC_URL, ...ADMIN }, async (api) => {
      const payload = { email: 'priya.nair@desk.example', password: PASSWORD };
      const response = await api.inject({ method: 'POST', url: '/api/session', payload, headers: SAME_SITE });

      expect(response.statusCode).toBe(201);
      expect(await api.database.query('SELECT FROM one_time_links')).toEqual([]);
      expect(await api.database.query(`SELECT event, details FROM security_events WHERE event = 'set_up'`)).toEqual([
        { event: 'set_up', details: { from: 'ADMIN_EMAIL' } },
      ]);
    }));

  it('closes a Docket that would be open', () =>
    started({ ACCESS: 'open', ...ADMIN }, async (api) => {
      expect((await api.inject({ method: 'GET', url: '/api/tickets/' })).statusCode).toBe(401);
    }));

  it('changes nothing if there is an administrator', () =>
    started(
      { PUBLIC_URL, ...ADMIN },
      async (api) => {
        expect(await api.database.query(`SELECT FROM users WHERE email = 'priya.nair@desk.example'`)).toEqual([]);
      },
      async (database) => void (await aPerson(database, { role: 'admin' })),
    ));

  it('gives the role to someone who has the address already, and ends every way in', async () => {
    let cookie = '';
    let token: { authorization: string };
    await started(
      { PUBLIC_URL, ...ADMIN },
      async (api) => {
        expect(await api.database.query('SELECT role, state, version FROM users')).toEqual([
          { role: 'admin', state: 'active', version: 2 },
        ]);
        const { statusCode } = await api.inject({ method: 'GET', url: '/api/tickets/', headers: { cookie } });
        expect(statusCode).toBe(401);
        const { statusCode: status } = await api.inject({ method: 'GET', url: '/api/tickets/', headers: token });
        expect(status).toBe(401);
        expect(await api.database.query('SELECT FROM identities')).toEqual([]);
        expect(await api.database.query(`SELECT details FROM security_events WHERE event = 'set_up'`)).toEqual([
          { details: { from: 'ADMIN_EMAIL', old_role: 'viewer', old_state: 'active' } },
        ]);
      },
      async (database) => {
        const person = await aPerson(database, { role: 'viewer' });
        ({ cookie } = person);
        token = await aToken(database, person, ['tickets:read']);
        await database.query(`UPDATE users SET email = 'priya.nair@desk.example'`);
        await database.query(
          `INSERT INTO identities (issuer, subject, user_id, email) VALUES ('https://sso.example', 'mallory', $1, 'x@desk.example')`,
          [person.id],
        );
      },
    );
  });

  it('is refused with a weak password, which the message does not contain', async () => {
    const start = startTestApp({ PUBLIC_URL, ...ADMIN, ADMIN_PASSWORD: 'Docket-2026!' });

    await expect(start).rejects.toThrow(new StartupError('ADMIN_PASSWORD must be 15 to 128 characters.'));
  });
});

describe('a closed start without an administrator', () => {
  it('makes one more link each time, of which the database knows only the hash', () =>
    started(
      { PUBLIC_URL },
      async (api) => {
        expect(await api.database.query('SELECT kind FROM one_time_links')).toEqual([
          { kind: 'set_up' },
          { kind: 'set_up' },
        ]);
        expect(await api.database.query('SELECT event, details FROM security_events')).toEqual([
          { event: 'link_created', details: { kind: 'set_up', from: 'start' } },
        ]);
      },
      async (database) => {
        await database.query(
          `INSERT INTO one_time_links (token_hash, kind, expires_at) VALUES (sha256('a'), 'set_up', now())`,
        );
      },
    ));

  it('makes one although an account without rights exists', () =>
    started(
      { ACCESS: 'open' },
      async (api) => {
        expect(await api.database.query('SELECT kind FROM one_time_links')).toEqual([{ kind: 'set_up' }]);
      },
      async (database) => void (await aPerson(database, { role: 'agent' })),
    ));
});

it('makes no link for an open Docket', () =>
  started({ ACCESS: 'open' }, async (api) => {
    expect(await api.database.query('SELECT FROM one_time_links')).toEqual([]);
  }));

it('says why there is no link while the database accepts no changes', async () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  await started({ PUBLIC_URL, DATABASE_POOL_SIZE: 1 }, async ({ app, database }) => {
    await database.query('SET default_transaction_read_only = on');
    warn.mockClear();

    await app.get(FirstStart).onApplicationBootstrap();

    expect(warn.mock.calls.flat()).toEqual([
      'Docket has no administrator yet, and cannot make one. The database is read-only. Restart Docket afterwards.',
    ]);
  }).finally(() => warn.mockRestore());
});
