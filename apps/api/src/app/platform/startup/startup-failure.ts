import { noChangesReason } from '../database/database-unavailable';
import { StartupError } from './startup-error';

/** The message to print when Docket cannot start. Only unexpected errors include a stack. */
export function describeStartupFailure(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const reason = noChangesReason(error);
  return reason
    ? `Docket cannot start now, because it has to change the database. ${reason} (${error.message}).`
    : `${error.stack}`;
}
