import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { Metrics } from '../platform/metrics/metrics';
import { listBackups } from './backup-folder';

/** The age of the newest backup, so that monitoring notices when backups stop. */
@Injectable()
export class BackupMetrics {
  constructor(settings: Settings, metrics: Metrics) {
    metrics.gauge({
      name: 'docket_backup_age_seconds',
      help: 'Age of the newest checked backup in BACKUP_DIR. +Inf if BACKUP_AT is set and there is none.',
      read: () => backupAge(settings, new Date()),
    });
  }
}

/**
 * Age of the newest checked backup in BACKUP_DIR, in seconds. Infinity if BACKUP_AT is set and there is no checked backup, or if the folder
 * cannot be read. Undefined if the metric does not apply: the embedded database without BACKUP_AT, and a server without BACKUP_AT whose
 * folder has no checked backup, because its backups may be elsewhere.
 */
export async function backupAge(
  { BACKUP_AT, BACKUP_DIR, DATABASE_URL }: Pick<Settings, 'BACKUP_AT' | 'BACKUP_DIR' | 'DATABASE_URL'>,
  now: Date,
): Promise<number | undefined> {
  if (BACKUP_AT === undefined && DATABASE_URL === undefined) return undefined;
  const backups = await listBackups(BACKUP_DIR).catch(() => undefined); // for example a network disk that is not mounted
  if (!backups) return Infinity;
  const newest = backups.find(({ isChecked }) => isChecked);
  if (newest) return Math.max(0, (now.getTime() - newest.createdAt.getTime()) / 1000);
  return BACKUP_AT === undefined ? undefined : Infinity;
}
