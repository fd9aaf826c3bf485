import { noChangesReason } from '../database/database-unavailable';
import { StartupError } from './startup-error';

/** What the person who starts Docket reads if it cannot start. Only an error that nobody expected has a stack. */
export function describeStartupFailure(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const reason = noChangesReason(error);
  return reason
    ? `Docket cannot start now, because it has to change the database. ${reason} (${error.message}).`
    : `${error.stack}`;
}
