import { applyDecorators } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { BACKUP_RUNNING } from '../problem-kinds';
import { BackupDto } from './backup.dto';

const NOT_STARTED: OperationProblem = {
  status: 409,
  name: 'BackupNotStarted',
  description:
    'A backup is running (`/problems/backup-running`), the database is on a server (`/problems/backup-by-server`), or `BACKUP_DIR` has no space or cannot be written (`/problems/backup-impossible`).',
  detail: 'A backup is running. Wait until it is checked',
  kind: BACKUP_RUNNING,
};

/** `GET /api/backups` */
export const DescribeListBackups = () =>
  applyDecorators(
    ApiOperation({ summary: 'List the backups', description: 'Those in `BACKUP_DIR` of this machine, newest first.' }),
    ApiOkResponse({ type: [BackupDto], description: 'The backups.' }),
    ApiProblems(503),
  );

/** `POST /api/backups` */
export const DescribeStartBackup = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Make a backup of the embedded database',
      description:
        'It is copied while other requests wait, and then checked; the list has the state `checked` at the end. It stays on the machine of Docket.',
    }),
    ApiAcceptedResponse({ type: BackupDto, description: 'The backup, which is being made.' }),
    ApiProblems(NOT_STARTED, 503),
  );
