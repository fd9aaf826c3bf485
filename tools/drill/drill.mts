/**
 * Failure drills on the built product and a temporary PostgreSQL:
 * `npm run drill -- [--only keys,webhooks,mirror,rolling,failover,patroni,replica,pooler,streams,backlog] [--minutes 5]`. They take
 * minutes, so CI does not run them. `rolling` needs haproxy, `patroni` needs Patroni and etcd, and `pooler` needs PgBouncer. Exits with 1
 * if a target is missed.
 */
import { parseArgs } from 'node:util';
import { stopAllProcesses } from '#testing/node-process';
import { createServerDatabase } from '#testing/test-database';
import { ApiProcess } from './api-processes.mts';
import { drillBacklog } from './backlog-drill.mts';
import { drillFailover } from './failover-drill.mts';
import { type Finding, isMissed, lineOf } from './finding.mts';
import { drillKeys } from './keys-drill.mts';
import { drillMirror } from './mirror-drill.mts';
import { drillPatroni } from './patroni-drill.mts';
import { drillPooler } from './pooler-drill.mts';
import { drillReplica } from './replica-drill.mts';
import { drillRolling } from './rolling-drill.mts';
import { drillStreams } from './streams-drill.mts';
import { startTemporaryPostgres } from '../temporary-postgres.mts';
import { drillWebhooks } from './webhooks-drill.mts';

const { values } = parseArgs({ options: { only: { type: 'string' }, minutes: { type: 'string', default: '5' } } });

const DRILLS: Readonly<Record<string, (databaseUrl: string) => Promise<readonly Finding[]>>> = {
  keys: drillKeys,
  webhooks: drillWebhooks,
  mirror: (databaseUrl) => drillMirror(databaseUrl, Number(values.minutes)),
  rolling: drillRolling,
  failover: drillFailover,
  patroni: drillPatroni,
  replica: drillReplica,
  pooler: drillPooler,
  streams: drillStreams,
  backlog: drillBacklog,
};

const names = values.only?.split(',') ?? Object.keys(DRILLS);
const unknown = names.filter((name) => !DRILLS[name]);
if (unknown.length) {
  console.error(`There is no drill ${unknown.join(', ')}. There are ${Object.keys(DRILLS).join(', ')}.`);
  process.exit(2);
}

const postgres = await startTemporaryPostgres();
try {
  for (const name of names) {
    console.log(`${name}:`);
    const database = await createServerDatabase(postgres.url);
    await (await ApiProcess.start({ DATABASE_URL: database.url, DEMO_TICKETS: 'false' })).stop(); // migrates
    const findings = (await DRILLS[name]?.(database.url)) ?? [];
    for (const finding of findings) console.log(`  ${lineOf(finding)}`);
    if (findings.some(isMissed)) process.exitCode = 1;
  }
} finally {
  await stopAllProcesses('SIGKILL');
  await postgres.stop();
}
