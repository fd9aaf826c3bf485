import { type TestApp, startTestApp } from '../../../testing/test-app';
import { withoutTransactionTimeout } from './session-settings';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

it('removes the limit of a transaction, and does nothing before PostgreSQL 17, which has none', async () => {
  const runner = api.database.createQueryRunner();
  const limits = () =>
    runner.query(`SELECT setting FROM pg_settings WHERE name = 'transaction_timeout'`) as Promise<
      { setting: string }[]
    >;
  await runner.startTransaction();
  try {
    await runner.query(`SELECT set_config(name, '60000', true) FROM pg_settings WHERE name = 'transaction_timeout'`);
    const before = await limits();

    await runner.query(withoutTransactionTimeout('transaction'));

    expect(await limits()).toEqual(before.map(({ setting }) => ({ setting: setting.replace('60000', '0') })));
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});
