import { ServiceUnavailableException } from '@nestjs/common';
import { UNAVAILABLE_REASONS, UNAVAILABLE_TEXTS } from '../database/database-unavailable';

/** Why the API should receive no requests. */
export const NOT_READY_REASONS = [...UNAVAILABLE_REASONS, 'migrations_pending', 'stopping'] as const;
export type NotReadyReason = (typeof NOT_READY_REASONS)[number];

const TEXTS: Readonly<Record<NotReadyReason, string>> = {
  ...UNAVAILABLE_TEXTS,
  migrations_pending: 'The database has not all migrations of this version',
  stopping: 'The server is stopping',
};

/** The API is not ready. The detail is the reason in words and as a code. */
export class NotReadyException extends ServiceUnavailableException {
  constructor(readonly reason: NotReadyReason) {
    super(`${TEXTS[reason]} (${reason})`);
  }
}
