import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { RepeatedJob } from '../platform/jobs/repeated-job';
import { listBackups } from './backup-folder';
import { BackupsService } from './backups.service';
import { isBackupDue } from './is-backup-due';

/** Makes a backup each day at BACKUP_AT. If Docket did not run at that time, it makes the backup after the next start. */
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
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.BACKUP_AT !== undefined) this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  /** Makes a backup if it is due. */
  async pass(now: Date): Promise<void> {
    const { BACKUP_AT, BACKUP_DIR } = this.settings;
    const newest = (await listBackups(BACKUP_DIR)).find(({ isChecked }) => isChecked)?.createdAt;
    if (BACKUP_AT === undefined || !isBackupDue(now, BACKUP_AT, newest, this.tried)) return;
    this.tried = now;
    await this.backups.run();
  }
}
