/**
 * Drills for bad days, on the built product and a temporary PostgreSQL: `npm run drill -- [--only webhooks,keys,rolling]`. They take
 * minutes, so CI does not run them. `rolling` needs haproxy. Exits 1 if a target is missed.
 */
import { parseArgs } from 'node:util';
import { stopAllProcesses } from '#testing/node-process';
import { createServerDatabase } from '#testing/test-database';
import { ApiProcess } from './api-processes.mts';
import { type Finding, isMissed, lineOf } from './finding.mts';
import { drillKeys } from './keys-drill.mts';
import { drillRolling } from './rolling-drill.mts';
import { startTemporaryPostgres } from '../temporary-postgres.mts';
import { drillWebhooks } from './webhooks-drill.mts';

const DRILLS: Readonly<Record<string, (databaseUrl: string) => Promise<readonly Finding[]>>> = {
  keys: drillKeys,
  webhooks: drillWebhooks,
  rolling: drillRolling,
};

const { values } = parseArgs({ options: { only: { type: 'string', default: Object.keys(DRILLS).join(',') } } });
const names = values.only.split(',');
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
