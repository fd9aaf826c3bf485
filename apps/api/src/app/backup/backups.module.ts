import { Module } from '@nestjs/common';
import { SecurityLog } from '../people';
import { BackupsController } from './api/backups.controller';
import { BackupChecker } from './backup-checker';
import { BackupMetrics } from './backup-metrics';
import { BackupsService } from './backups.service';
import { NightlyBackup } from './nightly-backup';

@Module({
  controllers: [BackupsController],
  providers: [BackupChecker, BackupMetrics, BackupsService, NightlyBackup, SecurityLog],
})
export class BackupsModule {}
