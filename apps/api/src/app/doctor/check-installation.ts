import { existsSync } from 'node:fs';
import { listBackups } from '../backup';
import type { Settings } from '../platform/config/settings';
import { CHANGE_BYTES, freeBytes } from '../platform/database/embedded-client';
import { type Finding, fail, ok, warn } from './finding';

/** Free disk space below which the doctor warns, in bytes: an ordinary import needs some hundreds of megabytes. */
const LOW_DISK_BYTES = 2 ** 30;
const DAY_MS = 24 * 60 * 60_000;

/** Runs the checks that need no database: the disk, SECRET_KEY, and the age of the last backup. */
export async function checkInstallation(settings: Settings, now: Date): Promise<Finding[]> {
  return [...checkDisk(settings), checkSecretKey(settings), await checkBackups(settings, now)];
}

function checkDisk({ DATABASE_URL, DATA_DIR }: Settings): Finding[] {
  if (DATABASE_URL !== undefined || !existsSync(DATA_DIR)) return [];
  const free = freeBytes(DATA_DIR);
  const text = `${Math.floor(free / 2 ** 20)} MB are free on the disk of ${DATA_DIR}.`;
  if (free < CHANGE_BYTES) return [fail('disk', `${text} Docket refuses changes. Free some space.`)];
  return [free < LOW_DISK_BYTES ? warn('disk', `${text} Free some space.`) : ok('disk', text)];
}

function checkSecretKey({ DATABASE_URL, SECRET_KEY }: Settings): Finding {
  if (SECRET_KEY !== undefined) return ok('secret key', 'SECRET_KEY is set.');
  if (DATABASE_URL === undefined) return ok('secret key', 'It is in the data folder, if one is needed.');
  return warn(
    'secret key',
    'SECRET_KEY is not set, so webhooks cannot be added. Set it to 32 random characters or more.',
  );
}

async function checkBackups({ BACKUP_DIR, BACKUP_AT }: Settings, now: Date): Promise<Finding> {
  const newest = (await listBackups(BACKUP_DIR)).find(({ isChecked }) => isChecked);
  const advice = BACKUP_AT === undefined ? 'Set BACKUP_AT=03:00.' : 'Run docket backup.';
  if (!newest) return warn('backup', `There is no checked backup in ${BACKUP_DIR}. ${advice}`);
  const days = (now.getTime() - newest.createdAt.getTime()) / DAY_MS;
  const text = `The newest checked backup in ${BACKUP_DIR} is ${days.toFixed(1)} days old.`;
  return days > 2 ? warn('backup', `${text} ${advice}`) : ok('backup', text);
}
