import type { ProblemKind } from '../platform/problems/problem-kinds';

export const BACKUP_RUNNING: ProblemKind = { type: '/problems/backup-running', title: 'A backup is running' };

/** The API backs up only databases on its own machine. */
export const BACKUP_BY_SERVER: ProblemKind = {
  type: '/problems/backup-by-server',
  title: 'The server makes the backups',
};

/** BACKUP_DIR has too little space or is not writable. */
export const BACKUP_IMPOSSIBLE: ProblemKind = { type: '/problems/backup-impossible', title: 'No backup can be made' };
