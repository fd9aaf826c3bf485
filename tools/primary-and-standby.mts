/**
 * Runs a temporary PostgreSQL server and its standby, for tests that are CommonJS: `node tools/primary-and-standby.mts`.
 * Prints `{"primary":"postgres://…","standby":"postgres://…"}` when both accept connections, and stops both at SIGTERM.
 */
import { PRIMARY_SETTINGS, type TemporaryStandby, startStandby } from './temporary-standby.mts';
import { startTemporaryPostgres } from './temporary-postgres.mts';

const primary = await startTemporaryPostgres(PRIMARY_SETTINGS);
let standby: TemporaryStandby | undefined;
process.on('exit', () => {
  standby?.kill();
  primary.kill();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit());

standby = await startStandby(primary);
console.log(JSON.stringify({ primary: primary.url, standby: standby.url }));
setInterval(() => undefined, 2 ** 30); // until a signal
