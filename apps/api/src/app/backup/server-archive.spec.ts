import { Settings } from '../platform/config/settings';
import { placeOf } from '../platform/database/transfer/place';
import { dumpServer } from './server-archive';

it('does not dump a server through a pooler, whose connection would keep the settings of pg_dump', async () => {
  const settings = { DATABASE_URL: 'postgres://127.0.0.1:1/desk', DATABASE_POOLER: 'transaction' };
  const place = placeOf(Object.assign(new Settings(), settings));

  const dumped = place.form === 'server' ? dumpServer(place.address, '/nowhere') : Promise.resolve();

  await expect(dumped).rejects.toThrow(/^pg_dump needs a connection without the pooler.*Set DATABASE_DIRECT_URL/);
});
