import { ApiProperty } from '@nestjs/swagger';
import { BACKUP_STATES, type Backup, type BackupState } from '../backups.service';

/** A backup in a response. */
export class BackupDto {
  @ApiProperty({ description: 'The name of its folder in `BACKUP_DIR`.', example: 'docket-20261129T030000Z' })
  name!: string;

  @ApiProperty({ format: 'date-time', description: 'When it was started.', example: '2026-11-29T03:00:00.000Z' })
  created_at!: string;

  @ApiProperty({
    enum: BACKUP_STATES,
    enumName: 'BackupState',
    description:
      '`checked`: it was opened and read completely. `unverified`: a copy that was not checked, or is damaged.',
    example: 'checked',
  })
  state!: BackupState;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'The size of its files, in bytes.', example: 48_234_496 })
  bytes!: number;
}

export function toBackupDto({ name, createdAt, state, bytes }: Backup): BackupDto {
  return { name, created_at: createdAt.toISOString(), state, bytes };
}
