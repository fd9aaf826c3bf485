import { aPerson, removePeople } from '../../../testing/people';
import { type SecondApp, startSecondApp } from '../../../testing/second-app';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { Sessions } from '../sessions/sessions';
import { AuditRetention, BATCH_SIZE } from './audit-retention';

const OLD = 2 * BATCH_SIZE + 1;

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({ AUDIT_DAYS: 100 });
  await api.app.get(AuditRetention).beforeApplicationShutdown(); // a minute after the start, it would delete events of a test
});
beforeEach(() => removePeople(api.database));
afterAll(() => api.close());

const retentionOf = ({ app }: Pick<SecondApp, 'app'>) =>
  new AuditRetention(app.get(Settings), app.get(Transactions), app.get(Sessions));

const insert = (age: string, count: number) =>
  api.database.query(
    `INSERT INTO security_events (at, event, ip, user_agent, request_id)
     SELECT now() - $1::interval, 'sign_in', '', '', n::text FROM generate_series(1, $2::int) AS n`,
    [age, count],
  );
const remaining = async (): Promise<number> => {
  const [row] = await api.database.query<[{ count: number }]>('SELECT count(*)::int FROM security_events');
  return row.count;
};

it('deletes events that are older than AUDIT_DAYS, in batches', async () => {
  await insert('101 days', OLD);
  await insert('99 days', 5);

  const deleted = await retentionOf(api).run();

  expect(deleted).toBe(OLD);
  expect(await remaining()).toBe(5);
});

it('deletes the rows of sessions that have ended by themselves, in batches', async () => {
  const { id } = await aPerson(api.database);
  const insertSessions = (count: number, seen: string, created: string, expires: string) =>
    api.database.query(
      `INSERT INTO sessions (token_hash, user_id, seen_at, created_at, expires_at, ip, user_agent)
       SELECT sha256(random()::text::bytea), $1, now() - $3::interval, now() - $4::interval, now() + $5::interval, '', ''
       FROM generate_series(1, $2::int)`,
      [id, count, seen, created, expires],
    );
  await insertSessions(BATCH_SIZE, '0', '1 day', '-1 minute');
  await insertSessions(1, '13 hours', '14 hours', '1 day');
  await insertSessions(1, '0', '8 days', '1 day');

  await retentionOf(api).deleteEndedSessions();

  expect(await api.database.query('SELECT count(*)::int FROM sessions')).toEqual([{ count: 1 }]);
});

it('deletes each event once if two processes start at the same time', async () => {
  await insert('101 days', OLD);
  const other = await startSecondApp(api);

  const deleted = await Promise.all([api, other].map((each) => retentionOf(each).run()));
  deleted.push(await retentionOf(api).run()); // the one that got the lock first may have left a batch

  expect(deleted.reduce((sum, count) => sum + count)).toBe(OLD);
  expect(await remaining()).toBe(0);
  await other.close();
});

describe('the database', () => {
  const refused = (sql: string) => expect(api.database.query(sql)).rejects.toThrow('append-only');
  const inRetention = (days: string, sql: string) =>
    api.database.transaction(async (manager) => {
      await manager.query(`SELECT set_config('docket.audit_days', $1, true)`, [days]);
      await manager.query(sql);
    });

  it('refuses every change of an event, of any age', async () => {
    await insert('3 years', 1);

    await refused('UPDATE security_events SET ip = ip');
    await refused('DELETE FROM security_events');
    await refused('TRUNCATE security_events');
    await refused('TRUNCATE users CASCADE');
    expect(await remaining()).toBe(1);
  });

  it('refuses to delete an event that is younger than the retention says, and keeps the others with it', async () => {
    await insert('101 days', 1);
    await insert('99 days', 1);

    await expect(inRetention('100', 'DELETE FROM security_events')).rejects.toThrow('append-only');

    expect(await remaining()).toBe(2);
  });

  it.each(['0', '1', '-400', ''])(
    'refuses to delete an event of the last 30 days for a retention of "%s"',
    async (days) => {
      await insert('29 days', 1);

      await expect(inRetention(days, 'DELETE FROM security_events')).rejects.toThrow('append-only');
    },
  );

  it('forgets the retention with the transaction', async () => {
    await insert('101 days', 2);

    await inRetention('100', 'DELETE FROM security_events WHERE id = (SELECT min(id) FROM security_events)');

    await refused('DELETE FROM security_events');
  });
});
