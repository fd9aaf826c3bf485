import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { DatabaseFiles } from '../platform/database/files/database-files';
import { Leases } from '../platform/database/online/leases';
import { RepeatedJob } from '../platform/jobs/repeated-job';
import { listBackups } from './backup-folder';
import { BackupsService } from './backups.service';
import { isBackupDue } from './is-backup-due';

/** The lease of the process that makes the backup of a server. */
const LEASE = 'nightly-backup';

/**
 * Makes a backup each day at BACKUP_AT. If Docket was not running at that time, it makes one after the next start. Processes that share a
 * server also share BACKUP_DIR; one of them makes the backup.
 */
@Injectable()
export class NightlyBackup implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Backup');
  private tried?: Date;
  private readonly job = new RepeatedJob({
    name: 'backup',
    firstMs: 60_000,
    intervalMs: 60_000,
    pass: () => this.pass(new Date()),
    onFailure: (error) => this.logger.error(`The nightly backup failed: ${(error as Error).message}`),
  });

  constructor(
    private readonly settings: Settings,
    private readonly backups: BackupsService,
    private readonly files: DatabaseFiles,
    private readonly leases: Leases,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.BACKUP_AT === undefined) return;
    if (!this.files.areLocal) void this.reportMissingProgram();
    this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  /** Makes a backup if it is due, and no other process makes it. */
  async pass(now: Date): Promise<void> {
    if (!(await this.isDue(now))) return;
    if (this.files.areLocal) return this.make(now);
    await this.leases.of(LEASE).run(async (lost) => {
      if (await this.isDue(now)) await this.make(now, lost); // another process may have made it since
    });
  }

  private async isDue(now: Date): Promise<boolean> {
    const { BACKUP_AT, BACKUP_DIR } = this.settings;
    if (BACKUP_AT === undefined) return false;
    const newest = (await listBackups(BACKUP_DIR)).find(({ isChecked }) => isChecked)?.createdAt;
    return isBackupDue(now, BACKUP_AT, newest, this.tried);
  }

  private make(now: Date, lost?: AbortSignal): Promise<void> {
    this.tried = now;
    return this.backups.run(lost);
  }

  /** Reports a missing or outdated pg_dump at startup, before the first nightly backup needs it. */
  private async reportMissingProgram(): Promise<void> {
    try {
      await this.backups.requireProgram();
    } catch (error) {
      this.logger.error(`There will be no nightly backup: ${(error as Error).message}`);
    }
  }
}
