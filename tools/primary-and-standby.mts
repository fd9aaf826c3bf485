/**
 * Runs a temporary PostgreSQL server and its standby, for tests that are CommonJS: `node tools/primary-and-standby.mts`.
 * Prints `{"primary":"postgres://…","standby":"postgres://…"}` when both accept connections, and stops both at SIGTERM.
 */
import { PRIMARY_SETTINGS, startStandby } from './temporary-standby.mts';
import { startTemporaryPostgres } from './temporary-postgres.mts';

const primary = await startTemporaryPostgres(PRIMARY_SETTINGS);
process.on('exit', () => primary.kill());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit());

const standby = await startStandby(primary);
process.on('exit', () => standby.kill());
console.log(JSON.stringify({ primary: primary.url, standby: standby.url }));
setInterval(() => undefined, 2 ** 30); // until a signal
