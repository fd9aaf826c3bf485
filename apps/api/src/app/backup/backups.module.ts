import { Module } from '@nestjs/common';
import { BackupsController } from './api/backups.controller';
import { BackupChecker } from './backup-checker';
import { BackupsService } from './backups.service';
import { NightlyBackup } from './nightly-backup';

@Module({ controllers: [BackupsController], providers: [BackupChecker, BackupsService, NightlyBackup] })
export class BackupsModule {}
