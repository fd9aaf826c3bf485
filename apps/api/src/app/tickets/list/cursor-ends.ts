import { ID_MAX } from '@docket/domain';
import type { PageCursor } from '../../platform/database/page-cursor';

/** The sort key of a cursor in a list by time. */
export type CursorKey = Pick<PageCursor, 'created_at' | 'id'>;

/** The key next to the newest ticket, whatever its time. */
export const NEWEST: CursorKey = { created_at: '9999-12-31T23:59:59.999Z', id: ID_MAX };

/** The key next to the oldest ticket, whatever its time. */
export const OLDEST: CursorKey = { created_at: '0001-01-01T00:00:00.000Z', id: 0 };

/** The key next to the last ticket of a UTC day in a direction: next to its oldest ticket, or its newest. */
export function endOfDay(day: string, towardsOlder: boolean): CursorKey {
  return towardsOlder
    ? { created_at: `${day}T00:00:00.000Z`, id: 0 }
    : { created_at: `${day}T23:59:59.999Z`, id: ID_MAX };
}
