/**
 * Runs a temporary PostgreSQL server and its standby, for CommonJS tests: `node tools/primary-and-standby.mts`. Prints
 * `{"primary":"postgres://…","standby":"postgres://…"}` when both accept connections, and stops both on SIGTERM.
 */
import { PRIMARY_SETTINGS, startStandby } from './temporary-standby.mts';
import { startTemporaryPostgres } from './temporary-postgres.mts';

const primary = await startTemporaryPostgres(PRIMARY_SETTINGS);
process.on('exit', () => primary.kill());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit());

const standby = await startStandby(primary);
process.on('exit', () => standby.kill());
console.log(JSON.stringify({ primary: primary.url, standby: standby.url }));
setInterval(() => undefined, 2 ** 30); // runs until a signal
