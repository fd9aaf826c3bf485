/** Public API of the backups. Other features import from this file only. */
export { BACKUP_COMMAND, RESTORE_COMMAND, VERIFY_COMMAND } from './backup-commands';
export { listBackups } from './backup-folder';
export { requireDumpVersion } from './postgres-program';
