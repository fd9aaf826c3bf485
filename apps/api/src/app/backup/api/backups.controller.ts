import { Controller, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Author, CurrentAuthor } from '../../people';
import { Needs } from '../../platform/access/needs';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { BackupsService } from '../backups.service';
import { type BackupDto, toBackupDto } from './backup.dto';
import { DescribeListBackups, DescribeStartBackup } from './backups.openapi';

@ApiTags('backups')
@Controller('backups')
export class BackupsController {
  constructor(private readonly backups: BackupsService) {}

  @Get()
  @Needs('settings')
  @DescribeListBackups()
  async listBackups(): Promise<BackupDto[]> {
    return (await this.backups.list()).map(toBackupDto);
  }

  @Post()
  @Needs('settings')
  @HttpCode(HttpStatus.ACCEPTED)
  @DescribeStartBackup()
  @Idempotent()
  async startBackup(@CurrentAuthor() author: Author): Promise<BackupDto> {
    return toBackupDto(await this.backups.start(author));
  }
}
