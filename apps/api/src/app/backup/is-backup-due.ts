/** Pause after a failed nightly backup, in milliseconds. */
const RETRY_MS = 60 * 60_000;

/**
 * Whether there is no backup since the last BACKUP_AT. A backup that was missed while the machine was off is due at the next start.
 * @param at the time of day on this machine, as `HH:MM`
 * @param newest the time of the newest checked backup
 * @param tried the time of the last attempt of this process
 */
export function isBackupDue(now: Date, at: string, newest: Date | undefined, tried: Date | undefined): boolean {
  const due = lastTime(now, at);
  if (newest && newest >= due) return false;
  return !tried || tried < due || now.getTime() - tried.getTime() >= RETRY_MS;
}

/** The last moment at a time of day, in the time zone of this machine. */
function lastTime(now: Date, at: string): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const time = new Date(now);
  time.setHours(hours, minutes, 0, 0);
  if (time > now) time.setDate(time.getDate() - 1);
  return time;
}
