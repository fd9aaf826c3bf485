import { requireDumpVersion } from '../backup';
import type { Settings } from '../platform/config/settings';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import { checkPooler } from '../platform/database/check-pooler';
import { serverAddresses } from '../platform/database/server-addresses';
import { serverVersion } from '../platform/database/server-version';
import { requireServer } from '../platform/database/wait-for-server';
import { openPlace, placeOf } from '../platform/database/transfer/place';
import type { Command, CommandContext, CommandResult } from '../platform/startup/command';
import { StartupError } from '../platform/startup/startup-error';
import { checkInstallation } from './check-installation';
import { checkLiveDatabase } from './check-live-database';
import { type Finding, fail, ok } from './finding';

const HELP = [
  'Usage: docket doctor',
  '',
  'Checks the settings, the database, its migrations, changes and counters, the disk, the clocks, SECRET_KEY and the age of the last',
  'backup. Each line is ok, warn or fail, with what to do. It changes nothing, and exits with 1 if a line is fail. With the embedded',
  'database, stop Docket first: one process at a time can open it.',
];

/** The command `doctor`. */
export const DOCTOR_COMMAND: Command = {
  help: HELP,
  run: async (args, context) => {
    if (args.length) throw new StartupError(HELP.join('\n'));
    return toResult(await examine(context));
  },
};

async function examine({ settings: readSettings, schema }: CommandContext): Promise<Finding[]> {
  let settings: Settings;
  try {
    settings = readSettings();
  } catch (error) {
    return [fail('settings', messageOf(error))];
  }
  const findings = [ok('settings', 'They are valid.')];
  try {
    const connection = await openPlace(placeOf(settings));
    try {
      findings.push(...(await checkLiveDatabase(connection, schema)), ...(await checkDirectAddress(settings)));
      findings.push(...(await checkDumpProgram(settings, connection)));
    } finally {
      await connection.close();
    }
  } catch (error) {
    findings.push(fail('database', messageOf(error)));
  }
  return [...findings, ...(await checkInstallation(settings, new Date()))];
}

/** Checks that DATABASE_DIRECT_URL, if set, leads to the same database. Requests use the pooler. */
async function checkDirectAddress(settings: Settings): Promise<Finding[]> {
  const { pooled, direct } = serverAddresses(settings) ?? {};
  if (!pooled || !direct || pooled === direct) return [];
  await requireServer(pooled);
  await checkPooler(pooled, direct);
  return [ok('pooler', 'It responds, and leads to the same database.')];
}

/** The nightly backup of a server needs pg_dump. */
async function checkDumpProgram(settings: Settings, connection: TransferConnection): Promise<Finding[]> {
  if (settings.BACKUP_AT === undefined || settings.DATABASE_URL === undefined) return [];
  try {
    await requireDumpVersion(await serverVersion(connection));
    return [ok('pg_dump', 'It is there, and can read this server.')];
  } catch (error) {
    return [fail('pg_dump', `BACKUP_AT makes no backup: ${messageOf(error)}`)];
  }
}

function toResult(findings: readonly Finding[]): CommandResult {
  const lines = findings.map(({ check, state, text }) => `${state.padEnd(4)}  ${check}: ${text.replaceAll('\n', ' ')}`);
  return { lines, data: { findings }, failed: findings.some(({ state }) => state === 'fail') };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
